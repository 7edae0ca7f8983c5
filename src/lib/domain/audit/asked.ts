/** What of the audit somebody wants to see. Days are calendar days of Asia/Shanghai. */
export interface Asked {
	/** Name or e-mail of who acted, as typed. */
	who: string;
	/** Id of who acted, from a link. */
	person: string;
	noun: string;
	/** Id of one thing, from a link. */
	id: string;
	act: string;
	from: string;
	to: string;
	page: number;
}

const DAY = 86_400_000;
const ZONE = 8 * 3_600_000;
const word = /^[\w.:-]{1,100}$/;

/** Reads the query of an address; what cannot be meant is as if it were not there. */
export function readAsked(query: URLSearchParams): Asked {
	const plain = (name: string) => {
		const text = query.get(name) ?? '';
		return word.test(text) ? text : '';
	};
	const day = (name: string) => {
		const text = query.get(name) ?? '';
		return /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(Date.parse(text)) ? text : '';
	};
	const page = Number(query.get('page'));
	return {
		who: (query.get('who') ?? '').trim().slice(0, 100),
		person: plain('person'),
		noun: plain('noun'),
		id: plain('id'),
		act: plain('act'),
		from: day('from'),
		to: day('to'),
		page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
	};
}

/** The query of an address, without what is not asked. */
export function askedQuery(asked: Partial<Asked>): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(asked))
		if (value && !(name === 'page' && value === 1)) query.set(name, String(value));
	const text = query.toString();
	return text && `?${text}`;
}

/** First moment of a day and of the day after it, ms since the epoch. */
export const dayStart = (day: string): number => Date.parse(day) - ZONE;
export const dayEnd = (day: string): number => dayStart(day) + DAY;

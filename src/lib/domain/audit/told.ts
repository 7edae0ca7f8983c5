import { clean } from '../rich/clean';
import { toPlain } from '../rich/plain-write';
import { isCommitment } from './record';
import type { Entry } from './record';

/** A value as it may be shown: its text, or why there is none. */
export type Shown = { text: string } | { hidden: 'erased' | 'kept-back' } | null;

/** One field before and after. */
interface Change {
	/** Empty when the whole is one value; `name.zh` for one language of a text in both. */
	field: string;
	before: Shown;
	after: Shown;
}

/** A record as people read it. */
export interface Told {
	seq: number;
	at: number;
	/** What a clock that had been set back showed. */
	clock: number | null;
	act: string;
	noun: string;
	id: string;
	/** What the thing was called then; of a person the present name. */
	title: Shown;
	/** Null for the portal itself and for somebody not signed in; `name` null when the account is gone. */
	who: { id: string; name: string | null } | null;
	machine: string | null;
	from: Shown;
	why: Shown;
	changes: Change[];
	leaf: string;
}

/** Finds the personal value at a JSON pointer: its JSON, or why it is not shown. */
export type Open = (path: string) => { json: string } | 'erased' | 'kept-back';

/** A value with its commitments opened as far as they may be. */
export function shown(value: unknown, path: string, open: Open): Shown {
	if (value === undefined || value === null) return null;
	if (isCommitment(value)) {
		const found = open(path);
		return typeof found === 'string'
			? { hidden: found }
			: shown(JSON.parse(found.json), path, open);
	}
	if (typeof value !== 'object') return { text: String(value) };
	// A formatted text is told by its words.
	if ((value as { type?: unknown }).type === 'doc') return { text: toPlain(clean(value)) };
	const parts = Object.entries(value).flatMap(([key, part]) => {
		const inner = shown(part, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, open);
		if (!inner) return [];
		const text = 'text' in inner ? inner.text : `〔${inner.hidden}〕`;
		return [Array.isArray(value) ? text : `${key}: ${text}`];
	});
	return parts.length ? { text: parts.join(Array.isArray(value) ? ', ' : '\n') } : null;
}

/** What changed, field by field, in the order of the record. */
export function changesOf({ before, after }: Entry, open: Open): Change[] {
	const fieldsOf = (value: unknown) =>
		typeof value === 'object' && value !== null && !isCommitment(value) && !Array.isArray(value)
			? (value as Record<string, unknown>)
			: null;
	const [was, is] = [fieldsOf(before), fieldsOf(after)];
	if (!was && !is) {
		const one = {
			field: '',
			before: shown(before, '/before', open),
			after: shown(after, '/after', open)
		};
		return one.before || one.after ? [one] : [];
	}
	const names = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])];
	return names.flatMap((field) => {
		const at = field.replaceAll('~', '~0').replaceAll('/', '~1');
		const both = [was?.[field], is?.[field]] as const;
		if (both.every((value) => value == null || isPair(value)))
			return tongues.flatMap((tongue) => {
				const [before, after] = both.map((value) => (value as Pair | null | undefined)?.[tongue]);
				if (before === after) return [];
				return [
					{
						field: `${field}.${tongue}`,
						before: shown(before, `/before/${at}/${tongue}`, open),
						after: shown(after, `/after/${at}/${tongue}`, open)
					}
				];
			});
		return [
			{
				field,
				before: shown(both[0], `/before/${at}`, open),
				after: shown(both[1], `/after/${at}`, open)
			}
		];
	});
}

const tongues = ['zh', 'en'] as const;
type Pair = { zh?: unknown; en?: unknown };

/** A text in both languages: only the one that changed is told. */
const isPair = (value: unknown): value is Pair =>
	typeof value === 'object' &&
	value !== null &&
	!Array.isArray(value) &&
	Object.keys(value).length > 0 &&
	Object.entries(value).every(
		([key, text]) => (key === 'zh' || key === 'en') && (text === null || typeof text === 'string')
	);

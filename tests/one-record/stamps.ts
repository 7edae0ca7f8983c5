import { deposit } from '$lib/server/stamps/carry';
import { reserve } from '$lib/server/stamps/booklets';
import { showBook } from '$lib/server/stamps/books-office';
import { answerQuiz } from '$lib/server/stamps/earned';
import { asKept, known } from '$lib/server/stamps/shown';
import { write } from '$lib/server/db/write';
import { enterAll } from '$lib/server/studio/enter';
import { place, putAll } from '../make';
import { asRole, from } from '../people';
import { aBook, stampsOf, stopsWithPosters } from '../stamps';
import type { At, Example, Examples } from './example';

const now = () => Date.now();
const office = () => asRole('operator', { now: now() });

/** A book with three places, and a stamp of each. */
async function ready({ db }: At) {
	const stops = await stopsWithPosters(db, 3, { by: office() });
	const book = await aBook(db, stops, {}, office());
	return { stops, book, codes: await stampsOf(db, stops, { now: now() }) };
}

/** A request about a book, with the stamps of somebody who walked it. */
const shown =
	(form: (codes: string[], at: At, slug: string) => object = () => ({})): Example['send'] =>
	async (at) => {
		const { book, codes } = await ready(at);
		return {
			params: { book: book.slug },
			form: { stamps: codes.join(' '), ...(await form(codes, at, book.slug)) } as Record<
				string,
				string
			>
		};
	};
const nobody = { as: null, bad: { params: { book: 'nowhere' }, form: { stamps: 'x' } } };

const bundle = async (at: At) => ({
	kind: 'liantu-passport',
	stamps: asKept(await known(at.db, (await ready(at)).codes)),
	passed: {},
	reserved: []
});

/** What people collect, carry and reserve. */
export const passports: Examples = {
	'/(public)/stamp/[code] ?/default': {
		as: null,
		none: 'a number per place and day is all that is kept of it',
		send: async ({ db }) => {
			const [stop] = await stopsWithPosters(db, 1, { by: office() });
			return { params: { code: stop!.code }, form: { many: '1' } };
		},
		bad: { params: { code: '0'.repeat(24) }, form: { many: '1' } }
	},
	'/(public)/passport/carry POST': [
		{
			as: null,
			what: 'give',
			none: 'held sealed for minutes, and nobody knows whose it is',
			send: async (at) => ({ json: { give: await bundle(at) } }),
			bad: { json: { give: { kind: 'liantu-passport', stamps: [] } } }
		},
		{
			as: null,
			what: 'take',
			none: 'fetched once, and nobody knows by whom',
			send: async (at) => {
				const code = await deposit(at.db, await bundle(at), now());
				return { json: { take: code.ok ? code.value : '' } };
			},
			bad: { json: { take: '00000000' } }
		}
	],
	'/(public)/passport/stamps POST': {
		as: null,
		none: 'only reads',
		send: async (at) => ({ json: await bundle(at) }),
		bad: { json: { kind: 'other' } }
	},
	'/(public)/passport/quiz/[book] ?/open': { ...nobody, none: 'only reads', send: shown() },
	'/(public)/passport/quiz/[book] ?/answer': {
		...nobody,
		none: 'marked and given back, kept nowhere',
		send: shown(() => ({ 'answer-0': '1' }))
	},
	'/(public)/passport/certificate/[book] ?/default': {
		...nobody,
		none: 'printed and given back, kept nowhere',
		send: shown(async (codes, { db }, slug) => {
			const done = await answerQuiz(db, slug, { codes, answers: [1], now: now() });
			return { name: '王小明', proof: (done.ok && done.value.proof) || '' };
		})
	},
	'/(public)/passport/booklet/[book] ?/default': { ...nobody, send: shown() }
};

const BOOK = '/(studio)/studio/stamps/books/[book]';
const PLACE = '/(studio)/studio/stamps/place/[id]';
const operator = (send: Example['send'], more: Partial<Example> = {}): Example => ({
	as: 'operator',
	send,
	...more
});

/** A place the public sees and that has no poster. */
async function bare({ db }: At): Promise<string> {
	const [id] = await putAll(db, [place()], now());
	await write(db, (tx) => enterAll(tx));
	return id!;
}

const fields = {
	...{ titleZh: '走一走', position: 'off', holdDays: '7', questions: '0', revision: '0' }
};
let made = 0;

/** What the office does with posters, books and booklets. */
export const stamping: Examples = {
	'/(studio)/studio/stamps ?/issue': operator(async (at) => ({ form: { place: await bare(at) } })),
	[`${PLACE} ?/issue`]: operator(async (at) => ({ params: { id: await bare(at) } })),
	[`${PLACE} ?/renew`]: operator(async ({ db }) => {
		const [stop] = await stopsWithPosters(db, 1, { by: office() });
		return { params: { id: stop!.id }, form: { version: '1', why: '海报破损' } };
	}),
	[`${BOOK} ?/save`]: operator(
		async (at) => {
			const { stops } = await ready(at);
			const slug = `walk-${++made}`;
			return { params: { book: 'new' }, form: { ...fields, slug, places: stops[0]!.slug } };
		},
		{ bad: { params: { book: 'new' }, form: {} } }
	),
	[`${BOOK} ?/publish`]: operator(
		async (at) => {
			const { book } = await ready(at);
			await showBook(at.db, office(), book.number, false);
			return { params: { book: String(book.number) } };
		},
		{ bad: { params: { book: '999999' } } }
	),
	[`${BOOK} ?/withdraw`]: operator(
		async (at) => ({ params: { book: String((await ready(at)).book.number) } }),
		{ bad: { params: { book: '999999' } } }
	),
	'/(studio)/studio/stamps/redeem ?/default': operator(async (at) => {
		const { book, codes } = await ready(at);
		const done = await reserve(at.db, from('203.0.113.9', now()), book.slug, codes);
		return { form: { code: done.ok ? done.value.code : '' } };
	})
};

import { beforeEach, describe, expect, it } from 'vitest';
import { NOON, emptyDb } from '$tests/make';
import { asRole, from } from '$tests/people';
import { aBook, stampsOf, stopsWithPosters } from '$tests/stamps';
import type { AStop } from '$tests/stamps';
import type { Db } from '../db/open';
import { audit, booklets, stampBooks } from '../db/schema';
import { lookUp, redeem, reserve } from './booklets';
import { bookForForm, saveBook } from './books-office';
import { tidy } from './forget';

const DAY = 86_400_000;
const staff = asRole('operator');
let db: Db;
let stops: AStop[];
let book: { number: number; slug: string };
beforeEach(async () => {
	db = await emptyDb();
	stops = await stopsWithPosters(db, 3);
	book = await aBook(db, stops);
});

const ask = async (codes: string[], now = NOON, slug = book.slug) => {
	const done = await reserve(db, from('203.0.113.9', now), slug, codes);
	return done.ok ? done.value : done.refusals[0]!.reason;
};
const codeOf = async (codes: string[], now = NOON) => {
	const done = await ask(codes, now);
	if (typeof done === 'string') throw new Error(done);
	return done.code;
};
const hand = async (code: string, now = NOON, by = staff) => {
	const done = await redeem(db, { ...by, now }, code);
	return done.ok ? 'handed' : done.refusals[0]!.reason;
};
const taken = async () => (await db.select().from(stampBooks))[0]!.taken;

describe('reserving a booklet', () => {
	it('needs so many stamps of different places of the book', async () => {
		const [a, b] = (await stampsOf(db, stops)) as [string, string];
		expect(await ask([a])).toBe('too-few');
		expect(await ask([a, ...(await stampsOf(db, [stops[0]!]))])).toBe('too-few');
		const changed = b.slice(0, -1) + (b.endsWith('0') ? '1' : '0');
		expect(await ask([a, b, changed])).toBe('forged-stamp');
		expect(await ask([a, b])).toEqual({
			...{ book: book.number, code: expect.stringMatching(/^[0-9A-Z]{8}$/), until: '2026-11-29' }
		});
	});

	it('spends its stamps: neither they nor copies of them reserve again', async () => {
		const all = await stampsOf(db, stops);
		await ask(all);
		expect(await ask(all)).toBe('spent');
		expect(await ask([...(await stampsOf(db, [stops[0]!])), all[1]!])).toBe('spent');
		expect(await taken()).toBe(1);
	});

	it('under a race gives out exactly what there is', async () => {
		const walkers = await Promise.all(
			Array.from({ length: 12 }, (_, i) => stampsOf(db, stops, { address: `192.0.2.${i + 1}` }))
		);
		const said = await Promise.all(walkers.map((codes) => ask(codes)));
		expect(said.filter((one) => one === 'no-stock').length).toBe(9);
		expect(said.filter((one) => typeof one !== 'string').length).toBe(3);
		expect(await taken()).toBe(3);
	});

	it('by one set of stamps twenty times at once gives one', async () => {
		const all = await stampsOf(db, stops);
		const said = await Promise.all(Array.from({ length: 20 }, () => ask(all)));
		expect(said.filter((one) => typeof one !== 'string').length).toBe(1);
		expect(said.filter((one) => one === 'spent').length).toBe(19);
	});

	it('is recorded without a word about who, and the code is nowhere', async () => {
		const code = await codeOf(await stampsOf(db, stops));
		const records = (await db.select().from(audit)).filter(({ noun }) => noun === 'booklets');
		expect(records.map(({ act, person }) => [act, person])).toEqual([['reserve', null]]);
		const kept = JSON.stringify([await db.select().from(booklets), await db.select().from(audit)]);
		expect(kept.includes(code)).toBe(false);
		expect(kept.includes('203.0.113.9')).toBe(false);
	});

	it('is refused for a book that has none or is not published', async () => {
		const plain = await aBook(db, stops, { bookletAt: '', stock: '' });
		const all = await stampsOf(db, stops);
		expect(await ask(all, NOON, plain.slug)).toBe('not-in-book');
		expect(await ask(all, NOON, 'nowhere')).toBe('gone');
	});
});

describe('a reserved booklet', () => {
	it('is handed out once, to whoever has the code, as people type it', async () => {
		const code = await codeOf(await stampsOf(db, stops));
		expect(await hand('00000000')).toBe('code-unknown');
		expect(await hand('short')).toBe('code');
		expect(await hand(code, NOON, asRole('organizer'))).toBe('forbidden');
		expect(await hand(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)).toBe('handed');
		expect(await hand(code)).toBe('code-used');
		expect(await taken()).toBe(1);
	});

	it('is held to the end of its day and then goes back, with its stamps', async () => {
		const all = await stampsOf(db, stops);
		const code = await codeOf(all);
		const end = Date.parse('2026-11-29T23:59:59.999+08:00');
		expect((await lookUp(db, code, end))?.state).toBe('reserved');
		expect(await tidy(db, end - 1)).toEqual({ carries: 0, booklets: 0 });
		expect(await hand(code, end + 1)).toBe('code-expired');
		expect(await tidy(db, end + 1)).toEqual({ carries: 0, booklets: 1 });
		expect(await taken()).toBe(0);
		expect(typeof (await ask(all, end + DAY))).toBe('object');
		expect(await hand(code, end + DAY)).toBe('code-expired');
	});

	it('says at the counter how many of its stamps were flagged', async () => {
		const [first, second] = await stopsWithPosters(db, 2);
		const fast = await aBook(db, [first!, second!]);
		const { memory, collect } = await import('./collect');
		const machine = memory();
		const codes: string[] = [];
		for (const { code } of [first!, second!]) {
			const given = await collect(db, machine, { code, many: 8, address: '192.0.2.9', now: NOON });
			if (given.ok) codes.push(given.value.stamps[0]!);
			for (let i = 0; i < 7; i++)
				await collect(db, machine, { code, many: 8, address: '192.0.2.9', now: NOON });
		}
		const done = await reserve(db, from(), fast.slug, codes);
		if (!done.ok) throw new Error('refused');
		expect(await lookUp(db, done.value.code, NOON)).toMatchObject({ stamps: 2, flagged: 1 });
	});
});

it('a book keeps as many booklets as are reserved', async () => {
	await codeOf(await stampsOf(db, stops));
	const { row, places } = (await bookForForm(db, book.number))!;
	const { revision, number } = row;
	const values = { ...row, places };
	const lowered = await saveBook(db, staff, { number, revision }, { ...values, stock: 0 });
	expect(lowered).toEqual({
		ok: false,
		refusals: [{ field: 'stock', reason: 'below-taken', detail: { taken: 1 } }]
	});
	expect(await saveBook(db, staff, { number, revision: 0 }, values)).toMatchObject({
		refusals: [{ reason: 'changed' }]
	});
});

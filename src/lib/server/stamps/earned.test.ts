import { beforeEach, describe, expect, it } from 'vitest';
import { NOON, emptyDb } from '$tests/make';
import { aBook, stampsOf, stopsWithPosters } from '$tests/stamps';
import type { AStop } from '$tests/stamps';
import type { Db } from '../db/open';
import { carries } from '../db/schema';
import { deposit, fetchCarried, HELD, readCarried } from './carry';
import { answerQuiz, checkDiploma, earnDiploma, openQuiz } from './earned';
import { tidy } from './forget';
import { asKept, known } from './shown';

let db: Db;
let stops: AStop[];
let book: { number: number; slug: string };
let stamps: string[];
beforeEach(async () => {
	db = await emptyDb();
	stops = await stopsWithPosters(db, 3);
	book = await aBook(db, stops);
	stamps = await stampsOf(db, stops);
});

const answer = (answers: (number | null)[], codes = stamps) =>
	answerQuiz(db, book.slug, { codes, answers, now: NOON });
const passed = async () => {
	const done = await answer([1]);
	return (done.ok && done.value.proof) || '';
};
const why = async (asked: Promise<{ ok: boolean; refusals?: { reason: string }[] }>) => {
	const ruled = await asked;
	return ruled.ok ? 'yes' : ruled.refusals![0]!.reason;
};

describe('a quiz', () => {
	it('opens for stamps, and its questions tell no right answer', async () => {
		expect(await why(openQuiz(db, book.slug, []))).toBe('too-few');
		const opened = await openQuiz(db, book.slug, stamps);
		expect(opened.ok && opened.value).toEqual([
			{
				text: { zh: '方在外还是圆在外？', en: null },
				choices: [
					{ zh: '圆在外', en: null },
					{ zh: '方在外', en: null }
				]
			}
		]);
	});

	it('gives a proof to who passed and nothing to who did not', async () => {
		const [wrong, right] = [await answer([0]), await answer([1])];
		expect(wrong).toMatchObject({ ok: true, value: { proof: null, marked: { passed: false } } });
		expect(right).toMatchObject({ ok: true, value: { marked: { right: 1, passed: true } } });
		expect(right.ok && right.value.proof).toMatch(/^[0-9A-Z]{32}$/);
		expect(await why(answer([null]))).toBe('unanswered');
		expect(await why(answer([1], []))).toBe('too-few');
	});
});

describe('a certificate of a stamp book', () => {
	const earn = (over: Partial<Parameters<typeof earnDiploma>[2]> = {}) =>
		earnDiploma(db, book.slug, { codes: stamps, proof: '', name: '王小明', now: NOON, ...over });

	it('needs stamps, the quiz of the same book, and a name that is one', async () => {
		const proof = await passed();
		expect(await why(earn({ proof, codes: stamps.slice(0, 1) }))).toBe('too-few');
		expect(await why(earn())).toBe('quiz-first');
		const other = await aBook(db, stops, { slug: 'other-book' });
		const elsewhere = await answerQuiz(db, other.slug, { codes: stamps, answers: [1], now: NOON });
		expect(await why(earn({ proof: (elsewhere.ok && elsewhere.value.proof) || '' }))).toBe(
			'quiz-first'
		);
		for (const [name, reason] of [
			[' \n', 'missing'],
			['长'.repeat(31), 'too-long'],
			['<b>', 'not-a-name'],
			['王某受贿', 'not-a-name'],
			['a@b.cn', 'not-a-name'],
			['阿依古丽·买买提', 'yes'],
			['𠮷田', 'yes']
		] as const)
			expect([name, await why(earn({ proof, name }))]).toEqual([name, reason]);
	});

	it('has a code that says book, day and stamps to anybody, and names nobody', async () => {
		const earned = await earn({ proof: await passed() });
		if (!earned.ok) throw new Error('refused');
		const { code } = earned.value;
		expect(await checkDiploma(db, code.toLowerCase())).toEqual({
			...{ title: { zh: expect.stringContaining('印章册'), en: null }, demonstration: false },
			...{ count: 3, of: 3, day: '2026-11-22' }
		});
		const changed = (code.startsWith('0') ? '1' : '0') + code.slice(1);
		for (const forged of [changed, '', stamps[0]!, await passed()])
			expect(await checkDiploma(db, forged)).toBe(null);
	});
});

describe('carrying a passport over', () => {
	const bundle = async () => ({
		kind: 'liantu-passport',
		nick: '奶奶',
		stamps: asKept(await known(db, stamps)),
		passed: { [book.number]: await passed(), 99: 'FORGED' },
		reserved: [{ book: book.number, code: 'ABCD1234', until: '2026-12-01' }]
	});

	it('is done once and then gone, and the nickname never leaves', async () => {
		const code = await deposit(db, await bundle(), NOON);
		if (!code.ok) throw new Error('refused');
		const held = JSON.stringify(await db.select().from(carries));
		for (const word of ['奶奶', code.value, stamps[0]!]) expect(held.includes(word)).toBe(false);
		const fetched = await fetchCarried(db, code.value.toLowerCase(), NOON + HELD - 1);
		expect(fetched.ok && fetched.value.stamps.map(({ stamp }) => stamp)).toEqual(stamps);
		expect(fetched.ok && Object.keys(fetched.value.passed)).toEqual([String(book.number)]);
		expect(JSON.stringify(fetched)).not.toContain('奶奶');
		expect(await why(fetchCarried(db, code.value, NOON))).toBe('code-unknown');
		expect(await db.$count(carries)).toBe(0);
	});

	it('ends after a quarter of an hour, and what is left is deleted', async () => {
		const code = await deposit(db, await bundle(), NOON);
		expect(await why(fetchCarried(db, (code.ok && code.value) || '', NOON + HELD))).toBe(
			'code-unknown'
		);
		expect(await tidy(db, NOON + HELD)).toEqual({ carries: 1, booklets: 0 });
		expect(await db.$count(carries)).toBe(0);
	});

	it('leaves out what we did not sign and refuses what holds nothing of ours', async () => {
		const mixed = { ...(await bundle()) };
		mixed.stamps = [...mixed.stamps, { ...mixed.stamps[0]!, stamp: '0'.repeat(40), place: 'x' }];
		const read = await readCarried(db, mixed);
		expect(read.ok && read.value.stamps.length).toBe(3);
		const forged = { ...mixed, stamps: mixed.stamps.slice(-1) };
		expect(await why(readCarried(db, forged))).toBe('no-stamps');
		for (const value of [null, 7, [], {}, { kind: 'liantu-passport' }, '{"kind":1}'])
			expect((await readCarried(db, value)).ok).toBe(false);
		expect(await why(fetchCarried(db, '../../etc', NOON))).toBe('code');
	});

	it('tells place and day by the signature, whatever a file says', async () => {
		const lied = [
			{ stamp: stamps[0]!, place: 'elsewhere', day: '1999-01-01', name: 'x', near: true }
		];
		const read = await readCarried(db, { kind: 'liantu-passport', stamps: lied });
		expect(read.ok && read.value.stamps).toMatchObject([
			{ place: stops[0]!.slug, day: '2026-11-22', near: true }
		]);
	});
});

import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TypedDecision } from '$lib/domain/contests/eligibility';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { audit, entries, entryEditors, entryOpinions, entryTrace } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import type { Self } from '$lib/server/people/account';
import { aPlan, anEdition, anEntry, content } from '$tests/contests';
import type { AnEdition } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { acting, mails, signedIn, somebody } from '$tests/people';
import { decide } from './eligibility';
import { decideMany } from './eligibility-bulk';
import type { Deciding } from './eligibility';
import { submitEntry } from './submit';

let db: Db;
let edition: AnEdition;
let author: Self;
let wang: Self;
let zhao: Self;

const DAY = 86_400_000;

async function world(over: Parameters<typeof aPlan>[0] = {}) {
	db = await emptyDb();
	edition = await anEdition(db, { plan: aPlan(over) });
	author = await acting(db, await signedIn(db, await somebody(db, { name: '作者' })));
	wang = await acting(
		db,
		await signedIn(db, await somebody(db, { roles: ['organizer'] }), { strong: true })
	);
	zhao = await acting(
		db,
		await signedIn(db, await somebody(db, { roles: ['organizer'] }), { strong: true })
	);
}
beforeEach(() => world());

const waiting = (over = {}) =>
	anEntry(db, edition, { state: 'submitted', owner: author.who.id, ...over });
const words = (over: Partial<TypedDecision> = {}): TypedDecision => ({
	deed: 'pass',
	reasons: [],
	note: '',
	due: '',
	...over
});
const says = (over: Partial<Deciding> = {}): Deciding => ({ ...words(), version: 1, ...over });
const back = (over: Partial<Deciding> = {}) =>
	says({ deed: 'return', reasons: ['film-length', 'other'], note: '片尾请加字幕', ...over });
const now = async (id: string) => (await db.select().from(entries).where(eq(entries.id, id)))[0]!;
const traceOf = async (id: string) =>
	(await db.select().from(entryTrace).where(eq(entryTrace.entryId, id))).map(
		({ act, state, reasons, note, dueAt, personId }) => ({
			...{ act, state, reasons, note, dueAt, personId }
		})
	);
const acts = async () => (await db.select().from(audit)).map(({ act }) => act);
const reasonOf = async (said: ReturnType<typeof decide>) => {
	const ruled = await said;
	return ruled.ok ? null : ruled.refusals[0]?.reason;
};

describe('a decision', () => {
	it('passes an entry: state, trace, record and mail in one step', async () => {
		const { id } = await waiting();
		const before = await acts();
		expect(await decide(db, wang, id, says())).toEqual({
			ok: true,
			value: { state: 'passed', stands: true, again: false }
		});
		expect((await now(id)).state).toBe('passed');
		expect((await now(id)).decidedAt).toBe(wang.now);
		expect(await traceOf(id)).toEqual([
			{
				act: 'pass',
				state: 'passed',
				reasons: [],
				note: null,
				dueAt: null,
				personId: wang.who.id
			}
		]);
		expect((await acts()).slice(before.length)).toEqual(['pass']);
		const [mail] = await mails(db);
		expect([mail!.template, mail!.to]).toEqual(['entry-passed', author.who.email]);
	});

	it('returns an entry with reasons until the edition’s day, or the officer’s', async () => {
		const first = await waiting();
		await decide(db, wang, first.id, back());
		expect((await now(first.id)).state).toBe('returned');
		expect((await now(first.id)).correctBy).toBe(edition.plan.dates.correctUntil);
		const second = await waiting();
		await decide(db, wang, second.id, back({ due: '2026-12-01' }));
		expect((await now(second.id)).correctBy).toBe(Date.parse('2026-12-01T23:59:00+08:00'));
	});

	it('gives a week where neither says, and never a day that is past', async () => {
		await world({ dates: { ...aPlan().dates, correctUntil: null } });
		const { id } = await waiting();
		expect(await reasonOf(decide(db, wang, id, back({ due: '2020-01-01' })))).toBe('past');
		expect(await reasonOf(decide(db, wang, id, back({ due: '2026-02-30' })))).toBe('not-date');
		expect(await reasonOf(decide(db, wang, id, back({ due: '2028-01-01' })))).toBe('too-late');
		await decide(db, wang, id, back());
		const due = (await now(id)).correctBy!;
		expect(Math.floor((due - wang.now) / DAY)).toBe(7);
	});

	it('asks a reason to return or refuse, and a word for “other” and for opening again', async () => {
		const { id } = await waiting();
		for (const deed of ['return', 'refuse'] as const) {
			expect(await reasonOf(decide(db, wang, id, says({ deed })))).toBe('required');
			expect(await reasonOf(decide(db, wang, id, says({ deed, reasons: ['made-up'] })))).toBe(
				'required'
			);
			expect(await decide(db, wang, id, says({ deed, reasons: ['other'] }))).toEqual({
				ok: false,
				refusals: [{ field: 'note', reason: 'required' }]
			});
		}
		expect((await now(id)).state).toBe('submitted');
		await decide(db, wang, id, says());
		expect(await reasonOf(decide(db, wang, id, says({ deed: 'reopen' })))).toBe('required');
		await decide(db, wang, id, says({ deed: 'reopen', note: '看漏了一处' }));
		expect((await now(id)).state).toBe('submitted');
		expect((await now(id)).decidedAt).toBe(null);
	});

	it('is made on the version that was looked at and no other', async () => {
		const { id } = await waiting({ version: 2 });
		expect(await decide(db, wang, id, says({ version: 1 }))).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'stale', detail: { version: 2 } }]
		});
		expect((await now(id)).state).toBe('submitted');
	});

	it('is made once however often it is clicked', async () => {
		const { id } = await waiting();
		const all = await Promise.all([1, 2, 3].map(() => decide(db, wang, id, back())));
		expect(all.map((said) => said.ok && said.value.again)).toEqual([false, true, true]);
		expect(await traceOf(id)).toHaveLength(1);
		expect((await mails(db)).length).toBe(1);
		// Somebody else who says the same later is told that it is done.
		expect(await reasonOf(decide(db, zhao, id, back()))).toBe('not-waiting');
	});

	it.each(['owner', 'editor', 'contact'])(
		'is never made by the %s of an entry, and the attempt is kept',
		async (kind) => {
			const entry = await waiting(
				kind === 'owner'
					? { owner: wang.who.id }
					: kind === 'contact'
						? {
								content: content({
									contact: {
										name: '王',
										phone: '13800000000',
										email: wang.who.email.toUpperCase(),
										address: null
									}
								})
							}
						: {}
			);
			if (kind === 'editor')
				await write(db, (tx) =>
					tx.insert(entryEditors).values({ entryId: entry.id, personId: wang.who.id, at: NOON })
				);
			const before = await acts();
			expect(await reasonOf(decide(db, wang, entry.id, says()))).toBe('own-entry');
			expect((await now(entry.id)).state).toBe('submitted');
			expect((await acts()).slice(before.length)).toEqual(['conflict']);
			expect((await decide(db, zhao, entry.id, says())).ok).toBe(true);
		}
	);

	it('is nothing for jurors, contestants and editors, nor on a draft', async () => {
		const { id } = await waiting();
		for (const role of ['juror', 'contestant', 'editor', 'approver'] as const) {
			const by = await acting(
				db,
				await signedIn(db, await somebody(db, { roles: [role] }), { strong: true })
			);
			expect([role, await reasonOf(decide(db, by, id, says()))]).toEqual([role, 'gone']);
		}
		expect(await reasonOf(decide(db, { ...wang, who: null } as unknown as By, id, says()))).toBe(
			'gone'
		);
		const draft = await anEntry(db, edition, { owner: author.who.id });
		expect(await reasonOf(decide(db, wang, draft.id, says({ version: 0 })))).toBe('gone');
	});

	it('gives more time to an entry that was returned, and to no other', async () => {
		const { id } = await waiting();
		const more = says({ deed: 'extend', due: '2027-01-10' });
		expect(await reasonOf(decide(db, wang, id, more))).toBe('not-returned');
		await decide(db, wang, id, back());
		expect((await decide(db, zhao, id, more)).ok).toBe(true);
		expect((await now(id)).correctBy).toBe(Date.parse('2027-01-10T23:59:00+08:00'));
		expect((await mails(db)).map(({ template }) => template)).toEqual([
			'entry-returned',
			'entry-extended'
		]);
	});

	it('goes out in the language of whoever reads it', async () => {
		const reader = await somebody(db, { locale: 'en' });
		const { id } = await waiting({ owner: reader });
		await decide(db, wang, id, back());
		const [mail] = await mails(db);
		expect(mail!.text).toContain('Reasons: ');
	});
});

describe('where two have to agree', () => {
	beforeEach(() => world({ eligibility: { twoPersons: true } }));

	it('the first opinion changes nothing, the second of the same mind makes it stand', async () => {
		const { id } = await waiting();
		const first = await decide(db, wang, id, back());
		expect(first).toEqual({ ok: true, value: { state: 'submitted', stands: false, again: false } });
		expect(await mails(db)).toEqual([]);
		const again = await decide(db, wang, id, back());
		expect(again).toEqual({ ok: true, value: { state: 'submitted', stands: false, again: true } });
		const second = await decide(
			db,
			zhao,
			id,
			back({ reasons: ['film-subtitles'], note: '字幕有错字' })
		);
		expect(second).toEqual({ ok: true, value: { state: 'returned', stands: true, again: false } });
		const [said] = await traceOf(id);
		expect(said!.reasons).toEqual(['film-length', 'other', 'film-subtitles']);
		expect(said!.note).toBe('片尾请加字幕\n字幕有错字');
		expect((await acts()).slice(-2)).toEqual(['propose', 'return']);
	});

	it('two who disagree leave it open, and either may come round', async () => {
		const { id } = await waiting();
		await decide(db, wang, id, says());
		await decide(db, zhao, id, back());
		expect((await now(id)).state).toBe('submitted');
		expect((await db.select().from(entryOpinions)).map(({ verdict }) => verdict).sort()).toEqual([
			'pass',
			'return'
		]);
		await decide(db, zhao, id, says());
		expect((await now(id)).state).toBe('passed');
	});

	it('an opinion on an older version counts for nothing', async () => {
		const { id } = await waiting();
		await decide(db, wang, id, says());
		await write(db, (tx) => tx.update(entries).set({ version: 2 }).where(eq(entries.id, id)));
		const said = await decide(db, zhao, id, says({ version: 2 }));
		expect(said.ok && said.value.stands).toBe(false);
	});

	it('opened again it needs two anew', async () => {
		const { id } = await waiting();
		await decide(db, wang, id, says());
		await decide(db, zhao, id, says());
		await decide(db, zhao, id, says({ deed: 'reopen', note: '再看一遍' }));
		const said = await decide(db, wang, id, says());
		expect(said.ok && said.value.stands).toBe(false);
	});
});

describe('several at once', () => {
	it('the check says how each would fare and changes nothing', async () => {
		const good = await waiting();
		const own = await waiting({ owner: wang.who.id });
		const done = await waiting({ state: 'passed' });
		const picked = [good, own, done].map(({ id }) => ({ id, version: 1 }));
		const before = await acts();
		const check = await decideMany(db, wang, picked, words(), { only: 'check' });
		expect(check.done.map(({ id }) => id)).toEqual([good.id]);
		expect(check.refused.map(({ id, reason }) => [id, reason])).toEqual([
			[own.id, 'own-entry'],
			[done.id, 'not-waiting']
		]);
		expect(await acts()).toEqual(before);
		expect((await now(good.id)).state).toBe('submitted');
		const made = await decideMany(db, wang, picked, words());
		expect(made.done.map(({ id }) => id)).toEqual([good.id]);
		expect((await now(good.id)).state).toBe('passed');
		expect((await now(own.id)).state).toBe('submitted');
	});
});

it('what was corrected comes back into the queue and is decided in its new version', async () => {
	await world({
		statements: aPlan().statements.map((one) => ({ ...one, required: false })),
		categories: aPlan().categories.map((one) => ({
			...one,
			materials: one.materials.map((material) => ({ ...material, required: false }))
		}))
	});
	const { id } = await waiting({ content: content() });
	await decide(db, wang, id, back());
	const sent = await submitEntry(db, { ...author, now: wang.now + 1 }, id, 'zh');
	expect(sent.ok && sent.value.version).toBe(2);
	expect(await reasonOf(decide(db, wang, id, says()))).toBe('stale');
	expect((await decide(db, wang, id, says({ version: 2 }))).ok).toBe(true);
});

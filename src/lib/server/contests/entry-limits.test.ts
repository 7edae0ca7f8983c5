import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CrewMember } from '$lib/domain/contests/entry';
import type { Db } from '$lib/server/db/open';
import { audit, entries, entryEditors, newId, uploads } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import type { Self } from '$lib/server/people/account';
import { aPlan, anEdition, anEntry, content } from '$tests/contests';
import type { AnEdition } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { acting, signedIn, somebody } from '$tests/people';
import { copyEntry, saveEntry, submitEntry } from './entries';
import { decide } from './eligibility';

let db: Db;
let edition: AnEdition;
let li: Self;

const reasons = (ruled: { ok: boolean; refusals?: { reason: string }[] }) =>
	ruled.ok ? [] : ruled.refusals!.map(({ reason }) => reason);
const row = async (id: string) => (await db.select().from(entries).where(eq(entries.id, id)))[0]!;

beforeEach(async () => {
	db = await emptyDb();
	edition = await anEdition(db);
	li = await acting(db, await signedIn(db, await somebody(db)));
});

describe('a crew', () => {
	const people = (from: number, count: number): CrewMember[] =>
		Array.from({ length: count }, (_, n) => ({ ...content().crew[0]!, id: `p${from + n}` }));

	it('never grows beyond a form, in however many parts it is sent', async () => {
		const { id } = await anEntry(db, edition, {
			owner: li.who.id,
			content: content({ crew: people(0, 30) })
		});
		const more = (count: number) =>
			saveEntry(db, li, id, { content: { crew: people(30, count) }, began: { crew: [] } });
		expect(reasons(await more(11))).toEqual(['too-much']);
		expect((await row(id)).content.crew.length).toBe(30);
		expect((await more(10)).ok).toBe(true);
		expect((await row(id)).content.crew.length).toBe(40);
	});

	it('of more people, from before there was a limit, may become smaller', async () => {
		const { id } = await anEntry(db, edition, {
			owner: li.who.id,
			content: content({ crew: people(0, 45) })
		});
		const saved = await saveEntry(db, li, id, {
			content: { crew: [] },
			began: { crew: people(0, 3) }
		});
		expect(saved.ok).toBe(true);
		expect((await row(id)).content.crew.length).toBe(42);
	});
});

/** An edition that asks for no files and no agreement, so that words alone are submitted. */
async function plain({ perUnit = null as number | null, film = false } = {}) {
	const plan = aPlan();
	for (const statement of plan.statements) statement.required = false;
	for (const category of plan.categories)
		for (const material of category.materials) material.required = film && material.kind === 'film';
	plan.channels.unit = { open: true, perUnit, chain: [], quotas: {} };
	edition = await anEdition(db, { plan });
	return edition.plan.dates.closesAt!;
}

describe('the places of a unit', () => {
	const draft = async (unit: string) =>
		(
			await anEntry(db, edition, {
				owner: li.who.id,
				channel: 'unit',
				content: content({ unit, agreed: [] })
			})
		).id;

	it('are counted however its name is written', async () => {
		await plain({ perUnit: 1 });
		expect((await submitEntry(db, li, await draft('港南村 A组'), 'zh')).ok).toBe(true);
		expect(reasons(await submitEntry(db, li, await draft('港南村Ａ组'), 'zh'))).toEqual([
			'per-unit'
		]);
	});

	it('are not found by correcting: a full unit takes no entry from another', async () => {
		await plain({ perUnit: 1 });
		expect((await submitEntry(db, li, await draft('港南村'), 'zh')).ok).toBe(true);
		const id = await draft('别村');
		expect((await submitEntry(db, li, id, 'zh')).ok).toBe(true);
		await saveEntry(db, li, id, { content: { unit: '港南村' }, began: null });
		expect(reasons(await submitEntry(db, li, id, 'zh'))).toEqual(['per-unit']);
		expect((await row(id)).unit).toBe('别村');
		await saveEntry(db, li, id, { content: { unit: '别村', title: '又一遍' }, began: null });
		expect((await submitEntry(db, li, id, 'zh')).ok).toBe(true);
	});
});

it('grace is for films still under way at the close, and for nothing else', async () => {
	const closesAt = await plain();
	const late = { ...li, now: closesAt + 60_000 };
	// What is said of a draft that is in time: its film is not there yet.
	const inTime = ['file'];
	const begun = async (over: Partial<typeof uploads.$inferInsert>) => {
		const { id } = await anEntry(db, edition, {
			owner: li.who.id,
			content: content({ agreed: [] })
		});
		await write(db, (tx) =>
			tx.insert(uploads).values({
				id: newId(NOON),
				personId: li.who.id,
				entryId: id,
				materialId: 'film',
				originalName: 'x.mp4',
				expiresAt: closesAt + 86_400_000,
				firstAt: closesAt - 60_000,
				lastAt: closesAt - 1,
				createdAt: closesAt - 60_000,
				updatedAt: closesAt - 1,
				...over
			})
		);
		return reasons(await submitEntry(db, late, id, 'zh'));
	};
	// Nobody waits for a film that may be left out.
	expect(await begun({})).toEqual(['closed']);
	await plain({ film: true });
	expect(await begun({ materialId: 'poster' })).toEqual(['closed']);
	expect(await begun({ state: 'ended' })).toEqual(['closed']);
	expect(await begun({ state: 'kept' })).toEqual(['closed']);
	expect(await begun({ firstAt: null, lastAt: null })).toEqual(['closed']);
	expect(await begun({ firstAt: closesAt, lastAt: null })).toEqual(['closed']);
	expect(await begun({ lastAt: closesAt - 16 * 60_000 })).toEqual(['closed']);
	expect(await begun({ state: 'kept', updatedAt: closesAt })).toEqual(inTime);
	expect(await begun({ state: 'complete' })).toEqual(inTime);
	expect(await begun({})).toEqual(inTime);
});

describe('a copy', () => {
	const guardian = { name: '李母', phone: '13900000000', consent: true };
	const child = { id: 'c', name: '李小', role: 'director', age: 'under-14' as const, guardian };

	it('asks guardians anew, and gives an editor no way to reach anybody', async () => {
		const zhou = await acting(db, await signedIn(db, await somebody(db)));
		const { id } = await anEntry(db, edition, {
			owner: li.who.id,
			content: content({ crew: [child] })
		});
		await write(db, (tx) =>
			tx.insert(entryEditors).values({ entryId: id, personId: zhou.who.id, at: NOON })
		);
		const copied = async (by: Self) => {
			const made = await copyEntry(db, by, id);
			const { crew, contact } = (await row(made.ok ? made.value : '')).content;
			return [crew[0]!.guardian, contact];
		};
		expect(await copied(li)).toEqual([{ ...guardian, consent: false }, content().contact]);
		expect(await copied(zhou)).toEqual([
			null,
			{ name: '', phone: '', email: zhou.who.email, address: null }
		]);
	});
});

it('what is opened again is shown to nobody until it is released again', async () => {
	const office = await acting(
		db,
		await signedIn(db, await somebody(db, { roles: ['organizer'] }), { strong: true })
	);
	const { id } = await anEntry(db, edition, {
		owner: li.who.id,
		state: 'passed',
		releasedAt: NOON,
		publicConsentAt: NOON
	});
	const said = await decide(db, office, id, {
		deed: 'reopen',
		reasons: [],
		note: '有人提出疑问',
		due: '',
		version: 1
	});
	expect([reasons(said), (await row(id)).releasedAt]).toEqual([[], null]);
});

it('what is kept while somebody types is on the record once an hour for each who writes', async () => {
	const zhou = await acting(db, await signedIn(db, await somebody(db)));
	const { id } = await anEntry(db, edition, { owner: li.who.id });
	await write(db, (tx) =>
		tx.insert(entryEditors).values({ entryId: id, personId: zhou.who.id, at: NOON })
	);
	let n = 0;
	const typing = async (by: Self, minutes: number) => {
		const before = await db.$count(audit);
		const now = { ...by, now: NOON + minutes * 60_000 };
		const typed = { content: { title: `第${++n}稿` }, began: null, auto: true };
		expect((await saveEntry(db, now, id, typed)).ok).toBe(true);
		return (await db.$count(audit)) - before;
	};
	expect([await typing(li, 0), await typing(li, 1), await typing(zhou, 2)]).toEqual([1, 0, 1]);
	expect([await typing(li, 59), await typing(li, 60), await typing(zhou, 61)]).toEqual([0, 1, 0]);
});

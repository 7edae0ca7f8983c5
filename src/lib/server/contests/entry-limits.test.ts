import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CrewMember } from '$lib/domain/contests/entry';
import type { Db } from '$lib/server/db/open';
import { entries } from '$lib/server/db/schema';
import type { Self } from '$lib/server/people/account';
import { anEdition, anEntry, content } from '$tests/contests';
import type { AnEdition } from '$tests/contests';
import { emptyDb } from '$tests/make';
import { acting, signedIn, somebody } from '$tests/people';
import { saveEntry } from './entries';

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

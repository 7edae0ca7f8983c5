import { eq } from 'drizzle-orm';
import { beforeEach } from 'vitest';
import type { TypedDecision } from '$lib/domain/contests/eligibility';
import type { Db } from '$lib/server/db/open';
import { audit, entries, entryTrace } from '$lib/server/db/schema';
import type { Self } from '$lib/server/people/account';
import { aPlan, anEdition, anEntry } from '../contests';
import type { AnEdition } from '../contests';
import { emptyDb } from '../make';
import { acting, signedIn, somebody } from '../people';
import { decide } from '$lib/server/contests/eligibility';
import type { Deciding } from '$lib/server/contests/eligibility';

// An edition with an author and two officers, anew before every test.

export let db: Db;

export let edition: AnEdition;

export let author: Self;

export let wang: Self;

export let zhao: Self;

export const DAY = 86_400_000;

export async function world(over: Parameters<typeof aPlan>[0] = {}) {
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

export const waiting = (over = {}) =>
	anEntry(db, edition, { state: 'submitted', owner: author.who.id, ...over });

export const words = (over: Partial<TypedDecision> = {}): TypedDecision => ({
	deed: 'pass',
	reasons: [],
	note: '',
	due: '',
	...over
});

export const says = (over: Partial<Deciding> = {}): Deciding => ({
	...words(),
	version: 1,
	...over
});

export const back = (over: Partial<Deciding> = {}) =>
	says({ deed: 'return', reasons: ['film-length', 'other'], note: '片尾请加字幕', ...over });

export const now = async (id: string) =>
	(await db.select().from(entries).where(eq(entries.id, id)))[0]!;

export const traceOf = async (id: string) =>
	(await db.select().from(entryTrace).where(eq(entryTrace.entryId, id))).map(
		({ act, state, reasons, note, dueAt, personId }) => ({
			...{ act, state, reasons, note, dueAt, personId }
		})
	);

export const acts = async () => (await db.select().from(audit)).map(({ act }) => act);

export const reasonOf = async (said: ReturnType<typeof decide>) => {
	const ruled = await said;
	return ruled.ok ? null : ruled.refusals[0]?.reason;
};

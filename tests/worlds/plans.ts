import { asc } from 'drizzle-orm';
import { beforeEach } from 'vitest';
import { anEdition } from '../contests';
import type { AnEdition } from '../contests';
import { emptyDb, NOON } from '../make';
import { asRole } from '../people';
import type { Plan } from '$lib/domain/contests/plan';
import { partOf } from '$lib/domain/contests/plan-parts';
import type { Db } from '$lib/server/db/open';
import { audit } from '$lib/server/db/schema';
import { planOf, savePlan } from '$lib/server/contests/plans';

// An edition with a plan that may be published, anew before every test.

export const by = asRole('organizer');

export let db: Db;

export let made: AnEdition;

beforeEach(async () => {
	db = await emptyDb();
	made = await anEdition(db, { state: 'draft' });
});

/** Another edition in the place of the first. */
export const instead = async (wish: Parameters<typeof anEdition>[1]) =>
	(made = await anEdition(db, wish));

export const acts = async () =>
	(await db.select().from(audit).orderBy(asc(audit.seq))).map(({ act, noun }) => `${noun} ${act}`);

export const numbering = (pattern: string, version: number) =>
	savePlan(db, by, made.editionId, { version, part: 'numbering', said: { numbering: pattern } });

/** A page of the plan changed and sent. */
export async function send(
	part: Parameters<typeof partOf>[1],
	change: (said: Plan) => unknown,
	{ version = 1, why = '', now = NOON } = {}
) {
	const plan = structuredClone((await planOf(db, made.editionId))!);
	change(plan);
	return savePlan(db, { ...by, now }, made.editionId, {
		version,
		part,
		said: partOf(plan, part)!,
		why
	});
}

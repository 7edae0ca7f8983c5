import { asc, eq } from 'drizzle-orm';
import { typedOf } from '$lib/domain/judging/desk/sheet-form';
import type { StageStep } from '$lib/domain/judging/stage/turn';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { audit, tasks } from '$lib/server/db/schema';
import { evenly } from './judging';
import type { ARound } from './judging';
import { emptyDb, NOON } from './make';
import { asRole, sample } from './people';
import { aStage } from './stage-world';
import { lockSheet, saveSheet } from '$lib/server/judging/score';
import { roundById } from '$lib/server/judging/rounds';
import { stageDesk } from '$lib/server/judging/stage-desk';
import { drawStage } from '$lib/server/judging/stage-draw';
import { stageDeed } from '$lib/server/judging/stage-steps';
import { stageOf } from '$lib/server/judging/stage';

export const office = asRole('organizer');
export const juror = async (db: Db, round: ARound, n: number): Promise<By> => ({
	who: { ...sample(round.jurors[n]!.personId, 'juror') },
	address: null,
	now: NOON
});

export async function score(
	db: Db,
	round: ARound,
	entryId: string,
	n: number,
	points: number,
	lock = false
) {
	const [task] = (await db.select().from(tasks).where(eq(tasks.entryId, entryId))).filter(
		({ jurorId }) => jurorId === round.jurors[n]!.id
	);
	const code = round.entries.find(({ id }) => id === entryId)!.code;
	const asked = { roundId: round.roundId, code, taskId: task!.id };
	return (lock ? lockSheet : saveSheet)(db, await juror(db, round, n), asked, {
		typed: (plan) => typedOf(plan, evenly(plan, points)),
		...{ revision: task!.revision, key: null, typedAt: null }
	});
}
export const deed = (
	db: Db,
	round: ARound,
	step: StageStep,
	entryId: string,
	why = '',
	by: By = office
) => stageDeed(db, by, round.roundId, { step, entryId, why, anyway: false });
export const reasonOf = (said: { ok: boolean; refusals?: { reason: string }[] }) =>
	said.ok ? null : said.refusals![0]!.reason;

/** A stage whose order is drawn, and its entries in that order. */
export async function drawn(over: Parameters<typeof aStage>[1] = {}) {
	const db = await emptyDb();
	const round = await aStage(db, over);
	await drawStage(db, office, round.roundId, '');
	const { turns } = (await stageOf(db, round.roundId))!;
	return { db, round, line: turns.map(({ entryId }) => entryId) };
}
export const lineNow = async (db: Db, round: ARound) =>
	(await stageOf(db, round.roundId))!.turns.map(({ entryId }) => entryId);
export const acts = async (db: Db) =>
	(await db.select().from(audit).where(eq(audit.noun, 'stages')).orderBy(asc(audit.seq))).map(
		({ act }) => act
	);

/** Has somebody speak and be scored by all, up to and with a deed. */
export async function through(
	db: Db,
	round: ARound,
	entryId: string,
	points: readonly number[],
	until: 'open' | 'close' | 'reveal' = 'reveal'
) {
	await deed(db, round, 'call', entryId);
	await deed(db, round, 'open', entryId);
	for (const [n, mark] of points.entries()) await score(db, round, entryId, n, mark);
	if (until !== 'open') await deed(db, round, 'close', entryId);
	if (until === 'reveal') await deed(db, round, 'reveal', entryId);
}

/** The stage as whoever leads it sees it. */
export const view = async (db: Db, round: ARound, who: By['who'] = office.who) =>
	(await stageDesk(db, who, (await roundById(db, round.editionId, round.roundId))!, 'zh', NOON))!;

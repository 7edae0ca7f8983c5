import { and, eq } from 'drizzle-orm';
import { phaseOf } from '$lib/domain/judging/desk/allow';
import { clean } from '$lib/domain/judging/desk/sheet-form';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Db, Tx } from '../db/open';
import { jurors, panel, roundEntries, rounds, tasks } from '../db/schema';
import { write } from '../db/write';
import { standsApart } from './apart';
import { aliasesOf } from './desk-alias';
import { putSheet } from './score-write';

/** Longest reason in characters. */
const WHY_MOST = 300;

/** The same by what the office reads off a list: the juror, and the code the juror sees. */
export const unlockByCode = (
	db: Db,
	by: By,
	roundId: string,
	{ juror, code, why }: { juror: string; code: string; why: string }
): Promise<Ruled<{ label: string; code: string }>> =>
	write(db, async (tx) => {
		if (!mayOrganize(by.who)) return refuse({ field: '', reason: 'not-yours' });
		const rows = await tx
			.select({ task: tasks, code: roundEntries.code })
			.from(tasks)
			.innerJoin(
				roundEntries,
				and(eq(roundEntries.roundId, tasks.roundId), eq(roundEntries.entryId, tasks.entryId))
			)
			.where(and(eq(tasks.roundId, roundId), eq(tasks.jurorId, juror)));
		const aliases = await aliasesOf(tx, roundId, rows);
		const asked = code.normalize('NFKC').trim().toUpperCase();
		const found = rows.find(({ task, code: own }) => (aliases.get(task.id) ?? own) === asked);
		if (!found) return refuse({ field: 'code', reason: 'no-such-sheet' });
		const said = await unlock(tx, by, roundId, found.task.id, why);
		return said.ok ? accept({ ...said.value, code: asked }) : said;
	});

async function unlock(
	tx: Tx,
	by: By,
	roundId: string,
	taskId: string,
	typed: string
): Promise<Ruled<{ label: string }>> {
	if (!by.who || !mayOrganize(by.who)) return refuse({ field: '', reason: 'not-yours' });
	const [row] = await tx
		.select({ task: tasks, round: rounds, label: jurors.label, juror: jurors.personId })
		.from(tasks)
		.innerJoin(rounds, eq(rounds.id, tasks.roundId))
		.innerJoin(jurors, eq(jurors.id, tasks.jurorId))
		.where(and(eq(tasks.id, taskId), eq(tasks.roundId, roundId)));
	if (!row) return refuse({ field: '', reason: 'gone' });
	const { task, round, label } = row;
	if (await standsApart(tx, by.who, round.editionId))
		return refuse({ field: '', reason: 'stands-apart' });
	if (row.juror === by.who.id) return refuse({ field: '', reason: 'own-sheet' });
	const why = clean(typed);
	if (!why) return refuse({ field: 'why', reason: 'missing' });
	if (why.length > WHY_MOST)
		return refuse({ field: 'why', reason: 'too-long', detail: { limit: WHY_MOST } });
	if (task.state !== 'locked') return refuse({ field: '', reason: 'not-locked' });
	if (phaseOf(round, by.now) !== 'open') return refuse({ field: '', reason: 'closed' });
	await putSheet(tx, by, task, {
		act: 'unlock',
		state: 'scored',
		sheet: task.sheet!,
		total: task.total,
		key: null,
		typedAt: null,
		why
	});
	await tx
		.update(panel)
		.set({ signedAt: null, signedHash: null })
		.where(and(eq(panel.roundId, roundId), eq(panel.jurorId, task.jurorId)));
	return accept({ label });
}

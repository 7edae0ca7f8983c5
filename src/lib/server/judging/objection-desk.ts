import { and, count, eq, inArray } from 'drizzle-orm';
import type { Sheet } from '$lib/domain/judging/notice/desk';
import { isLate, isOpen } from '$lib/domain/judging/notice/notice';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { dayStamp } from '$lib/domain/when';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { audit, decisions, entries, notices, objections, rounds, tasks } from '../db/schema';
import { write } from '../db/write';
import { standsApart } from './apart';
import { freshFor } from './objection-again';
import { saidIn } from './objections';
import type { ObjectionRow } from './objections';
import { prizesOf } from './prizes';
import { resultsOf } from './results';

const find = async (db: Reader, editionId: string, id: string) => {
	const [row] = await db
		.select({ objection: objections, notice: notices, round: rounds, entry: entries })
		.from(objections)
		.innerJoin(notices, eq(notices.id, objections.noticeId))
		.innerJoin(rounds, eq(rounds.id, notices.roundId))
		.innerJoin(entries, eq(entries.id, objections.entryId))
		.where(and(eq(objections.id, id), eq(notices.editionId, editionId)));
	return row ?? null;
};

/** Whether somebody may open what was said: of the office, and without an entry of their own. */
async function opened(tx: Reader, by: By, editionId: string, id: string) {
	const row = await find(tx, editionId, id);
	if (!row || !mayOrganize(by.who)) return refuse({ field: '', reason: 'gone' });
	if (await standsApart(tx, by.who, editionId))
		return refuse({ field: '', reason: 'stands-apart' });
	return accept(row);
}

/** One record for each person who ever opened it: reloading a page is not another look. */
async function looked(tx: Tx, by: By, id: string): Promise<void> {
	const before = await tx.$count(
		audit,
		and(
			eq(audit.noun, 'objections'),
			eq(audit.thing, id),
			eq(audit.act, 'view'),
			eq(audit.person, by.who!.id)
		)
	);
	if (!before) await record(tx, by, { act: 'view', noun: 'objections', id });
}

/** Opens an objection with everything personal in it; who did stands on the record once. */
export const openObjection = (
	db: Db,
	by: By,
	editionId: string,
	id: string
): Promise<Ruled<Sheet>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, editionId, id);
		if (!found.ok) return found;
		const { objection, round, entry } = found.value;
		await looked(tx, by, id);
		const open = isOpen(objection.state);
		const [decided] = await tx
			.select()
			.from(decisions)
			.where(and(eq(decisions.roundId, round.id), eq(decisions.entryId, entry.id)));
		const prizes = await prizesOf(tx, editionId);
		const { kind, ground, state, receivedAt, outcome, decidedAt } = objection;
		return accept({
			...{ id, kind, ground, state, receivedAt, outcome, decidedAt, open },
			...{ dueDay: objection.dueDay, late: isLate(objection, dayStamp(by.now)) },
			...{ oldFigure: objection.oldFigure, newFigure: objection.newFigure },
			forgetAt: objection.forgetAt,
			entry: { id: entry.id, number: entry.number ?? '', title: entry.title },
			said: saidIn(objection),
			...{ letter: objection.letterKey !== null, letterHeld: objection.letterHeld },
			fresh: open ? (await freshFor(tx, round, entry.id)).length : null,
			usual: round.plan.perEntry,
			again: objection.againRoundId ? await againOf(tx, db, objection) : null,
			standing: decided
				? {
						verdict: decided.verdict,
						prize: prizes.find(({ id: prize }) => prize === decided.prizeId)?.title ?? null
					}
				: null,
			prizes: prizes
				.filter(({ categories }) => !categories || categories.includes(entry.categoryId!))
				.map(({ id: prize, title }) => ({ id: prize, title }))
		});
	});

async function againOf(
	tx: Tx,
	db: Db,
	{ againRoundId, entryId }: ObjectionRow
): Promise<Sheet['again']> {
	const roundId = againRoundId!;
	const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId));
	if (!round) return null;
	const dealt = await tx
		.select({ state: tasks.state, n: count() })
		.from(tasks)
		.where(
			and(eq(tasks.roundId, roundId), inArray(tasks.state, ['open', 'scored', 'locked'] as const))
		)
		.groupBy(tasks.state);
	const of = dealt.reduce((sum, { n }) => sum + n, 0);
	const ended = round.state === 'closed' || round.state === 'released';
	return {
		...{ roundId, state: round.state, closesAt: round.closesAt, of },
		done: of - (dealt.find(({ state }) => state === 'open')?.n ?? 0),
		figure: ended ? ((await resultsOf(tx, roundId, db))?.of.get(entryId)?.units ?? null) : null
	};
}

/** The key of the letter that came with an objection; every download of it is recorded. */
export const openLetter = (db: Db, by: By, editionId: string, id: string): Promise<Ruled<string>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, editionId, id);
		if (!found.ok) return found;
		const { letterKey, letterHeld } = found.value.objection;
		if (!letterKey || letterHeld) return refuse({ field: '', reason: 'gone' });
		await record(tx, by, { act: 'download', noun: 'objections', id });
		return accept(letterKey);
	});

/** Whether an objection is one of this edition. */
export const ofEdition = async (db: Reader, editionId: string, id: string): Promise<boolean> =>
	(await find(db, editionId, id)) !== null;

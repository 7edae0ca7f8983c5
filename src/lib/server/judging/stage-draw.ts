import { eq } from 'drizzle-orm';
import { askText, drawOrder, orderAsk } from '$lib/domain/judging/stage/order';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import { insertMany } from '../db/insert';
import type { Db, Reader, Tx } from '../db/open';
import {
	editions,
	entries,
	newId,
	roundEntries,
	stageMoves,
	stages,
	stageTurns
} from '../db/schema';
import { touchContent, write } from '../db/write';
import { digest, groupOf } from './results';
import type { RoundRow } from './results';
import { groupsOf } from './rounds-groups';
import { titleOf } from './rounds';
import { leads, reasonOf, stageOf } from './stage';
import type { Stage, StageRow } from './stage';

/** The field of a round as an order is drawn from it: numbers everybody knows, and their groups. */
async function fieldOf(db: Reader, round: RoundRow) {
	const rows = await db
		.select({ row: roundEntries, number: entries.number })
		.from(roundEntries)
		.innerJoin(entries, eq(entries.id, roundEntries.entryId))
		.where(eq(roundEntries.roundId, round.id));
	return rows.map(({ row, number }) => ({
		entryId: row.entryId,
		number: number ?? row.code,
		group: groupOf(round.plan, row)
	}));
}

/** Length of a speech by the conditions of the contest; null where none is said. */
async function secondsOf(db: Reader, editionId: string): Promise<number | null> {
	const [row] = await db
		.select({ plan: editions.plan })
		.from(editions)
		.where(eq(editions.id, editionId));
	const said = (row?.plan?.categories ?? []).flatMap(({ film }) => film?.maxSeconds ?? []);
	const most = Math.max(0, ...said);
	return most >= 10 && most <= 7200 ? Math.floor(most) : null;
}

/**
 * Draws who speaks when, from the round’s public seed. The seed gives one order only: drawing again
 * changes nothing unless the field did, needs a reason, and stands in the list of what was done by hand.
 * Once somebody was called nothing is drawn any more.
 */
export const drawStage = (db: Db, by: By, roundId: string, typed: string): Promise<Ruled<number>> =>
	write(db, async (tx) => {
		const found = await leads(tx, by, roundId);
		if (!found.ok) return found;
		const round = found.value;
		if (!round.seed || !['sealed', 'open'].includes(round.state))
			return refuse({ field: '', reason: round.seed ? 'closed' : 'not-sealed' });
		const field = await fieldOf(tx, round);
		if (!field.length) return refuse({ field: '', reason: 'no-field' });
		const groups = (await groupsOf(tx, round, 'zh')).map(({ id }) => id);
		const ask = orderAsk(round.seed, field, groups);
		const text = askText(ask);
		const before = await stageOf(tx, roundId);
		const why = reasonOf(typed);
		if (before?.stage.ask === text) return refuse({ field: '', reason: 'same-draw' });
		if (before?.turns.some(({ state }) => !['waiting', 'absent'].includes(state)))
			return refuse({ field: '', reason: 'begun' });
		if (before && !why) return refuse({ field: 'why', reason: 'why' });
		const order = drawOrder(ask);
		const drawn = { ask: text, askHash: digest(text), drawnAt: by.now };
		if (before) await layAnew(tx, by, before, drawn, why);
		else
			await tx
				.insert(stages)
				.values({ roundId, ...drawn, seconds: await secondsOf(tx, round.editionId) });
		const ids = new Map(field.map(({ entryId, number }) => [number, entryId]));
		const turns = order.map(({ number, group }, at) => ({
			...{ roundId, entryId: ids.get(number)!, group },
			...{ ordinal: at + 1, position: at + 1 }
		}));
		await insertMany(tx, stageTurns, turns);
		await touchContent(tx);
		await record(tx, by, {
			act: before ? 'redraw' : 'draw',
			noun: 'stages',
			id: roundId,
			title: titleOf(round),
			after: {
				...{ edition: round.editionId, round: roundId, seed: round.seed },
				...{ ask: digest(text), order: order.map(({ number }) => number) }
			},
			...(before ? { why: personal(why) } : {})
		});
		return accept(order.length);
	});

/** Takes the old order away; that it was drawn again stands in the list of what was done by hand. */
async function layAnew(
	tx: Tx,
	by: By,
	{ stage: { roundId, revision } }: Stage,
	drawn: Pick<StageRow, 'ask' | 'askHash' | 'drawnAt'>,
	why: string
): Promise<void> {
	await tx.delete(stageTurns).where(eq(stageTurns.roundId, roundId));
	await tx
		.update(stages)
		.set({ ...drawn, current: null, screen: 'poster', revision: revision + 1 })
		.where(eq(stages.roundId, roundId));
	await tx.insert(stageMoves).values({
		...{ id: newId(by.now), roundId, kind: 'redraw' as const, why },
		...{ personId: by.who?.id ?? null, at: by.now }
	});
}

import { eq, inArray } from 'drizzle-orm';
import { askText, drawOrder, orderAsk } from '$lib/domain/judging/stage/order';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
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

/** The field of a round as an order is drawn from it: numbers everybody knows, and their groups. */
async function fieldOf(db: Reader, round: RoundRow) {
	const rows = await db.select().from(roundEntries).where(eq(roundEntries.roundId, round.id));
	const numbers = await db
		.select({ id: entries.id, number: entries.number })
		.from(entries)
		.where(
			inArray(
				entries.id,
				rows.map(({ entryId }) => entryId)
			)
		);
	return rows.map((row) => ({
		entryId: row.entryId,
		number: numbers.find(({ id }) => id === row.entryId)?.number ?? row.code,
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
		const text = askText(orderAsk(round.seed, field, groups));
		const before = await stageOf(tx, roundId);
		const why = reasonOf(typed);
		if (before?.stage.ask === text) return refuse({ field: '', reason: 'same-draw' });
		if (before?.turns.some(({ state }) => !['waiting', 'absent'].includes(state)))
			return refuse({ field: '', reason: 'begun' });
		if (before && !why) return refuse({ field: 'why', reason: 'why' });
		const order = drawOrder(orderAsk(round.seed, field, groups));
		await lay(tx, by, { roundId, text, order, field, before: before !== null, why });
		if (!before) {
			const seconds = await secondsOf(tx, round.editionId);
			await tx.update(stages).set({ seconds }).where(eq(stages.roundId, roundId));
		}
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

async function lay(
	tx: Tx,
	by: By,
	{
		roundId,
		text,
		order,
		field,
		before,
		why
	}: {
		roundId: string;
		text: string;
		order: { number: string; group: string }[];
		field: { entryId: string; number: string }[];
		before: boolean;
		why: string;
	}
): Promise<void> {
	const drawn = { ask: text, askHash: digest(text), drawnAt: by.now };
	if (before) {
		const held = await stageOf(tx, roundId);
		await tx.delete(stageTurns).where(eq(stageTurns.roundId, roundId));
		await tx
			.update(stages)
			.set({ ...drawn, current: null, screen: 'poster', revision: held!.stage.revision + 1 })
			.where(eq(stages.roundId, roundId));
		await tx.insert(stageMoves).values({
			...{ id: newId(by.now), roundId, kind: 'redraw' as const, why },
			...{ personId: by.who?.id ?? null, at: by.now }
		});
	} else await tx.insert(stages).values({ roundId, ...drawn });
	const ids = new Map(field.map(({ entryId, number }) => [number, entryId]));
	for (const [at, { number, group }] of order.entries())
		await tx.insert(stageTurns).values({
			...{ roundId, entryId: ids.get(number)!, group },
			...{ ordinal: at + 1, position: at + 1 }
		});
}

import { and, eq } from 'drizzle-orm';
import { phaseOf } from '$lib/domain/judging/desk/allow';
import { announcedOf } from '$lib/domain/judging/stage/announce';
import { toEnd } from '$lib/domain/judging/stage/order';
import { afterStep, turnTrouble } from '$lib/domain/judging/stage/turn';
import type { Screen, StageStep, Turn } from '$lib/domain/judging/stage/turn';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db, Tx } from '../db/open';
import { newId, stageMoves, tasks } from '../db/schema';
import { touchContent } from '../db/write';
import { resultsOf } from './results';
import type { RoundRow } from './results';
import { titleOf } from './rounds';
import { onStage, raise, reasonOf, setTurn } from './stage';
import type { Stage, TurnRow } from './stage';

/** A deed of whoever leads the stage, about one entry. */
interface Deed {
	step: StageStep;
	entryId: string;
	/** For what is done against the draw, or against an announcement. */
	why: string;
	/** Close although somebody has not scored. */
	anyway: boolean;
}

/** Deeds that nobody does without saying why; they stand in the list of what was done by hand. */
const byHand = ['late', 'absent', 'back', 'reopen', 'unreveal'] as const;
type ByHand = (typeof byHand)[number];
const isByHand = (step: StageStep): step is ByHand => (byHand as readonly string[]).includes(step);

const asTurn = (row: TurnRow | null): Turn | null =>
	row && {
		id: row.entryId,
		state: row.state,
		startedAt: row.startedAt,
		stoppedAt: row.stoppedAt
	};

/** Does one deed on stage, or says why it cannot be done now. One record each. */
export const stageDeed = (db: Db, by: By, roundId: string, deed: Deed): Promise<Ruled<TurnRow>> =>
	onStage(db, by, roundId, async (tx, { round, stage }) => {
		const { step, entryId } = deed;
		const turn = stage.turns.find((one) => one.entryId === entryId) ?? null;
		const trouble = turnTrouble(step, asTurn(turn), asTurn(stage.current));
		if (trouble || !turn) return refuse({ field: '', reason: trouble ?? 'gone' });
		const why = reasonOf(deed.why);
		if (isByHand(step) && !why) return refuse({ field: 'why', reason: 'why' });
		if (step !== 'late' && step !== 'absent' && step !== 'back') {
			const phase = phaseOf(round, by.now);
			if (phase !== 'open')
				return refuse({ field: '', reason: phase === 'before' ? 'not-begun' : 'closed' });
		}
		const done = await carryOut(tx, by, { db, round, stage, turn }, deed);
		if (!done.ok) return done;
		const { change, after, from, to } = done.value;
		await setTurn(tx, turn, change);
		if (isByHand(step))
			await tx.insert(stageMoves).values({
				...{ id: newId(by.now), roundId, entryId, kind: step, why },
				...{ from: from ?? null, to: to ?? null },
				...{ personId: by.who?.id ?? null, at: by.now }
			});
		// The public page shows the order, and who is on stage or was.
		await touchContent(tx);
		await record(tx, by, {
			act: step,
			noun: 'stages',
			id: roundId,
			title: titleOf(round),
			after: { edition: round.editionId, round: roundId, entry: entryId, ...after },
			...(why ? { why: personal(why) } : {})
		});
		return accept({ ...turn, ...change });
	});

interface Here {
	db: Db;
	round: RoundRow;
	stage: Stage;
	turn: TurnRow;
}
interface Done {
	change: Partial<TurnRow>;
	after: Record<string, unknown>;
	from?: number;
	to?: number;
}

/** What a deed makes of the turn it is about; what else it changes is written here. */
async function carryOut(tx: Tx, by: By, here: Here, deed: Deed): Promise<Ruled<Done>> {
	const { stage, turn } = here;
	const { step } = deed;
	const state = afterStep(step, turn.state);
	// Whoever was called by mistake goes back into the line when somebody else comes on stage.
	const aside = async () => {
		if (stage.current?.state === 'called' && stage.current.entryId !== turn.entryId)
			await setTurn(tx, stage.current, { state: 'waiting', startedAt: null, stoppedAt: null });
	};
	switch (step) {
		case 'call':
			await aside();
			await raise(tx, stage, { current: turn.entryId, screen: 'speaker' });
			return accept({ change: { state }, after: { place: turn.position } });
		case 'open':
			await raise(tx, stage, { screen: 'speaker' });
			return accept({ change: { state, openedAt: by.now }, after: {} });
		case 'close':
			return close(tx, by, here, deed);
		case 'reveal':
			await raise(tx, stage, { screen: 'speaker' });
			return accept({
				change: { state, revealedAt: by.now },
				after: { units: turn.announced?.units }
			});
		case 'unreveal':
			await aside();
			await raise(tx, stage, { current: turn.entryId, screen: 'speaker' });
			return accept({
				change: { state, revealedAt: null },
				after: { units: turn.announced?.units }
			});
		case 'reopen':
			await raise(tx, stage);
			return accept({
				change: { state, closedAt: null, announced: null },
				after: { was: turn.announced?.units }
			});
		case 'start':
			await raise(tx, stage);
			return accept({ change: { startedAt: by.now, stoppedAt: null }, after: {} });
		case 'stop':
			await raise(tx, stage);
			return accept({ change: { stoppedAt: Math.max(by.now, turn.startedAt!) }, after: {} });
		case 'late':
		case 'absent':
		case 'back':
			return move(tx, here, step);
	}
}

/** Takes the mark out of the reckoning everybody uses, and keeps it as it is announced. */
async function close(tx: Tx, by: By, here: Here, { anyway }: Deed): Promise<Ruled<Done>> {
	const { db, round, stage, turn } = here;
	const rows = await tx
		.select({ state: tasks.state })
		.from(tasks)
		.where(and(eq(tasks.roundId, round.id), eq(tasks.entryId, turn.entryId)));
	const missing = rows.filter(({ state }) => state === 'open').length;
	const result = await resultsOf(tx, round.id, db);
	const announced = announcedOf(result?.of.get(turn.entryId));
	if (!announced) return refuse({ field: '', reason: 'nobody-scored' });
	if (missing && !anyway)
		return refuse({ field: 'anyway', reason: 'not-all', detail: { n: missing } });
	await raise(tx, stage);
	return accept({
		change: { state: 'closed', closedAt: by.now, announced },
		after: { units: announced.units, scores: announced.scores.length, missing }
	});
}

/** Whoever is late, or came after all, speaks last of their group; the others keep their order. */
async function move(
	tx: Tx,
	{ stage, turn }: Here,
	step: 'late' | 'absent' | 'back'
): Promise<Ruled<Done>> {
	const line = stage.turns.map((one) => ({ id: one.entryId, group: one.group, row: one }));
	const moved = step === 'absent' ? null : toEnd(line, turn.entryId);
	if (step === 'late' && !moved) return refuse({ field: '', reason: 'last-already' });
	const to = moved ? moved.findIndex(({ id }) => id === turn.entryId) + 1 : turn.position;
	for (const [at, { row }] of (moved ?? []).entries())
		if (row.position !== at + 1) await setTurn(tx, row, { position: at + 1 });
	const on = stage.stage.current === turn.entryId;
	await raise(tx, stage, on ? { current: null, screen: 'poster' } : {});
	return accept({
		change: {
			...{ state: afterStep(step, turn.state), position: to },
			...{ startedAt: null, stoppedAt: null }
		},
		after: { from: turn.position, to },
		...{ from: turn.position, to }
	});
}

/** Turns the big screen to something else. */
export const showOnScreen = (
	db: Db,
	by: By,
	roundId: string,
	screen: Screen
): Promise<Ruled<Screen>> =>
	onStage(db, by, roundId, async (tx, { round, stage }) => {
		await raise(tx, stage, { screen });
		await record(tx, by, {
			act: 'show',
			noun: 'stages',
			id: roundId,
			title: titleOf(round),
			after: { edition: round.editionId, round: roundId, screen }
		});
		return accept(screen);
	});

import { eq } from 'drizzle-orm';
import { assign, sampleOf, served } from '$lib/domain/judging/assign';
import type { AssignReport } from '$lib/domain/judging/assign';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { tasks } from '../db/schema';
import { rehearse, write } from '../db/write';
import { deal, isTouched, keepAsked } from './assignment-deal';
import type { DrawMark } from './assignment-deal';
import { askFor, fieldOf } from './assignment-field';
import type { Field, RoundRow } from './assignment-field';
import { findConflicts } from './conflicts-find';

/** What came, or would come, of a draw. */
export interface Drawn extends DrawMark {
	seed: string;
	report: AssignReport;
	/** Codes of the entries everybody judges first. */
	sample: string[];
	/** How many come again unseen. */
	repeats: number;
	/** Conflicts the portal found just before. */
	found: number;
	/** Pairs kept apart. */
	apart: number;
}

const gone: Refusal = { field: '', reason: 'gone' };

/** Why tasks of a round cannot be changed now; null where they can. */
export const whyNotAssign = ({ state }: Pick<RoundRow, 'state'>): string | null =>
	state === 'draft' ? 'not-sealed' : state === 'sealed' || state === 'open' ? null : 'round-over';

/** A round whose tasks somebody of the office may change now. */
export async function assignable(tx: Tx, by: By, roundId: string): Promise<Ruled<Field>> {
	if (!by.who || !mayOrganize(by.who)) return refuse({ field: '', reason: 'not-yours' });
	const field = await fieldOf(tx, roundId);
	if (!field) return refuse(gone);
	const why = whyNotAssign(field.round);
	return why === null ? accept(field) : refuse({ field: '', reason: why });
}

/**
 * Draws who judges what in a round, from its public seed; what was drawn before goes, as long as
 * nobody began. A dry run says what would come of it and changes nothing.
 */
export const drawTasks = (
	db: Db,
	by: By,
	roundId: string,
	{ dryRun = false, islands = false } = {}
): Promise<Ruled<Drawn>> =>
	(dryRun ? rehearse : write)(db, async (tx) => {
		const begun = await assignable(tx, by, roundId);
		if (!begun.ok) return begun;
		if (await isTouched(tx, roundId)) return refuse({ field: '', reason: 'begun' });
		const found = await findConflicts(tx, begun.value.round.editionId, by.now);
		const field = (await fieldOf(tx, roundId))!;
		const { seed: seeded, plan } = field.round;
		const seed = seeded!;
		const ask = askFor(field, { seed, islands });
		const result = assign(ask);
		if (!result.ok) return result;
		const here = field.seats.filter(({ leftAt }) => leftAt === null);
		const sample = plan.sample ? sampleOf(ask.entries, ask.forbidden, seed, plan.sample) : [];
		const list = served(result.value.tasks, {
			...{ seed, sample, repeats: plan.repeats },
			jurors: here.map(({ label }) => label)
		});
		await tx.delete(tasks).where(eq(tasks.roundId, roundId));
		await deal(tx, by, { ...field, tasks: [] }, list, { origin: 'draw', wave: 1 });
		const mark = await keepAsked(tx, by, field, 'draw', ask, result.value);
		const repeats = list.filter(({ kind }) => kind === 'repeat').length;
		await record(tx, by, {
			act: 'draw',
			noun: 'tasks',
			id: roundId,
			after: {
				round: roundId,
				...mark,
				seed,
				tasks: result.value.tasks.length,
				sample: sample.length,
				repeats,
				...(islands ? { islands } : {})
			}
		});
		return accept({
			...mark,
			...{ seed, sample, repeats, found, report: result.value.report },
			apart: ask.forbidden.length
		});
	});

import type { Ask } from './ask';
import type { Board } from './board';
import { contrastVariance } from './contrast';
import { strangers } from './meet';

/** What is said of one juror in a draw. */
interface JurorLoad {
	juror: string;
	load: number;
	/** Entries they might judge at all. */
	possible: number;
	capacity: number | null;
	/**
	 * Why they have at least two fewer than the busiest: all they take on, or the categories they know
	 * and their conflicts leave no more. Null for everybody else.
	 */
	less: 'capacity' | 'possible' | null;
}

/** What a draw is like, in numbers. */
export interface AssignReport {
	entries: number;
	jurors: JurorLoad[];
	tasks: number;
	least: number;
	most: number;
	/** Whether loads of all who take on more differ by at most one. */
	even: boolean;
	/** Groups of jurors joined by shared entries; one is what comparing scores needs. */
	groups: string[][];
	/** Pairs of jurors: all who might share an entry, and who do; the fewest shared by any who might. */
	pairs: { possible: number; met: number; fewest: number };
	/** See {@link contrastVariance}; null where jurors cannot all be compared. */
	contrast: number | null;
	/** What {@link AssignReport.contrast} would be if every two jurors shared equally many entries. */
	ideal: number | null;
	/** Entries that get fewer scores than asked, where that was let pass. */
	short: { entry: string; missing: number }[];
}

export function reportOf(ask: Ask, board: Board): AssignReport {
	const capacities = new Map(ask.jurors.map(({ id, capacity }) => [id, capacity]));
	const staying = board.jurors.flatMap((id, j) => (capacities.get(id) === 0 ? [] : [j]));
	const loads = staying.map((j) => board.load[j]!);
	const most = Math.max(0, ...loads);
	const jurors = staying.map((j): JurorLoad => {
		const id = board.jurors[j]!;
		const load = board.load[j]!;
		const possible = board.entries.filter((_, e) => board.allowed(e, j)).length;
		const full = !board.hasRoom(j);
		const less = load >= most - 1 ? null : full ? 'capacity' : 'possible';
		return { juror: id, load, possible, capacity: capacities.get(id) ?? null, less };
	});
	const busy = [...board.load.keys()].filter((j) => board.load[j]! > 0);
	const seat = new Map(busy.map((j, at) => [j, at]));
	const groups = board.groups();
	const met = meetings(board, busy);
	const unmet = strangers(board).length;
	return {
		entries: ask.entries.length,
		jurors,
		tasks: board.on.reduce((sum, on) => sum + on.length, 0),
		least: loads.length ? Math.min(...loads) : 0,
		most,
		even: jurors.every(({ less }) => less !== 'possible'),
		groups: groups.map((group) => group.map((j) => board.jurors[j]!)),
		pairs: {
			possible: met.length + unmet,
			met: met.length,
			fewest: unmet ? 0 : Math.min(...(met.length ? met : [0]))
		},
		contrast:
			groups.length === 1
				? contrastVariance(
						board.on.map((on) => on.map((j) => seat.get(j)!)),
						busy.length
					)
				: null,
		ideal: idealVariance(board, busy.length),
		short: board.entries.flatMap((entry, e) =>
			board.need[e]! > 0 ? [{ entry, missing: board.need[e]! }] : []
		)
	};
}

/** The least contrast variance there is: all information spread evenly over all comparisons. */
function idealVariance(board: Board, jurors: number): number | null {
	// An entry judged k times tells (k − 1) degrees of freedom about jurors, shared by J − 1 of them.
	const known = board.on.reduce((sum, on) => sum + Math.max(0, on.length - 1), 0);
	return jurors < 2 || known === 0 ? null : (2 * (jurors - 1)) / known;
}

/** How many entries each pair that shares any shares. */
function meetings(board: Board, busy: readonly number[]): number[] {
	const counts: number[] = [];
	for (const [at, a] of busy.entries())
		for (const b of busy.slice(at + 1)) if (board.together(a, b)) counts.push(board.together(a, b));
	return counts;
}

/**
 * Where a round stands. `sealed`: its rule is in the log and cannot change any more; `open`: scores
 * are taken; `closed`: none are; `released`: its decisions are told.
 */
export const roundStates = ['draft', 'sealed', 'open', 'closed', 'released'] as const;
export type RoundState = (typeof roundStates)[number];

/** What a juror is asked to do. A repeat looks like any other to the juror. */
export const taskKinds = ['score', 'sample', 'repeat', 'objection'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Where a task stands; `recused` and `moved` are ends without a score, `aside` is a score set aside. */
export const taskStates = ['open', 'scored', 'locked', 'recused', 'moved', 'aside'] as const;
export type TaskState = (typeof taskStates)[number];

/** How a task came to be. */
export const taskOrigins = ['draw', 'hand', 'table', 'repair', 'adaptive', 'objection'] as const;

/** Why a juror stands apart from an entry (回避). */
export const conflictKinds = [
	'self',
	'unit',
	'town',
	'crew',
	'phone',
	'earlier',
	'family',
	'teacher',
	'interest',
	'other'
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** Who said so: the juror beforehand or at the desk, the portal, or the office. */
export const conflictSources = ['declared', 'recused', 'found', 'office'] as const;

export const verdicts = ['advance', 'stop', 'award'] as const;
export type DecisionVerdict = (typeof verdicts)[number];

/** A round’s dates as far as taking scores is concerned. */
export interface Taking {
	state: RoundState;
	opensAt: number | null;
	closesAt: number | null;
}

/** Whether a round takes scores now: open, begun and not over. */
export const takes = ({ state, opensAt, closesAt }: Taking, now: number): boolean =>
	state === 'open' && (opensAt === null || opensAt <= now) && (closesAt === null || now < closesAt);

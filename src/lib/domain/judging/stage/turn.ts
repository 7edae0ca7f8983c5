/**
 * Where somebody stands who is to speak: `called` to the stage, scores being taken (`open`), taken and
 * reckoned (`closed`), shown in the hall (`revealed`); or not there.
 */
export const turnStates = ['waiting', 'called', 'open', 'closed', 'revealed', 'absent'] as const;
export type TurnState = (typeof turnStates)[number];

/** What the big screen shows. */
export const screens = ['poster', 'order', 'speaker', 'ranking'] as const;
export type Screen = (typeof screens)[number];

/** What was done by hand and is told wherever the order is. */
export const moveKinds = ['late', 'absent', 'back', 'redraw', 'reopen', 'unreveal'] as const;
export type MoveKind = (typeof moveKinds)[number];

/** The deeds of whoever leads the stage. */
export const stageSteps = [
	'call',
	'open',
	'close',
	'reveal',
	'start',
	'stop',
	'late',
	'absent',
	'back',
	'reopen',
	'unreveal'
] as const;
export type StageStep = (typeof stageSteps)[number];

const from: Record<StageStep, readonly TurnState[]> = {
	call: ['waiting', 'called'],
	open: ['called'],
	close: ['open'],
	reveal: ['closed'],
	start: ['called', 'open'],
	stop: ['called', 'open', 'closed'],
	late: ['waiting', 'called'],
	absent: ['waiting', 'called'],
	back: ['absent'],
	reopen: ['closed'],
	unreveal: ['revealed']
};

export interface Turn {
	id: string;
	state: TurnState;
	startedAt: number | null;
	stoppedAt: number | null;
}

/** Deeds that are about whoever is on stage, and nobody else. */
const atStage: readonly StageStep[] = ['open', 'close', 'reveal', 'reopen', 'start', 'stop'];

/** Why a deed cannot be done now; null when it can. */
export function turnTrouble(
	step: StageStep,
	turn: Turn | null,
	current: Turn | null
): 'gone' | 'not-current' | 'scoring' | 'unrevealed' | 'not-now' | null {
	if (!turn) return 'gone';
	if (atStage.includes(step) && turn.id !== current?.id) return 'not-current';
	if (!from[step].includes(turn.state)) return 'not-now';
	// Nobody comes on stage while somebody there is being scored, or waits for the mark.
	if ((step === 'call' || step === 'unreveal') && current && current.id !== turn.id) {
		if (current.state === 'open') return 'scoring';
		if (current.state === 'closed') return 'unrevealed';
	}
	if (step === 'start' && turn.startedAt !== null && turn.stoppedAt === null) return 'not-now';
	if (step === 'stop' && (turn.startedAt === null || turn.stoppedAt !== null)) return 'not-now';
	return null;
}

/** The state after a deed. */
export const afterStep = (step: StageStep, state: TurnState): TurnState =>
	(
		({
			call: 'called',
			open: 'open',
			close: 'closed',
			reveal: 'revealed',
			late: 'waiting',
			absent: 'absent',
			back: 'waiting',
			reopen: 'open',
			unreveal: 'closed'
		}) as Partial<Record<StageStep, TurnState>>
	)[step] ?? state;

/** Who comes next: the first in line that waits. */
export const nextOf = <T extends { state: TurnState }>(line: readonly T[]): T | null =>
	line.find(({ state }) => state === 'waiting') ?? null;

/** Why a juror’s sheet may not be written: their entry is not on stage yet, or was scored already. */
export const whyNotOnStage = (state: TurnState | null): 'stage-waits' | 'stage-shut' | null =>
	state === 'open'
		? null
		: state === 'closed' || state === 'revealed'
			? 'stage-shut'
			: 'stage-waits';

/** Seconds since a speech began, whole; null before. */
export const spoken = (
	{ startedAt, stoppedAt }: Pick<Turn, 'startedAt' | 'stoppedAt'>,
	now: number
): number | null =>
	startedAt === null ? null : Math.max(0, Math.floor(((stoppedAt ?? now) - startedAt) / 1000));

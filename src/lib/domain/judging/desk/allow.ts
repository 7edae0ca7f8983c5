import { takes } from '../state';
import type { Taking, TaskState } from '../state';

/** Where a round stands for its jurors: not begun, taking scores, or over. */
export type Phase = 'before' | 'open' | 'over';

/** The phase of a round at a moment, by the clock of the server. */
export function phaseOf(round: Taking, now: number): Phase {
	if (takes(round, now)) return 'open';
	const begun = round.opensAt === null || round.opensAt <= now;
	return round.state === 'draft' || round.state === 'sealed' || (round.state === 'open' && !begun)
		? 'before'
		: 'over';
}

/** States in which a task is its juror’s; the others are ends, and the entry is gone from the desk. */
export const held = ['open', 'scored', 'locked'] as const satisfies readonly TaskState[];

/** Why a sheet may not be written now; null when it may. */
export function whyNotWrite(
	task: { state: TaskState },
	round: Taking,
	now: number
): 'gone' | 'not-begun' | 'closed' | 'locked' | null {
	if (!(held as readonly TaskState[]).includes(task.state)) return 'gone';
	const phase = phaseOf(round, now);
	if (phase !== 'open') return phase === 'before' ? 'not-begun' : 'closed';
	return task.state === 'locked' ? 'locked' : null;
}

import type { RoundPlan } from '../round';
import type { TaskKind, TaskState } from '../state';

/** What of other jurors a juror sees about one entry. */
interface Sight {
	scores: boolean;
	/** The comments on their sheets. */
	comments: boolean;
	/** What they wrote to each other. */
	notes: boolean;
}

/**
 * What a juror sees of the others, as the round says: never, after the own sheet is locked, or always.
 * The common sample is there to be talked about: once the own sheet is locked everything of it shows.
 * Somebody who decides an objection, or sees an entry a second time, judges alone.
 */
export function othersSeen(
	{ others, talk }: Pick<RoundPlan, 'others' | 'talk'>,
	{ kind, state }: { kind: TaskKind; state: TaskState }
): Sight {
	const locked = state === 'locked';
	if (kind === 'objection' || kind === 'repeat')
		return { scores: false, comments: false, notes: false };
	if (kind === 'sample') return { scores: locked, comments: locked, notes: locked };
	const scores = others === 'always' || (others === 'after-own' && locked);
	return { scores, comments: scores && talk, notes: talk && (locked || others === 'always') };
}

/** Where a request of a group stands. */
export const visitStates = [
	'asked',
	'offered',
	'confirmed',
	'declined',
	'cancelled',
	'came',
	'missed'
] as const;
export type StoredState = (typeof visitStates)[number];

/** What is shown: an offer nobody answered in time counts as lapsed, by the clock alone. */
export type VisitState = (typeof visitStates)[number] | 'lapsed';

/** What is done to a request, and by whom. */
export const visitDeeds = [
	'offer',
	'confirm',
	'decline',
	'cancel',
	'heads',
	'guides',
	'came',
	'missed'
] as const;
export type VisitDeed = (typeof visitDeeds)[number];
export type Hand = 'group' | 'office';

/** What a group is. */
export const groupKinds = ['unit', 'school', 'community', 'family', 'other'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** What the law needs to know of a request. */
export interface Stand {
	state: StoredState;
	offeredUntil: number | null;
	/** Start of the slot that is offered or agreed; null before the first offer. */
	startsAt: number | null;
}

/** Where a request stands at a moment: at the last one of its time an offer has lapsed. */
export const stateAt = ({ state, offeredUntil }: Stand, now: number): VisitState =>
	state === 'offered' && offeredUntil !== null && now >= offeredUntil ? 'lapsed' : state;

/** Whether a request takes room in its slot. */
export const holdsRoom = (stand: Stand, now: number): boolean =>
	['offered', 'confirmed', 'came', 'missed'].includes(stateAt(stand, now));

/** Whether it has ended: nothing more is asked of anybody, except that came and missed can be mended. */
export const isOver = (state: VisitState): boolean =>
	['declined', 'cancelled', 'came', 'missed'].includes(state);

const before: Record<VisitDeed, { [H in Hand]?: readonly VisitState[] }> = {
	offer: { office: ['asked', 'offered', 'lapsed', 'confirmed'] },
	// By the office for a group that said yes over the telephone.
	confirm: { group: ['offered'], office: ['offered'] },
	decline: { office: ['asked', 'offered', 'lapsed'] },
	cancel: {
		group: ['asked', 'offered', 'lapsed', 'confirmed'],
		office: ['confirmed']
	},
	// By the office for a group that telephones.
	heads: {
		group: ['asked', 'offered', 'confirmed'],
		office: ['asked', 'offered', 'confirmed']
	},
	guides: { office: ['offered', 'confirmed'] },
	came: { office: ['confirmed', 'came', 'missed'] },
	missed: { office: ['confirmed', 'came'] }
};

/**
 * Why something cannot be done to a request now; null when it can.
 * - `ended`: it was declined, cancelled or has taken place
 * - `offer-over`: the time to answer is over
 * - `begun`: the visit has begun; `not-yet`: it has not
 */
export function against(
	deed: VisitDeed,
	by: Hand,
	stand: Stand,
	now: number
): 'ended' | 'offer-over' | 'not-offered' | 'begun' | 'not-yet' | 'refused' | null {
	const state = stateAt(stand, now);
	const from = before[deed][by];
	if (!from) return 'refused';
	const begun = stand.startsAt !== null && now >= stand.startsAt;
	const marks = deed === 'came' || deed === 'missed';
	if (!from.includes(state)) {
		if (isOver(state)) return 'ended';
		return state === 'lapsed' ? 'offer-over' : 'not-offered';
	}
	if (marks) return begun ? null : 'not-yet';
	return state === 'confirmed' && begun ? 'begun' : null;
}

/** What somebody may do to a request now. */
export const deedsFor = (by: Hand, stand: Stand, now: number): VisitDeed[] =>
	visitDeeds.filter((deed) => against(deed, by, stand, now) === null);

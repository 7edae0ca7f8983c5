import { takes } from './state';
import type { RoundState } from './state';

/** A round as the mark beside its name says it: open ones may wait for their date or be over. */
export type Stand = RoundState | 'waiting' | 'over';

export function standOf(
	round: { state: RoundState; opensAt: number | null; closesAt: number | null },
	now: number
): Stand {
	if (round.state !== 'open' || takes(round, now)) return round.state;
	return round.closesAt !== null && now >= round.closesAt ? 'over' : 'waiting';
}

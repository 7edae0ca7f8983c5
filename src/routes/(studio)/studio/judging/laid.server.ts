import { standOf } from '$lib/domain/judging/round-stand';
import type { RoundRow } from '$lib/server/judging/rounds';

/** What the pages of the office say of a round; the rule’s text and the seed stay where they belong. */
export const laid = (round: RoundRow, now: number) => ({
	id: round.id,
	ordinal: round.ordinal,
	title: round.plan.title,
	state: round.state,
	stand: standOf(round, now),
	version: round.version,
	opensAt: round.opensAt,
	closesAt: round.closesAt,
	sealedAt: round.sealedAt,
	openedAt: round.openedAt,
	closedAt: round.closedAt,
	releasedAt: round.releasedAt,
	againOf: round.againOf,
	method: round.plan.method,
	aggregate: round.plan.aggregate,
	perEntry: round.plan.perEntry,
	selection: round.plan.selection,
	decides: round.plan.decides
});

import { phaseOf } from '$lib/domain/contests/dates';
import type { ListedEdition } from '$lib/server/contests/contests';
import type { EditionFigure } from '$lib/server/contests/figures';

const DAY = 86_400_000;

/** What a list of the office says of an edition at a moment. */
export function lined(
	{ plan, ...edition }: ListedEdition,
	figures: readonly EditionFigure[],
	now: number
) {
	const { opensAt, closesAt } = edition;
	const told = figures.find(({ editionId, key }) => editionId === edition.id && key === 'entries');
	return {
		...edition,
		phase: plan && phaseOf(plan, now),
		/** Whole days, counted down. */
		opensIn: opensAt !== null && now < opensAt ? Math.floor((opensAt - now) / DAY) : null,
		daysLeft:
			opensAt !== null && opensAt <= now && closesAt !== null && now < closesAt
				? Math.floor((closesAt - now) / DAY)
				: null,
		/** What is published; undefined where nothing is told, null where nothing was found. */
		told: told && told.value
	};
}

import type { EntryResult } from '../result';

/** A mark as it was announced: what the rule made of the scores when scoring was closed. */
export interface Announced {
	/** Ten-thousandths of a point, as in the result. */
	units: number;
	/** Highest first, by label. */
	scores: { juror: string; units: number; out: 'high' | 'low' | null }[];
	/** Trimming is the rule, but there were too few scores for it. */
	untrimmed: boolean;
}

/**
 * The mark of an entry, taken out of the one reckoning there is: nothing is reckoned here. Null where
 * nobody scored.
 */
export const announcedOf = (result: EntryResult | undefined): Announced | null =>
	!result || result.units === null
		? null
		: {
				units: result.units,
				scores: result.scores.map(({ juror, units, out }) => ({ juror, units, out })),
				untrimmed: result.untrimmed
			};

/** Whether what was announced is still what the rule says. */
export const stillSo = (said: Announced, result: EntryResult | undefined): boolean =>
	JSON.stringify(said) === JSON.stringify(announcedOf(result));

/**
 * The ranking of those whose marks the hall knows, of one group: in the order of the result, equal
 * places equal; nothing of the others is in it.
 * @param entries of the result, by place
 */
export function rankingOf(
	entries: readonly Pick<EntryResult, 'code' | 'group' | 'place'>[],
	shown: ReadonlyMap<string, Announced>,
	group: string
): { code: string; place: number; units: number }[] {
	const known = entries.filter((one) => one.group === group && shown.has(one.code));
	let place = 0;
	return known.map(({ code, place: of }, at) => {
		if (of !== known[at - 1]?.place) place = at + 1;
		return { code, place, units: shown.get(code)!.units };
	});
}

import { inArray } from 'drizzle-orm';
import { dayLimits, stepLimits } from '$lib/domain/studio/review';
import type { Reader } from '../db/open';
import { settings } from '../db/schema';

const limits = { 'review.steps': stepLimits, 'review.days': dayLimits };

/** How review is set up (`review.steps`, `review.days`); a damaged setting counts as not set. */
export async function reviewSettings(reader: Reader): Promise<{ steps: number; days: number }> {
	const rows = await reader
		.select()
		.from(settings)
		.where(inArray(settings.key, Object.keys(limits)));
	const said = (key: keyof typeof limits): number => {
		const { least, usual, most } = limits[key];
		const value = rows.find((row) => row.key === key)?.value;
		return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
			? value
			: usual;
	};
	return { steps: said('review.steps'), days: said('review.days') };
}

/** Steps a review begun now takes. A round keeps the number it began with. */
export const reviewSteps = async (reader: Reader): Promise<number> =>
	(await reviewSettings(reader)).steps;

import { inArray } from 'drizzle-orm';
import { stepLimits } from '$lib/domain/studio/review';
import type { Reader } from '../db/open';
import { settings } from '../db/schema';

/** Days a review may take before it is marked as overdue, unless set otherwise. */
const USUAL_DAYS = 3;

/** How review is set up; a damaged setting counts as not set. */
export interface ReviewSettings {
	/** Steps a review takes, 1 to 5 (`review.steps`). */
	steps: number;
	/** Days until it is overdue, 1 to 60 (`review.days`). */
	days: number;
}

/** The settings of review as they are now. A round keeps the number of steps it began with. */
export async function reviewSettings(reader: Reader): Promise<ReviewSettings> {
	const rows = await reader
		.select()
		.from(settings)
		.where(inArray(settings.key, ['review.steps', 'review.days']));
	const read = new Map(rows.map(({ key, value }) => [key, value]));
	return {
		steps: within(read.get('review.steps'), stepLimits.least, stepLimits.most, stepLimits.usual),
		days: within(read.get('review.days'), 1, 60, USUAL_DAYS)
	};
}

const within = (value: unknown, least: number, most: number, otherwise: number): number =>
	typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
		? value
		: otherwise;

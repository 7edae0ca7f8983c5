import { eq } from 'drizzle-orm';
import { stepLimits } from '$lib/domain/studio/review';
import type { Reader } from '../db/open';
import { settings } from '../db/schema';

/** Days a review may take before it is marked as overdue. */
export const REVIEW_DAYS = 3;

/**
 * Steps a review begun now takes (`review.steps`); a damaged setting counts as not set. A round keeps
 * the number it began with.
 */
export async function reviewSteps(reader: Reader): Promise<number> {
	const [row] = await reader.select().from(settings).where(eq(settings.key, 'review.steps'));
	const steps = row?.value;
	return typeof steps === 'number' &&
		Number.isInteger(steps) &&
		steps >= stepLimits.least &&
		steps <= stepLimits.most
		? steps
		: stepLimits.usual;
}

/** How review is set up. */
export const reviewSettings = async (reader: Reader): Promise<{ steps: number; days: number }> => ({
	steps: await reviewSteps(reader),
	days: REVIEW_DAYS
});

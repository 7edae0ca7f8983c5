import type { Method } from './method';
import { weighted } from './weighted';

/**
 * Live scoring on stage: sheets are those of weighted criteria, filled in while somebody speaks. A mark
 * that is announced at once cannot wait for the others to be calibrated.
 */
export const stage: Method = {
	...weighted,
	key: 'stage',
	plan: (plan) => [
		...weighted.plan(plan),
		...(plan.aggregate === 'calibrated'
			? [{ field: 'aggregate', reason: 'not-with-method' } as const]
			: [])
	]
};

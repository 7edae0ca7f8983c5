import { assignment } from './assignment';
import { certificates } from './certificates';
import { log } from './log';
import { contestPlans } from './contest-plans';
import { eligibility } from './eligibility';
import { entryExamples } from './entries';
import type { Examples } from './example';
import { films } from './films';
import { judging } from './judging';
import { jury } from './jury';
import { notice } from './notice';
import { stage } from './stage';

/**
 * What organizers, contestants, jurors and voters send: one line for each action or unsafe method,
 * `'<route> ?/<action>': { as: '<role>', send: … }`, with `none: '<why>'` for one that records nothing.
 */
export const contests: Examples = {
	...assignment,
	...films,
	...contestPlans,
	...entryExamples,
	...eligibility,
	...certificates,
	...judging,
	...jury,
	...log,
	...notice,
	...stage
};

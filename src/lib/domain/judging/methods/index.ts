import type { MethodKey } from '../round';
import type { Method } from './method';
import { ranking } from './ranking';
import { stage } from './stage';
import { weighted } from './weighted';
import { yesNo } from './yes-no';

export const methods: Readonly<Record<MethodKey, Method>> = {
	weighted,
	'yes-no': yesNo,
	ranking,
	stage
};

/** Raised when a method reckons differently; stands in the published rule. */
export const methodVersions: Readonly<Record<MethodKey, number>> = {
	weighted: 1,
	'yes-no': 1,
	ranking: 1,
	stage: 1
};

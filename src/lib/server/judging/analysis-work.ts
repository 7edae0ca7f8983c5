import { reportOf, type WorldReport } from '$lib/domain/judging/simulation/report';
import type { VariantName } from '$lib/domain/judging/simulation/run';
import type { Work } from '../jobs/work';

/** Judges one simulated world; seconds of reckoning, so it is done where no page waits for it. */
export const simulate: Work<{ variant: VariantName; seed: number }, WorldReport> = async ({
	variant,
	seed
}) => reportOf(variant, seed);

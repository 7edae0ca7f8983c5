import { reportOf, type WorldReport } from '$lib/domain/judging/simulation/report';
import type { VariantName } from '$lib/domain/judging/simulation/run';
import { analyse, type AnalysisTask, type AnalysisTold } from '$lib/domain/judging/statistics';
import type { Work } from '../jobs/work';

/** Judges one simulated world; seconds of reckoning, so it is done where no page waits for it. */
export const simulate: Work<{ variant: VariantName; seed: number }, WorldReport> = async ({
	variant,
	seed
}) => reportOf(variant, seed);

/** The statistics of one round. */
export const analysing: Work<AnalysisTask, AnalysisTold> = async (task) => analyse(task);

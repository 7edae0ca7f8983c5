import { resultOf } from '$lib/domain/judging/result';
import type { Result, Scores } from '$lib/domain/judging/result';
import { reportOf, type WorldReport } from '$lib/domain/judging/simulation/report';
import type { VariantName } from '$lib/domain/judging/simulation/run';
import { analyse, type AnalysisTask, type AnalysisTold } from '$lib/domain/judging/statistics';
import type { Work } from '../jobs/work';
import { digest } from './digest';

/** Judges one simulated world; seconds of reckoning, so it is done where no page waits for it. */
export const simulate: Work<{ variant: VariantName; seed: number }, WorldReport> = async ({
	variant,
	seed
}) => reportOf(variant, seed);

/** The statistics of one round. */
export const analysing: Work<AnalysisTask, AnalysisTold> = async (task) => analyse(task);

/** The result of one round. */
export const resulting: Work<Scores, Result> = async (scores) => resultOf(scores, digest);

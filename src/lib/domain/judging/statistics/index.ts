/**
 * The statistics of judging: pure, seeded, never NaN. `calibrate` takes severity and scale of the
 * jurors out of the scores or says why it cannot; see docs/decisions/0051-calibration.md.
 */
export { calibrate } from './calibrate';
export type { Calibrated, CalibratedEntry } from './calibrate';
export type { Observation } from './observation';
export type { WhyNot } from './refuse';
export { nextScores } from './next';
export type { Uncertain } from './next';
export type { Effect } from './order-effect';
export { analyse } from './analysis';
export type { AnalysisTask, AnalysisTold } from './analysis';

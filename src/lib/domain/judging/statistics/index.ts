/**
 * The statistics of judging: pure, seeded, never NaN. `calibrate` takes severity and scale of the
 * jurors out of the scores or says why it cannot; see docs/decisions/0051-calibration.md.
 */
export { calibrate } from './calibrate';
export type { Calibrated, CalibratedEntry, CalibratedJuror, CalibrateOptions } from './calibrate';
export type { Component } from './graph';
export type { Observation } from './observation';
export type { WhyNot } from './refuse';
export { nextScores } from './next';
export type { NextScore, Uncertain, WaveLimits, WaveState } from './next';
export { pairsOf } from './agreement';
export type { Pair } from './agreement';
export { ALARM, outliersOf, restlessness } from './outliers';
export type { Outlier } from './outliers';
export { orderEffects } from './order-effect';
export type { Effect, OrderEffects } from './order-effect';
export { consistencyOf } from './repeats';
export type { Consistency, Repeat } from './repeats';
export { analyse } from './analysis';
export type { AnalysisTask, AnalysisTold, JurorAnalysis } from './analysis';

/**
 * The statistics of judging: pure, seeded, never NaN. `calibrate` takes severity and scale of the
 * jurors out of the scores or says why it cannot; see docs/decisions/0051-calibration.md.
 */
export { calibrate } from './calibrate';
export type { Calibrated, CalibratedEntry, CalibratedJuror, CalibrateOptions } from './calibrate';
export type { Component } from './graph';
export type { Observation } from './observation';
export type { WhyNot } from './refuse';

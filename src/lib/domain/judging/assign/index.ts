export { askText, plainOrder } from './ask';
export type { Ask, AskedEntry, AskedJuror, Pairing } from './ask';
export { assign } from './assign';
export type { Assigned } from './assign';
export { contrastVariance } from './contrast';
export { sampleOf, served } from './order';
export type { Serving } from './order';
export type { AssignReport, JurorLoad } from './report';
export { Stream } from './stream';

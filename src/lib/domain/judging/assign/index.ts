export { askText } from './ask';
export type { Ask, AskedJuror, Pairing } from './ask';
export { assign } from './assign';
export type { Assigned } from './assign';
export { contrastVariance } from './contrast';
export { sampleOf, served } from './order';
export type { Serving } from './order';
export type { AssignReport } from './report';
export { Stream } from './stream';

export { find, points } from './places/find';
export type { PlacePoint, PlaceRow } from './places/find';
export { tally } from './places/tally';
export type { Tally } from './places/tally';
export { bySlug, cited, near } from './places/detail';
export type { PlaceDetail } from './places/detail';
export { put } from './places/put';
export type { Outcome, PlaceValue } from './places/put';
export { list, view } from './places/view';

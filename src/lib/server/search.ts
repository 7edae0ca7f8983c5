export { find } from './search/find';
export type { Found } from './search/find';
export { indexRows, removeRows } from './search/rows';
export type { SearchRow, Subject } from './search/rows';
export { show } from './search/show';
export { related, suggest } from './search/suggest';
export { matchingIds, matchingPlaceIds, understand } from './search/understand';

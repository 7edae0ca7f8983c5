export { nameKey, phoneKey, sameName, sameUnit } from './alike';
export { conflictsBetween, keyedEntry, keyedJuror, partnersOf } from './find';
export type { EntryPeople, JurorPeople } from './find';

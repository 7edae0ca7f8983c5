export { personal } from '$lib/domain/audit/record';
export type { Act, Personal } from '$lib/domain/audit/record';
export { erasePersonal } from './erase';
export { keep } from './keep';
export type { Keeping, Standing } from './keep';
export { record } from './record';
export { verify } from './verify';
export type { Verdict } from './verify';

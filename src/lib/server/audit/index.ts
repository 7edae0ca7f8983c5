export { personal } from '$lib/domain/audit/record';
export type { Act, Personal } from '$lib/domain/audit/record';
export { erasePersonal } from './erase';
export { keep } from './keep';
export { keeperOf } from './keeper';
export type { Keeping, Standing } from './keeper';
export { record } from './record';
export { verify } from './verify';
export type { Verdict } from './verify';

export { personal } from '$lib/domain/audit/record';
export type { Act, Personal } from '$lib/domain/audit/record';
export { record } from './record';

import type { Method } from './method';
import { weighted } from './weighted';

/** Live scoring on stage: sheets are those of weighted criteria, filled in while somebody speaks. */
export const stage: Method = { ...weighted, key: 'stage' };

import { Apart } from '../jobs/apart';

/** Who reckons beside the portal: results, which people wait for, never behind simulated worlds. */
export const reckoners = { results: new Apart(), statistics: new Apart() };

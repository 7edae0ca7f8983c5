import { nudges } from '../nudges';

/** Tells the workers that there is something to do, after the commit that brought it. */
export const { nudge, onNudge } = nudges();

import { nudges } from '../nudges';

/** Tells the clock of sign-ups that there is something to do, after the commit that brought it. */
export const { nudge, onNudge } = nudges();

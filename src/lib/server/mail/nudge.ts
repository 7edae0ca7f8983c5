import { nudges } from '../nudges';

/** Tells the worker that a mail was written; it looks a moment later, after the commit. */
export const { nudge, onNudge } = nudges();

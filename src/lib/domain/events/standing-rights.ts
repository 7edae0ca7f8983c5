import { manages, mayOrganize, mayWork, mayWrite } from '../people/may';
import type { Standing as Thing } from '../people/may';
import type { Who } from '../people/who';

/** An event as rules about rights see it. */
export const eventThing = (id: string, town: string | null, placeId: string | null): Thing => ({
	...{ noun: 'events', id, town, placeId, organization: null }
});

/** Cancels, postpones and moves its dates, which the public reads: whoever may write it. */
export const mayMoveDates = mayWrite;

/** Sees how many signed up and in which order: those who write it, and those who set up sign-ups. */
export const mayRun = (who: Who | null, thing: Thing): boolean =>
	mayOrganize(who) || mayWrite(who, thing);

/**
 * Sees who signed up, and writes to them: whoever runs sign-ups, and managers of the event’s own town
 * or place. Writing texts for the portal is no reason to read names.
 */
export const mayReach = (who: Who | null, thing: Thing): boolean =>
	mayOrganize(who) || (mayWork(who) && manages(who, thing));

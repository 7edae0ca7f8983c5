import { mayOrganize, mayWrite } from '../people/may';
import type { Standing as Thing } from '../people/may';
import type { Who } from '../people/who';

/** An event as rules about rights see it. */
export const eventThing = (
	id: string,
	town: string | null,
	placeId: string | null,
	organization: string | null = null
): Thing => ({ noun: 'events', id, town, placeId, organization });

/** Sees how many signed up and in which order: those who write it, and those who set up sign-ups. */
export const mayFollow = (who: Who | null, thing: Thing): boolean =>
	mayOrganize(who) || mayWrite(who, thing);

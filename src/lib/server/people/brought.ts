import { agentOf } from '$lib/domain/people/agent';
import type { Who } from '$lib/domain/people/who';
import { deviceCookie, dropStep, keepDevice, keepSession } from './cookies';
import type { Jar } from './cookies';
import { remembered } from './devices';
import type { Issued } from './sessions';
import type { Brought } from './sign-in';

type Arriving = Jar & { request: Request; locals: { who: Who | null; now: number } };

/** What a browser brings along to a sign-in. */
export const broughtBy = (event: Arriving): Brought => ({
	device: deviceCookie(event),
	session: event.locals.who?.session,
	agent: agentOf(event.request.headers.get('user-agent'))
});

/** Hands a browser the session it has earned, and remembers the device for this account. */
export function settle(event: Arriving, personId: string, issued: Issued): void {
	keepSession(event, issued, event.locals.now);
	rememberDevice(event, personId);
	dropStep(event);
}

/** Remembers that this device has proved itself for this account. */
export const rememberDevice = (event: Arriving, personId: string): void =>
	keepDevice(event, remembered(deviceCookie(event), personId));

import type { Cookies } from '@sveltejs/kit';
import { STEP_LIFE } from './steps';
import type { Issued } from './sessions';

/**
 * Over TLS a `__Host-` name, which no other host and no plain connection can set (RFC 6265bis §4.1.3);
 * a loopback address without TLS cannot have one.
 */
const named = (name: string, secure: boolean) => (secure ? `__Host-${name}` : name);

const SESSION = 'liantu';
const STEP = 'liantu-step';
const ASKED = 'liantu-asked';
const DEVICE = 'liantu-device';
const HALF_A_YEAR = 182 * 86_400;

/** Where cookies are read and set: an event of SvelteKit, or what a test makes of one. */
export interface Jar {
	cookies: Pick<Cookies, 'get' | 'set' | 'delete'>;
	url: URL;
}

const secured = ({ url }: Jar) => url.protocol === 'https:';
const kept = (jar: Jar) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: secured(jar) }) as const;

const get = (jar: Jar, name: string) => jar.cookies.get(named(name, secured(jar)));
const set = (jar: Jar, name: string, value: string, maxAge: number) =>
	jar.cookies.set(named(name, secured(jar)), value, { ...kept(jar), maxAge });
const drop = (jar: Jar, name: string) => {
	if (get(jar, name) !== undefined) jar.cookies.delete(named(name, secured(jar)), kept(jar));
};

/** The token of a session, as the browser sent it. */
export const sessionToken = (jar: Jar) => get(jar, SESSION);

/** Hands a session to the browser, for as long as it may last at all. */
export const keepSession = (jar: Jar, { token, endsAt }: Issued, now: number) =>
	set(jar, SESSION, token, Math.max(0, Math.floor((endsAt - now) / 1000)));

export const dropSession = (jar: Jar) => drop(jar, SESSION);

/** The token of a ceremony under way. */
export const stepToken = (jar: Jar) => get(jar, STEP);
export const keepStep = (jar: Jar, token: string) => set(jar, STEP, token, STEP_LIFE / 1000);
export const dropStep = (jar: Jar) => drop(jar, STEP);

/** The token of a question to a passkey or another door, beside the sign-in it may belong to. */
export const askedToken = (jar: Jar) => get(jar, ASKED);
export const keepAsked = (jar: Jar, token: string) => set(jar, ASKED, token, STEP_LIFE / 1000);
export const dropAsked = (jar: Jar) => drop(jar, ASKED);

/** Which accounts this device has signed in to, said so that only we can read it. */
export const deviceCookie = (jar: Jar) => get(jar, DEVICE);
export const keepDevice = (jar: Jar, value: string) => set(jar, DEVICE, value, HALF_A_YEAR);

import type { Grant, Role } from './who';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a session may rest unused, and how long it may last at all, in milliseconds. */
interface Timeout {
	idle: number;
	whole: number;
}

const staff: Timeout = { idle: 30 * MINUTE, whole: 12 * HOUR };
const citizen: Timeout = { idle: 14 * DAY, whole: 30 * DAY };

/** One line for every role; who has several is held to the strictest. */
export const timeouts: Readonly<Record<Role, Timeout>> = {
	operator: staff,
	editor: staff,
	approver: staff,
	organizer: staff,
	manager: staff,
	juror: { idle: 2 * HOUR, whole: 12 * HOUR },
	contestant: citizen,
	citizen
};

/** The strictest limits among the roles of a person; who has none is a citizen. */
export function timeoutOf(grants: readonly Pick<Grant, 'role'>[]): Timeout {
	const all = grants.map(({ role }) => timeouts[role]);
	return {
		idle: Math.min(citizen.idle, ...all.map(({ idle }) => idle)),
		whole: Math.min(citizen.whole, ...all.map(({ whole }) => whole))
	};
}

/** The moments of a session that decide whether it is still good, milliseconds since the epoch. */
interface Moments {
	createdAt: number;
	lastSeenAt: number;
	expiresAt: number;
	endsAt: number;
}

/**
 * Whether a session is still good. What was stored counts, and so do the roles of today: who became
 * an editor this morning does not keep a citizen's month. A clock set back before the beginning of a
 * session cannot lengthen it.
 */
export function alive(
	session: Moments,
	grants: readonly Pick<Grant, 'role'>[],
	now: number
): boolean {
	const { idle, whole } = timeoutOf(grants);
	return (
		now < session.expiresAt &&
		now < session.endsAt &&
		now < session.lastSeenAt + idle &&
		now < session.createdAt + whole &&
		now >= session.createdAt - MINUTE
	);
}

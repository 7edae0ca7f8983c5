const HOUR = 3_600_000;

/** How long before its start a date lets people in, and how long after its end it still counts them. */
const BEFORE = 3 * HOUR;
const AFTER = 3 * HOUR;
/** A date whose end nobody published is taken to last so long. */
const UNKNOWN_END = 6 * HOUR;
/** What a device saw while the door was open it may bring so long afterwards. */
export const LATE_SYNC = 14 * 24 * HOUR;

export interface DoorWindow {
	/** From this moment on people are let in. */
	opens: number;
	/** From this moment on not any more. */
	closes: number;
}

/** When the door of a date is open. */
export const doorWindow = ({
	startsAt,
	endsAt
}: {
	startsAt: number;
	endsAt: number | null;
}): DoorWindow => ({
	opens: startsAt - BEFORE,
	closes: (endsAt ?? startsAt + UNKNOWN_END) + AFTER
});

/** The moment a device tells, where it can be true: never after the portal heard of it. */
export const toldAt = (deviceAt: number, now: number): number =>
	Number.isFinite(deviceAt) && deviceAt > 0 ? Math.min(Math.floor(deviceAt), now) : now;

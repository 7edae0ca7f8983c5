const DAY = 86_400_000;

/** Days before a visit on which its group is reminded; 0 for never. */
export const remindLimits = { least: 0, most: 14, usual: 1 } as const;

/** What decides whether a group is reminded. */
interface Agreed {
	/** When the visit begins. */
	startsAt: number;
	/** When what is agreed was changed last; whoever changed it a moment ago knows of it. */
	changedAt: number;
}

/** The moment an agreed visit reminds its group, so many days before it begins. */
export const remindAt = ({ startsAt }: Pick<Agreed, 'startsAt'>, days: number): number =>
	startsAt - days * DAY;

/**
 * Whether a group is reminded now: its moment has come since the last reminders went, and the visit
 * has not begun. A moment that went by while the portal stood still is caught up with.
 * @param done the moment up to which reminders have gone
 */
export function isDue(
	agreed: Agreed,
	{ days, done, now }: { days: number; done: number; now: number }
): boolean {
	const at = remindAt(agreed, days);
	return days > 0 && at > done && at <= now && agreed.startsAt > now && agreed.changedAt < at;
}

import type { EventType } from './event';

/** A date that took place, with how many people came to it. */
export interface Held {
	/** Start, ms since the epoch. */
	at: number;
	eventId: string;
	type: EventType;
	town: string | null;
	/** Heads let in at the door; null where nobody was counted. */
	counted: number | null;
}

/** What an office published about an event afterwards; it is said of all its dates together. */
export interface Published {
	eventId: string;
	/** Start of its last date: its number is told in that month. */
	at: number;
	type: EventType;
	town: string | null;
	people: number;
}

/** 场次 and 人次; people counted at the door and people published are never one number. */
export interface Sum {
	dates: number;
	counted: number;
	published: number;
	/** Dates for which there is neither. */
	unknown: number;
}

const none = (): Sum => ({ dates: 0, counted: 0, published: 0, unknown: 0 });

/** The month of a moment in Asia/Shanghai, `YYYY-MM`. */
export const monthOf = (at: number): string =>
	new Date(at + 8 * 3_600_000).toISOString().slice(0, 7);

/** Events of which there is a number: where anybody was counted, and of which one was published. */
interface Known {
	counted: ReadonlySet<string>;
	told: ReadonlySet<string>;
}
export const knownOf = (held: readonly Held[], published: readonly Published[]): Known => ({
	counted: new Set(held.flatMap((one) => (one.counted ? [one.eventId] : []))),
	told: new Set(published.map(({ eventId }) => eventId))
});

/**
 * Sums by a key. People are those counted at the door where any were; of an event where nobody was
 * counted on any date, the published number.
 * @param known is a matter of whole events: hand it in where `held` is a part of them, such as a year
 */
export function sumsBy(
	held: readonly Held[],
	published: readonly Published[],
	key: (one: Held | Published) => string,
	{ counted, told }: Known = knownOf(held, published)
): Map<string, Sum> {
	const sums = new Map<string, Sum>();
	const at = (name: string) => {
		const known = sums.get(name) ?? none();
		sums.set(name, known);
		return known;
	};
	for (const one of held) {
		const sum = at(key(one));
		sum.dates++;
		if (one.counted) sum.counted += one.counted;
		else if (counted.has(one.eventId) || !told.has(one.eventId)) sum.unknown++;
	}
	for (const one of published) if (!counted.has(one.eventId)) at(key(one)).published += one.people;
	return sums;
}

/** All of them together. */
export const total = (sums: Iterable<Sum>): Sum =>
	[...sums].reduce(
		(all, one) => ({
			dates: all.dates + one.dates,
			counted: all.counted + one.counted,
			published: all.published + one.published,
			unknown: all.unknown + one.unknown
		}),
		none()
	);

/** A date at a place. */
interface AtPlace {
	id: string;
	/** Null where no place is named: that clashes with nothing. */
	placeId: string | null;
	startsAt: number;
	/** Exclusive; null when no end is known, which is then taken as an hour after the start. */
	endsAt: number | null;
}

const HOUR = 3_600_000;
const endOf = ({ startsAt, endsAt }: AtPlace) => endsAt ?? startsAt + HOUR;

/** Dates that take place at one place at the same time: for each of them, the others. */
export function clashes(dates: readonly AtPlace[]): Map<string, string[]> {
	const found = new Map<string, string[]>();
	const sorted = dates
		.filter(({ placeId }) => placeId !== null)
		.sort((a, b) => a.startsAt - b.startsAt);
	const add = (one: string, other: string) => found.set(one, [...(found.get(one) ?? []), other]);
	sorted.forEach((one, n) => {
		for (const other of sorted.slice(n + 1)) {
			if (other.startsAt >= endOf(one)) break;
			if (other.placeId !== one.placeId) continue;
			add(one.id, other.id);
			add(other.id, one.id);
		}
	});
	return found;
}

/** An upload of somebody that is not finished, as the server lists it. */
export interface Begun {
	id: string;
	materialId: string | null;
	/** Id of the file in whose place it comes. */
	replaces: string | null;
	name: string;
	/** Bytes that arrived. */
	offset: number;
	length: number | null;
	fingerprint: string | null;
	partial: boolean;
	/** ms since the epoch. */
	expiresAt: number;
}

/** A file that was begun, whole or in parts, as it is shown and gone on with. */
export interface Resumable {
	name: string;
	fingerprint: string;
	/** Bytes in all. */
	length: number;
	/** Bytes that arrived. */
	arrived: number;
	expiresAt: number;
	/** Ids of its uploads: one, or its parts in order; null for a part that was never begun. */
	ids: (string | null)[];
	/** Bytes that arrived of each. */
	arrivals: number[];
	/** Every upload of it, those that were begun twice among them. */
	all: string[];
}

/** Files from this size on are sent in parts at once. */
export const IN_PARTS = 64 * 1024 * 1024;
const PARTS = 3;

/**
 * Where a file is cut when it is sent in parts at once; null for one that is sent whole. No two parts
 * have the same length, so that on another computer their lengths tell their order.
 */
export function cutsOf(size: number): { start: number; end: number }[] | null {
	if (size < IN_PARTS) return null;
	const base = Math.floor(size / PARTS) - PARTS;
	const ends = Array.from({ length: PARTS }, (_, i) =>
		i === PARTS - 1 ? size : (i + 1) * base + (i * (i + 1)) / 2
	);
	return ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end }));
}

/** Whether all of a file arrived and the server only has to look at it: nothing is left to be sent. */
export const isArrived = ({ ids, arrived, length }: Resumable): boolean =>
	ids.length === 1 && arrived === length;

const grouped = (list: readonly Begun[]): Map<string, Begun[]> => {
	const groups = new Map<string, Begun[]>();
	for (const one of list) {
		const key = `${one.partial} ${one.fingerprint}`;
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return groups;
};

/** The upload of a length that came furthest. */
const furthest = (list: readonly Begun[], length: number): Begun | null =>
	list
		.filter((one) => one.length === length)
		.reduce<Begun | null>((best, one) => (best && best.offset >= one.offset ? best : one), null);

/** Where a file goes: one of the free places of a material, or the place of a file that is there. */
interface Spot {
	materialId: string;
	/** Id of the file in whose place it comes. */
	replaces?: string | null;
	/** Ids of files in whose places others may come: what was begun for them belongs there. */
	beside?: readonly string[];
}

/**
 * What of a list can be gone on with in one place: whole uploads, and what is there of those in
 * parts. An upload that was begun twice, because an answer was lost, is one.
 */
export function resumables(
	list: readonly Begun[],
	{ materialId, replaces = null, beside = [] }: Spot
): Resumable[] {
	const here = (one: Begun) =>
		replaces ? one.replaces === replaces : !(one.replaces && beside.includes(one.replaces));
	const mine = list.filter(
		(one) => one.materialId === materialId && one.fingerprint && one.length !== null && here(one)
	);
	return [...grouped(mine).values()].flatMap((group) => {
		const { name, fingerprint, partial } = group[0]!;
		const length = partial ? Number(fingerprint!.split('.')[1]) : group[0]!.length!;
		const lengths = partial ? cutsOf(length)?.map(({ start, end }) => end - start) : [length];
		const places = lengths?.map((each) => furthest(group, each)) ?? [];
		if (!places.some((place) => place)) return [];
		const arrivals = places.map((place) => place?.offset ?? 0);
		return [
			{
				name,
				fingerprint: fingerprint!,
				length,
				arrived: arrivals.reduce((sum, one) => sum + one, 0),
				expiresAt: Math.min(...places.flatMap((place) => place?.expiresAt ?? [])),
				ids: places.map((place) => place?.id ?? null),
				arrivals,
				all: group.map(({ id }) => id)
			}
		];
	});
}

/** An upload of somebody that is not finished, as the server lists it. */
export interface Begun {
	id: string;
	materialId: string | null;
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
	/** Ids of its uploads: one, or its parts in order. */
	ids: string[];
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

/** What of a list can be gone on with for one material: whole uploads, and parts that are all there. */
export function resumables(list: readonly Begun[], materialId: string): Resumable[] {
	const found: Resumable[] = [];
	const groups = new Map<string, Begun[]>();
	for (const one of list) {
		if (one.materialId !== materialId || !one.fingerprint || one.length === null) continue;
		if (one.partial) groups.set(one.fingerprint, [...(groups.get(one.fingerprint) ?? []), one]);
		else
			found.push({
				name: one.name,
				fingerprint: one.fingerprint,
				length: one.length,
				arrived: one.offset,
				expiresAt: one.expiresAt,
				ids: [one.id]
			});
	}
	for (const [fingerprint, parts] of groups) {
		const size = Number(fingerprint.split('.')[1]);
		const cuts = cutsOf(size);
		const ordered = cuts?.map(({ start, end }) =>
			parts.find(({ length }) => length === end - start)
		);
		if (!ordered?.every((part) => part !== undefined)) continue;
		found.push({
			name: ordered[0]!.name,
			fingerprint,
			length: size,
			arrived: ordered.reduce((sum, { offset }) => sum + offset, 0),
			expiresAt: Math.min(...ordered.map(({ expiresAt }) => expiresAt)),
			ids: ordered.map(({ id }) => id)
		});
	}
	return found;
}

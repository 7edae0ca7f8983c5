import { formatFilter } from '$lib/domain/filter';
import type { PlaceFilter } from '$lib/domain/filter';

/**
 * A small memory of answers that hold only for one content version: it empties itself when the
 * version changes, forgets the answer longest unused when it is full, and lets questions asked
 * twice at once wait for one answer. Failures are not kept.
 */
export function versioned<T>(limit = 200) {
	let held = -1;
	const kept = new Map<string, Promise<T>>();
	return {
		/** The kept answer for `key`, or what `make` answers now. */
		get(version: number, key: string, make: () => Promise<T>): Promise<T> {
			if (version !== held) {
				kept.clear();
				held = version;
			}
			const known = kept.get(key);
			if (known) {
				kept.delete(key);
				kept.set(key, known);
				return known;
			}
			const made = make();
			made.catch(() => kept.get(key) === made && kept.delete(key));
			if (kept.size >= limit) kept.delete(kept.keys().next().value!);
			kept.set(key, made);
			return made;
		}
	};
}

/**
 * The key of an answer about a filter. Whether a place is open changes by the minute, so only a
 * filter that asks for it carries the minute of `at` (ms since the epoch).
 */
export function askedKey(filter: PlaceFilter, at: number): string {
	return `${formatFilter(filter)}${filter.open ? `@${Math.floor(at / 60_000)}` : ''}`;
}

/** One memory for each database, so that what one knows is never taken for another's. */
export function perDatabase<T>(make: () => T): (db: object) => T {
	const made = new WeakMap<object, T>();
	return (db) => {
		const known = made.get(db) ?? make();
		made.set(db, known);
		return known;
	};
}

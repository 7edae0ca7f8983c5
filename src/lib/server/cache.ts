/**
 * A small memory of answers that hold only for one content version: it empties itself when the
 * version or the wall-clock minute changes (opening hours decide by the minute).
 */
export function versioned<T>(limit = 200) {
	let stamp = '';
	const kept = new Map<string, T>();
	return {
		/** The kept answer for `key`, or what `make` answers now. Failures are not kept. */
		async get(version: number, minute: number, key: string, make: () => Promise<T>): Promise<T> {
			const now = `${version}.${minute}`;
			if (now !== stamp) {
				kept.clear();
				stamp = now;
			}
			const known = kept.get(key);
			if (known !== undefined) return known;
			const made = await make();
			if (stamp === now) {
				if (kept.size >= limit) kept.delete(kept.keys().next().value!);
				kept.set(key, made);
			}
			return made;
		}
	};
}

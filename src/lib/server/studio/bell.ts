/** What wakes the clock when a time has been set or changed; it looks for itself what there is. */
const heard = new Set<() => void>();

/** Wakes every clock of this process. */
export const ring = (): void => {
	for (const wake of heard) wake();
};

/** Has `wake` called with every ring; returns how to stop. */
export function onRing(wake: () => void): () => void {
	heard.add(wake);
	return () => heard.delete(wake);
}

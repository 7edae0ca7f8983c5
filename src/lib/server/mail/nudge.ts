const listeners = new Set<() => void>();

/** Tells the worker that a mail was written; it looks a moment later, after the commit. */
export function nudge(): void {
	for (const tell of listeners) tell();
}

/** Calls `tell` at each nudge; returns how to stop. */
export function onNudge(tell: () => void): () => void {
	listeners.add(tell);
	return () => void listeners.delete(tell);
}

/** A bell: `nudge` tells everybody who listens that there is something to do. */
export function nudges() {
	const listeners = new Set<() => void>();
	return {
		nudge: (): void => {
			for (const tell of listeners) tell();
		},
		/** Calls `tell` at each nudge; returns how to stop. */
		onNudge: (tell: () => void): (() => void) => {
			listeners.add(tell);
			return () => void listeners.delete(tell);
		}
	};
}

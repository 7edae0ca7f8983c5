/** How an upload goes: samples of how much had arrived when, the latest last. */
export interface Sample {
	/** ms, on any clock that only grows. */
	at: number;
	bytes: number;
}

/** What the last ten seconds said counts; a pause before them does not. */
const WINDOW = 10_000;

/** Adds a sample and forgets those too old to say anything about the present. */
export function sampled(samples: readonly Sample[], sample: Sample): Sample[] {
	const recent = samples.filter(
		({ at, bytes }) => sample.at - at <= WINDOW && bytes <= sample.bytes
	);
	return [...recent, sample];
}

/** Bytes per second; null while too little is known to say. */
export function paceOf(samples: readonly Sample[]): number | null {
	const [first, last] = [samples[0], samples.at(-1)];
	if (!first || !last || last.at - first.at < 1000) return null;
	return ((last.bytes - first.bytes) / (last.at - first.at)) * 1000;
}

/** Seconds until the rest has arrived; null while nobody can say. */
export function remaining(pace: number | null, bytes: number, length: number): number | null {
	return pace ? Math.ceil(Math.max(0, length - bytes) / pace) : null;
}

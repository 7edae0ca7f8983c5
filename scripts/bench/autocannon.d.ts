/** The little of autocannon that the benchmark uses; the package brings no types. */
declare module 'autocannon' {
	interface Options {
		url: string;
		connections: number;
		workers: number;
		/** Seconds. */
		duration: number;
		headers?: Record<string, string>;
		requests: { path: string }[];
	}
	interface Result {
		requests: { average: number; total: number };
		latency: { p50: number; p99: number };
		non2xx: number;
		errors: number;
		/** Measured seconds. */
		duration: number;
		'2xx': number;
	}
	export default function autocannon(options: Options): Promise<Result>;
}

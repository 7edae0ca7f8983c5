import autocannon from 'autocannon';
import { median } from './figure';

/** How long and how often a rate is measured. */
export interface Effort {
	/** Seconds per round. */
	seconds: number;
	/** Rounds, ours and the baseline in turn. */
	rounds: number;
}

const CONNECTIONS = 32;
/** Threads that ask: one alone cannot keep up with a bare server. */
const CLIENTS = 2;

/**
 * Requests per second of two servers under the same load at 32 connections, measured in turn so that
 * a busy machine slows both; middle values. Every path is asked in turn by every connection.
 * @throws when an answer is not 2xx: a fast refusal is no rate
 */
export async function ratesOf(
	ours: string,
	bare: string,
	paths: string[],
	{ seconds, rounds }: Effort,
	headers: Record<string, string>
): Promise<{ ours: number; baseline: number }> {
	await rate(ours, paths, Math.min(2, seconds), headers);
	await rate(bare, paths, 1, headers);
	const seen = { ours: [] as number[], bare: [] as number[] };
	for (let round = 0; round < rounds; round++) {
		seen.bare.push(await rate(bare, paths, seconds, headers));
		seen.ours.push(await rate(ours, paths, seconds, headers));
	}
	return { ours: median(seen.ours), baseline: median(seen.bare) };
}

async function rate(
	url: string,
	paths: string[],
	duration: number,
	headers: Record<string, string>
): Promise<number> {
	const result = await autocannon({
		url,
		connections: CONNECTIONS,
		workers: CLIENTS,
		duration,
		headers,
		requests: paths.map((path) => ({ path }))
	});
	if (result.non2xx || result.errors)
		throw new Error(`${url}${paths[0]}: ${result.non2xx} refusals, ${result.errors} errors`);
	return result['2xx'] / result.duration;
}

import { type Figure, percentile } from './figure';

const part = 'passwords';
/** Sign-ins under way at once, each of another account. */
const AT_ONCE = 16;
/** Settings under which addresses are believed, so that no budget stops the flood. */
export const BEHIND_PROXY = { TRUST_PROXY: 'loopback' };

/**
 * How long a page takes while passwords are checked without pause, against the same page in peace:
 * hashing takes tens of milliseconds of a core and must not stand in the way of anybody else.
 */
export async function measurePasswords(origin: string, { asks }: { asks: number }): Promise<Figure[]> {
	const path = '/livez';
	await latencies(origin + path, 20);
	const calm = await latencies(origin + path, asks);
	let going = true;
	let checked = 0;
	const flood = Array.from({ length: AT_ONCE }, async (_, lane) => {
		for (let n = 0; going; n++) {
			const answer = await fetch(`${origin}/login`, {
				method: 'POST',
				redirect: 'manual',
				// From another address each time, as the proxy of {@link BEHIND_PROXY} would say.
				headers: {
					origin,
					accept: 'text/html',
					'x-forwarded-for': `10.${lane}.${(n >> 8) & 255}.${n & 255}`
				},
				body: new URLSearchParams({
					email: `nobody-${lane}-${n}@bench.invalid`,
					password: 'seven herons over the Tiao'
				})
			});
			if (answer.status === 401) checked++;
			await answer.arrayBuffer();
		}
	});
	await new Promise((done) => setTimeout(done, 500));
	const busy = await latencies(origin + path, asks);
	going = false;
	await Promise.all(flood);
	const note = `${AT_ONCE} sign-ins at once, ${checked} passwords checked meanwhile`;
	return [
		{
			part,
			name: 'answer while passwords are checked, p95',
			ours: percentile(busy, 95),
			baseline: percentile(calm, 95),
			unit: 'ms',
			target: { of: 'ours', at: 'most', value: 50 },
			note
		}
	];
}

/** Milliseconds of one answer after another. */
async function latencies(url: string, times: number): Promise<number[]> {
	const taken: number[] = [];
	for (let n = 0; n < times; n++) {
		const began = performance.now();
		const answer = await fetch(url);
		await answer.arrayBuffer();
		taken.push(performance.now() - began);
	}
	return taken;
}

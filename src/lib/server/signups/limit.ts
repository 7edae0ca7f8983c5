import { RateLimiterMemory } from 'rate-limiter-flexible';
import { limitKey } from '../corrections-limit';

/**
 * How many sign-ups one address may send. A village hall, a school or a whole mobile network stands
 * behind one address, so it is wide: it stops a program that fills the disk, while seats are guarded by
 * the limit per contact. Looking at a page by its link is limited only against guessing.
 */
export function signupLimiter({ each = 1500, all = 20_000, looks = 600 } = {}) {
	const perAddress = new RateLimiterMemory({ points: each, duration: 600 });
	const together = new RateLimiterMemory({ points: all, duration: 600 });
	const wrongLooks = new RateLimiterMemory({ points: looks, duration: 600 });
	const take = async (limiter: RateLimiterMemory, key: string): Promise<boolean> => {
		try {
			await limiter.consume(key);
			return true;
		} catch (reason) {
			if (reason instanceof Error) throw reason;
			return false;
		}
	};
	return {
		/** Counts a sign-up; false when it is one too many. */
		signUp: async (address: string): Promise<boolean> =>
			(await take(perAddress, limitKey(address))) && (await take(together, 'all')),
		/** Counts a link that opened nothing; false when there were too many. */
		miss: (address: string): Promise<boolean> => take(wrongLooks, limitKey(address))
	};
}

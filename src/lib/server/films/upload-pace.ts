import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Uploads somebody may begin, join or give up in an hour: thirty films in parts, and not a row a second. */
export const AN_HOUR = 300;

/**
 * Limits how often somebody begins uploads and gives them up again: each leaves a row and a record,
 * whatever it takes up on the disk. Counts live in memory and are never stored.
 * @returns counts one of a person; false when it is one too many
 */
export function paceOf(each = AN_HOUR): (personId: string) => Promise<boolean> {
	const perPerson = new RateLimiterMemory({ points: each, duration: 3600 });
	return async (personId) => {
		try {
			await perPerson.consume(personId);
			return true;
		} catch (reason) {
			if (reason instanceof Error) throw reason;
			return false;
		}
	};
}

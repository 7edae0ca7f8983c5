import { error } from '@sveltejs/kit';
import { gateByKey } from '$lib/server/checkin/gates';
import type { Gate } from '$lib/server/checkin/gates';
import { gateLimiter } from '$lib/server/checkin/limit';
import type { Reader } from '$lib/server/db/open';

/** How often gates of this process may be wrong. */
export const limits = gateLimiter();

/** Never kept, and its address told to nobody. */
export const HIDDEN = { 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' };

/**
 * The gate of an address, for one of the kinds that may ask this.
 * @throws 404 for a key that opens nothing, 410 for a gate that was revoked
 */
export async function gateHere(
	db: Reader,
	key: string,
	kinds: readonly Gate['kind'][]
): Promise<Gate> {
	const gate = await gateByKey(db, key);
	if (!gate || !kinds.includes(gate.kind)) error(404, { message: 'path' });
	if (gate.revokedAt !== null) error(410, { message: 'path' });
	return gate;
}

import { momentOf } from '$lib/domain/visits/slots';
import type { GroupSaid } from '$lib/domain/visits/request';
import type { Tx } from '../db/open';
import { seal, unseal } from '../keys';
import { keptHere } from '../retention';
import type { RequestRow } from './ground';

const DAY = 86_400_000;
const contextOf = (id: string) => `visit:${id}`;

/** What a group said, sealed for its row. */
export const sealSaid = (id: string, said: GroupSaid): string =>
	seal(JSON.stringify(said), contextOf(id));

/** What a group said of itself; null after its day, or when it cannot be opened. */
export function saidIn({ id, sealed }: Pick<RequestRow, 'id' | 'sealed'>): GroupSaid | null {
	const text = sealed && unseal(sealed, contextOf(id));
	return text ? (JSON.parse(text) as GroupSaid) : null;
}

/** When what a group said is deleted: so many days after its day, or after now when that is later. */
export async function forgetDay(
	tx: Tx,
	{ day, ended }: { day: string; ended: boolean },
	now: number
): Promise<number> {
	const kept = (await keptHere(tx)).visits * DAY;
	// What ended without a visit is not kept until the day it would have been.
	return (ended ? now : Math.max(now, momentOf(day, 1440))) + kept;
}

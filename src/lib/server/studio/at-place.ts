import type { By } from '$lib/domain/people/who';
import type { Refusal } from '$lib/domain/refusal';
import type { Content } from '$lib/domain/studio/field';
import type { Deed, Next } from '$lib/domain/studio/review';
import type { Tx } from '../db/open';
import { askFor, dropOpen } from '../venues/ask';
import type { AskedThen } from '../venues/ask';
import { asPerson } from '../venues/rights';
import { lacking, leaveOf, refusedAt } from '../venues/stand';
import type { Leave } from '../venues/stand';
import { contentOf } from './items';
import type { Item } from './items';

/** Why an event cannot become public at its place: those who answer for it did not agree. */
export async function atPlace(
	tx: Tx,
	{ noun, id }: Pick<Item, 'noun' | 'id'>,
	content: Content,
	{ submitter, now }: { submitter: string | null; now: number }
): Promise<Refusal[]> {
	if (noun !== 'events') return [];
	const maker = await asPerson(tx, submitter);
	return lacking(await leaveOf(tx, { id, content, maker, now }));
}

/** What an act of review means for the place of an event: nothing against it, or what stops it. */
export async function placed(
	tx: Tx,
	by: By,
	{ deed, item, next, submitter }: { deed: Deed; item: Item; next: Next; submitter: string | null }
): Promise<{ refusals: Refusal[]; leave: Leave | null }> {
	const none = { refusals: [], leave: null };
	const ends = next.effect === 'put' || (deed === 'approve' && next.state === 'scheduled');
	if (item.noun !== 'events' || (deed !== 'submit' && !ends)) return none;
	const content = await contentOf(tx, item, item.head);
	if (!content) return none;
	const { id } = item;
	if (ends)
		return { ...none, refusals: await atPlace(tx, item, content, { submitter, now: by.now }) };
	const leave = await leaveOf(tx, { id, content, maker: by.who, now: by.now });
	return { refusals: refusedAt(leave), leave };
}

/** Asks for a place when its event is submitted; an event in the trash asks for nothing any more. */
export async function askedWith(
	tx: Tx,
	by: By,
	deed: Deed,
	item: Item,
	leave: Leave | null
): Promise<AskedThen | null> {
	if (item.noun !== 'events') return null;
	if (deed === 'trash') await dropOpen(tx, by, item.id);
	return deed === 'submit' ? askFor(tx, by, item, leave) : null;
}

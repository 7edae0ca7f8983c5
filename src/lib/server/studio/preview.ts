import type { By } from '$lib/domain/people/who';
import type { Refusal } from '$lib/domain/refusal';
import { refusalsOf } from '$lib/domain/studio/issues';
import type { Content } from '$lib/domain/studio/field';
import { describe } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import type { Db, Reader, Tx } from '../db/open';
import { newId } from '../db/schema';
import { rehearse } from '../db/write';
import { unseen } from '../media/visible';
import { assetsIn } from './assets';
import { NEW, typed } from './autosave';
import { contentOf, find } from './items';
import { keeperOf } from './nouns';

/** A content that was not published, and what in it this person may not look at. */
interface Drafted {
	id: string;
	content: Content;
	hidden: Refusal[];
}

/** What would be shown: somebody’s typing, or the newest version; null for a thing not to be seen. */
export async function drafted(db: Reader, by: By, noun: Noun, id: string): Promise<Drafted | null> {
	const item = id === NEW ? null : await find(db, by.who, noun, id);
	if (id !== NEW && !item) return null;
	const own = await typed(db, by.who, noun, id);
	const stood = item ? await contentOf(db, item, item.head) : {};
	const content = own?.content ?? stood;
	if (!content) return null;
	const { fields } = describe(noun);
	const stands = new Set(assetsIn(fields, stood ?? {}).map(({ asset }) => asset));
	const named = assetsIn(fields, content).filter(({ asset }) => !stands.has(asset));
	return {
		id: item?.id ?? newId(by.now),
		content,
		hidden: await unseen(db, by.who, named)
	};
}

type Previewed<T> = { ok: true; value: T } | { ok: false; refusals: Refusal[] };

/**
 * Puts a content where the public would read it, asks what `show` would find there, and takes it away
 * again: nothing is published, not even for a moment, since no other reader sees an open transaction.
 * @param show reads through the transaction only
 */
export async function preview<T>(
	db: Db,
	noun: Noun,
	{ id, content, hidden }: Drafted,
	now: number,
	show: (tx: Tx, content: Content) => Promise<T>
): Promise<Previewed<T>> {
	if (hidden.length) return { ok: false, refusals: hidden };
	const keeper = keeperOf(noun);
	const parsed = keeper.shape.safeParse(content);
	if (!parsed.success)
		return { ok: false, refusals: refusalsOf(describe(noun).fields, content, parsed.error.issues) };
	const whole = parsed.data as Content;
	return rehearse(db, async (tx): Promise<Previewed<T>> => {
		const refusals = await keeper.check(tx, id, whole);
		if (refusals.length) return { ok: false, refusals };
		await keeper.put(tx, id, whole, now);
		return { ok: true, value: await show(tx, whole) };
	});
}

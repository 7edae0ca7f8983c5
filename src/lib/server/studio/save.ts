import { mayCreate, mayWrite } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import type { Refusal } from '$lib/domain/refusal';
import { changed, same } from '$lib/domain/studio/field';
import type { Content, Json } from '$lib/domain/studio/field';
import { refusalsOf } from '$lib/domain/studio/issues';
import { merge } from '$lib/domain/studio/merge';
import { describe } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import { record } from '../audit';
import { refusedDeed, refusedThing } from '../audit/refused';
import type { Db, Tx } from '../db/open';
import { items, newId, versions } from '../db/schema';
import { write } from '../db/write';
import { setUses } from '../media/uses';
import { unseen } from '../media/visible';
import { assetsIn } from './assets';
import { makeFindable } from './findable';
import { contentOf, find, isListed, slugTaken, standing } from './items';
import type { Item } from './items';
import { keeperOf } from './nouns';
import { changeItem, dropTyped, putVersion } from './save-rows';

export type Saved =
	| { ok: true; id: string; number: number; taken: string[] }
	| { ok: false; missing: true }
	| { ok: false; refusals: Refusal[] }
	/** Both changed these fields: the head and what it says now, for somebody to choose. */
	| {
			ok: false;
			conflict: { number: number; theirs: Content; content: Content; fields: string[] };
	  };

interface Draft {
	/** Null for a new thing. */
	id: string | null;
	/** Number of the version the editor began with. */
	base: number;
	content: unknown;
	/** For a version that brings back an old one: its number. */
	restores?: number;
	/**
	 * The id a new thing is to have, as its form was given it: sent twice, it is one thing, not two.
	 */
	fresh?: string;
}

/** Ids as `newId` makes them. */
const ID = /^[0-9a-v]{20}$/;

/**
 * Saves a version of a thing: checks the right, the shape and the references, merges with what was
 * saved meanwhile, and writes version, list row, uses of media and audit in one transaction.
 */
export async function save(db: Db, by: By, noun: Noun, draft: Draft): Promise<Saved> {
	const { shape, look } = keeperOf(noun);
	const given = typeof draft.content === 'object' ? ((draft.content ?? {}) as Content) : {};
	const seen = await look?.(db, given);
	const content = seen?.content ?? draft.content;
	const parsed = shape.safeParse(content);
	if (!parsed.success) {
		const found = refusalsOf(describe(noun).fields, content, parsed.error.issues);
		return { ok: false, refusals: unique([...(seen?.refusals ?? []), ...found]) };
	}
	if (seen?.refusals.length) return { ok: false, refusals: seen.refusals };
	return write(db, (tx) => saveWithin(tx, by, noun, { ...draft, content: parsed.data as Content }));
}

/** {@link save} inside a transaction that does more, of content that fits its shape. */
export async function saveWithin(
	tx: Tx,
	by: By,
	noun: Noun,
	draft: Draft & { content: Content }
): Promise<Saved> {
	const { fields } = describe(noun);
	const keeper = keeperOf(noun);
	const fresh = draft.fresh !== undefined && ID.test(draft.fresh) ? draft.fresh : null;
	const asked = draft.id ?? fresh;
	const item = asked === null ? null : await find(tx, by.who, noun, asked);
	if (draft.id !== null && !item) {
		await refusedThing(tx, by, noun, draft.id, 'change');
		return { ok: false, missing: true };
	}
	// A form sent twice: the second time it is about the thing the first one made.
	if (draft.id === null && item) {
		const same = item.updatedBy === by.who?.id && item.head === 1;
		if (!same) return { ok: false, refusals: [{ field: '', reason: 'no-such-version' }] };
		draft = { ...draft, base: item.head };
	}
	if (item ? !mayWrite(by.who, standing(item)) : !mayCreate(by.who, noun)) {
		const thing = { noun, id: item?.id ?? 'new', ...(item ? { title: item.titleZh } : {}) };
		await refusedDeed(tx, by, thing, 'change', 'not-yours');
		return { ok: false, refusals: [{ field: '', reason: 'not-yours' }] };
	}
	if (item?.trashedAt) return { ok: false, refusals: [{ field: '', reason: 'in-trash' }] };
	if (item?.state === 'review')
		return { ok: false, refusals: [{ field: '', reason: 'in-review' }] };

	const head = item?.head ?? 0;
	const stood = item ? await contentOf(tx, item, head) : null;
	let content = draft.content;
	let taken: string[] = [];
	if (item && stood && draft.base !== head) {
		const base = await contentOf(tx, item, draft.base);
		if (!base) return { ok: false, refusals: [{ field: '', reason: 'no-such-version' }] };
		const merged = merge(fields, base, stood, content);
		if (merged.conflicts.length)
			return {
				ok: false,
				conflict: { number: head, theirs: stood, content: merged.content, fields: merged.conflicts }
			};
		({ content, taken } = merged);
	}
	if (item && stood && draft.restores === undefined && same(stood, content)) {
		await forget(tx, noun, item.id, by);
		return { ok: true, id: item.id, number: head, taken };
	}

	const id = item?.id ?? (noun === 'bases' ? String(content.slug) : (fresh ?? newId(by.now)));
	const card = await keeper.card(tx, id, content);
	const refusals = await keeper.check(tx, id, content);
	const used = assetsIn(fields, content);
	// What stands in it, or stood in the version brought back, need not be seen anew.
	const stands = new Set((stood ? assetsIn(fields, stood) : []).map(({ asset }) => asset));
	if (draft.restores === undefined)
		refusals.push(
			...(await unseen(
				tx,
				by.who,
				used.filter(({ asset }) => !stands.has(asset))
			))
		);
	// A base is known by its slug, which one in the trash has still.
	const held =
		(item?.slug !== card.slug && (await slugTaken(tx, noun, item ? id : '', card.slug))) ||
		(!item && noun === 'bases' && (await isListed(tx, noun, id)));
	if (held) refusals.push({ field: 'slug', reason: 'taken' });
	const now = {
		noun,
		id,
		town: card.town,
		placeId: card.placeId,
		organization: item?.organization ?? null
	};
	if (!mayWrite(by.who, now)) refusals.push({ field: 'town', reason: 'outside-your-scope' });
	if (refusals.length) return { ok: false, refusals: unique(refusals) };

	if (item && head === 0 && stood)
		await tx
			.insert(versions)
			.values({ noun, itemId: id, number: 0, content: stood, base: 0, at: item.updatedAt })
			.onConflictDoNothing();
	const number = head + 1;
	await putVersion(tx, {
		noun,
		itemId: id,
		number,
		content,
		base: draft.base,
		personId: by.who?.id ?? null,
		restores: draft.restores ?? null,
		at: by.now
	});
	const row = {
		...card,
		state: 'draft' as const,
		step: 0,
		head: number,
		publishAt: null,
		updatedAt: by.now,
		updatedBy: by.who?.id ?? null
	};
	if (item) await changeItem(tx, { noun, id }, differingFrom(item, row));
	else await tx.insert(items).values({ noun, id, ...row });
	if (!item || names.some((name) => item[name] !== card[name])) await makeFindable(tx, noun, [id]);
	if (used.length || stands.size) await setUses(tx, noun, id, false, used);
	await forget(tx, noun, item ? id : 'new', by);
	const differing = stood ? changed(fields, stood, content) : fields;
	await record(tx, by, {
		act: draft.restores === undefined ? (item ? 'change' : 'create') : 'restore',
		noun,
		id,
		title: card.titleZh,
		...(stood ? { before: pick(stood, differing) } : {}),
		after: pick(content, differing)
	});
	return { ok: true, id, number, taken };
}

/** What the list finds a thing by. */
const names = ['titleZh', 'titleEn', 'slug'] as const;

/** Only what changes: every column named in an update costs the indexes it stands in. */
const differingFrom = <T extends object>(item: Item, row: T): Partial<T> =>
	Object.fromEntries(
		Object.entries(row).filter(([name, value]) => item[name as keyof Item] !== value)
	) as Partial<T>;

/** What was typed and is now saved need not be kept a second time. */
async function forget(tx: Tx, noun: Noun, itemId: string, { who }: By): Promise<void> {
	if (who) await dropTyped(tx, { noun, itemId, personId: who.id });
}

const pick = (content: Content, fields: readonly { name: string }[]): Record<string, Json> =>
	Object.fromEntries(
		fields.flatMap(({ name }) => (content[name] == null ? [] : [[name, content[name]]]))
	);

const unique = (refusals: Refusal[]): Refusal[] => [
	...new Map(refusals.map((refusal) => [`${refusal.field} ${refusal.reason}`, refusal])).values()
];

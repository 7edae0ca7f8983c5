import { mayCreate, mayWrite } from '$lib/domain/people/may';
import type { By, Who } from '$lib/domain/people/who';
import type { Locale } from '$lib/domain/locale';
import { href } from '$lib/domain/locale';
import type { Content } from '$lib/domain/studio/field';
import { describe } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import type { Db, Reader } from '../db/open';
import { newId } from '../db/schema';
import { NEW, typed } from './autosave';
import { offered } from './choices';
import { contentOf, find, standing } from './items';
import type { Item } from './items';
import { attend, others } from './presence';

/** Nouns whose content shows on a page of the public: their own, or that of the place they honour. */
const shown = (noun: Noun): boolean => noun !== 'bases';

/** Why a thing cannot be changed now; null when this person may change it. */
function closedTo(by: By, item: Item): string | null {
	if (!mayWrite(by.who, standing(item))) return 'not-yours';
	if (item.trashedAt) return 'in-trash';
	return item.state === 'review' ? 'in-review' : null;
}

/** The addresses around a form. */
function pathsOf(noun: Noun, id: string, locale: Locale) {
	const at = (path: string) => href(locale, path);
	const self = `/studio/${noun}/${id}`;
	return {
		self: at(self),
		save: `${at(self)}?/save`,
		discard: `${at(self)}?/discard`,
		autosave: at(`${self}/autosave`),
		choices: at(`/studio/${noun}/choices`),
		library: '/studio/media',
		preview: shown(noun) ? at(`${self}/preview`) : null,
		history: id === NEW ? null : at(`${self}/history`),
		diff: id === NEW ? null : at(`${self}/diff`)
	};
}

/**
 * Opens the form of a thing for somebody: what it says, what they typed before and did not save, who
 * else is at work, and what its fields offer. Null when there is no such thing they may see.
 * @param id `new` for a new thing
 */
export async function openForm(
	db: Db,
	by: By,
	noun: Noun,
	id: string,
	{ locale, query }: { locale: Locale; query: URLSearchParams }
) {
	const { who, now } = by;
	const item = id === NEW ? null : await find(db, who, noun, id);
	if (!who || (id !== NEW && !item)) return null;
	if (!item && !mayCreate(who, noun)) return null;
	const { fields } = describe(noun);
	const content: Content = item ? ((await contentOf(db, item, item.head)) ?? {}) : {};
	const before = await typed(db, who, noun, id);
	const closed = item ? closedTo(by, item) : null;
	const open = closed === null;
	const resumed = open && query.get('resume') === '1' ? before : null;
	const here = others(noun, id, who, now);
	if (open && item) attend(noun, id, who, now, before !== null);
	return {
		noun,
		id: item?.id ?? null,
		fresh: item ? '' : newId(now),
		locale,
		base: item?.head ?? 0,
		content,
		typed: open && !resumed ? before : null,
		resumed,
		closed,
		offered: await offered(db, who, fields, [content, ...(before ? [before.content] : [])]),
		others: item ? here : [],
		saved: savedIn(query),
		title: { zh: item?.titleZh ?? '', en: item?.titleEn ?? null },
		now,
		paths: pathsOf(noun, id, locale)
	};
}

/** What the address says of the save that led here. */
function savedIn(query: URLSearchParams) {
	const how = query.get('saved');
	const number = Number(query.get('number'));
	if (!how || !Number.isInteger(number) || number < 1) return null;
	const restored = Number(query.get('restored'));
	return {
		number,
		same: how === 'same',
		created: how === 'created',
		restored: how === 'restored' && Number.isInteger(restored) ? restored : null,
		taken: (query.get('taken') ?? '').split(',').filter((name) => /^[A-Za-z]{1,40}$/.test(name))
	};
}

/** The names of everything two contents point to, for telling how they differ. */
export const namesIn = (db: Reader, who: Who | null, noun: Noun, contents: readonly Content[]) =>
	offered(db, who, describe(noun).fields, contents);

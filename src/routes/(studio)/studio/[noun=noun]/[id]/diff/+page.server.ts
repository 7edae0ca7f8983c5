import { error } from '@sveltejs/kit';
import { mayWrite } from '$lib/domain/people/may';
import { href } from '$lib/domain/locale';
import type { Noun } from '$lib/domain/studio/noun';
import { version } from '$lib/server/studio/history';
import { contentOf, find, standing } from '$lib/server/studio/items';
import { namesIn } from '$lib/server/studio/open';
import type { PageServerLoad } from './$types';

/** Two versions of a thing, without a question the newest and what the public sees. */
export const load: PageServerLoad = async ({ params, url, locals: { db, who, locale } }) => {
	const noun = params.noun as Noun;
	const item = await find(db, who, noun, params.id);
	if (!item) error(404, { message: 'not-found' });
	const asked = (name: string, otherwise: number) => {
		const text = url.searchParams.get(name);
		return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
	};
	const to = asked('to', item.head);
	const from = asked('from', item.live === null ? Math.max(0, to - 1) : item.liveNumber);
	const [before, after] = await Promise.all([contentOf(db, item, from), contentOf(db, item, to)]);
	if (!before || !after) error(404, { message: 'not-found' });
	return {
		noun,
		title: { zh: item.titleZh, en: item.titleEn },
		head: item.head,
		from: { number: from, said: await version(db, item, from) },
		to: { number: to, said: await version(db, item, to) },
		before,
		after,
		offered: await namesIn(db, who, noun, [before, after]),
		mayRestore: mayWrite(who, standing(item)) && !item.trashedAt && item.state !== 'review',
		self: href(locale, `/studio/${noun}/${item.id}`)
	};
};

import { error, fail, redirect } from '@sveltejs/kit';
import { mayAudit, mayWrite } from '$lib/domain/people/may';
import { href } from '$lib/domain/locale';
import type { Noun } from '$lib/domain/studio/noun';
import { trail } from '$lib/server/audit';
import { noForm } from '$lib/server/no-form';
import { PAGE, restore, versionsOf } from '$lib/server/studio/history';
import { find, standing } from '$lib/server/studio/items';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, who, locale } }) => {
	const item = await find(db, who, params.noun as Noun, params.id);
	if (!item) error(404, { message: 'not-found' });
	const asked = Number(url.searchParams.get('before'));
	const before = Number.isInteger(asked) && asked > 0 ? asked : undefined;
	const list = await versionsOf(db, item, before);
	const last = list.at(-1)?.number ?? 0;
	return {
		noun: item.noun,
		title: { zh: item.titleZh, en: item.titleEn },
		head: item.head,
		live: item.live === null ? null : item.liveNumber,
		list,
		first: before === undefined,
		older: list.length === PAGE && last > 0 ? last : null,
		mayRestore: mayWrite(who, standing(item)) && !item.trashedAt && item.state !== 'review',
		self: href(locale, `/studio/${item.noun}/${item.id}`),
		trail: await trail(db, item.noun, item.id, 50),
		allActs: mayAudit(who) ? href(locale, `/studio/audit?noun=${item.noun}&id=${item.id}`) : null
	};
};

export const actions: Actions = {
	restore: async ({ request, params, locals: { db, by, locale } }) => {
		const noun = params.noun as Noun;
		const data = await request.formData().catch(noForm);
		const [number, base] = [Number(data.get('number')), Number(data.get('base'))];
		if (!Number.isInteger(number) || !Number.isInteger(base)) error(400);
		const done = await restore(db, by, noun, params.id, number, base);
		if (done.ok)
			redirect(
				303,
				href(
					locale,
					`/studio/${noun}/${params.id}?saved=restored&number=${done.number}&restored=${number}`
				)
			);
		if ('missing' in done) error(404, { message: 'not-found' });
		return fail(409, { number, refusals: 'refusals' in done ? done.refusals : [] });
	}
};

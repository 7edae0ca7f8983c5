import { error, fail, redirect } from '@sveltejs/kit';
import { mayOpenDraft } from '$lib/domain/contests/dates';
import { href } from '$lib/domain/locale';
import { publicEdition } from '$lib/server/contests/public';
import { openEntry } from '$lib/server/contests/entries';
import { heard } from '$lib/server/heard';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function editionFor({
	params,
	locals: { db, now }
}: Pick<RequestEvent, 'params' | 'locals'>) {
	const found = await publicEdition(db, params.contest, params.edition, now);
	if (!found?.plan) error(404, { message: 'path' });
	return { ...found, plan: found.plan };
}

export const load: PageServerLoad = async (event) => {
	const { contest, edition, plan } = await editionFor(event);
	const { locals, url } = event;
	// Whether one may enter changes from one second to the next: no copy of this page is kept.
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const may = mayOpenDraft({ ...plan.dates, state: edition.state }, locals.now);
	return {
		now: locals.now,
		contest,
		edition,
		signedIn: locals.who !== null,
		refused: may.ok ? null : (may.refusals[0]?.reason ?? 'closed'),
		dates: { opensAt: plan.dates.opensAt, closesAt: plan.dates.closesAt },
		categories: plan.categories.map(({ id, title, about, film, channels }) => ({
			id,
			title,
			about,
			film,
			channels: channels.filter((channel) => plan.channels[channel].open)
		})),
		channels: (['person', 'unit'] as const).filter((channel) => plan.channels[channel].open),
		chain: plan.channels.unit.chain,
		chosen: {
			category: url.searchParams.get('category') ?? '',
			channel: url.searchParams.get('channel') ?? ''
		}
	};
};

export const actions: Actions = {
	default: async (event) => {
		const sent = await heard(event);
		const { edition, contest } = await editionFor(event);
		const { who, by, db, locale } = event.locals;
		const [category = '', channel = '', code = ''] = ['category', 'channel', 'code'].map(
			(name) => sent.get(name) ?? ''
		);
		const typed = { category, channel, code };
		if (!who) {
			const chosen = new URLSearchParams({ category: typed.category, channel: typed.channel });
			const back = href(locale, `/contests/${contest.slug}/${edition.slug}/enter?${chosen}`);
			redirect(303, href(locale, `/login?next=${encodeURIComponent(back)}`));
		}
		const ruled = await openEntry(
			db,
			{ ...by, who },
			{
				editionId: edition.id,
				categoryId: typed.category,
				channel: typed.channel,
				code: typed.code
			}
		);
		if (!ruled.ok) return fail(422, { refusals: ruled.refusals, ...typed });
		redirect(303, href(locale, `/account/entries/${ruled.value}/work`));
	}
};

import { error, fail } from '@sveltejs/kit';
import { mayRecommend } from '$lib/domain/people/may';
import { decidedBy, recommendEntry, waitingFor } from '$lib/server/contests/entry-recommend';
import { self } from '$lib/server/people/self';
import { readForm } from '$lib/server/read-form';
import { bySlug } from '$lib/server/towns';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { db, who, now } }) => {
	if (!who || !mayRecommend(who)) error(403, { message: 'not-allowed' });
	const towns = await bySlug(db);
	const waiting = await waitingFor(db, who);
	return {
		now,
		// What a recommendation rests on: the work and its unit; contacts and files stay with the office.
		waiting: waiting.map(({ entry, synopsis, edition, category, level, left }) => ({
			id: entry.id,
			title: entry.title,
			number: entry.number,
			version: entry.version,
			synopsis,
			unit: entry.unit,
			town: entry.town ? (towns.get(entry.town)?.name ?? null) : null,
			submittedAt: entry.submittedAt,
			edition: { zh: edition.titleZh, en: edition.titleEn },
			category,
			level,
			left
		})),
		done: await decidedBy(db, who)
	};
};

const saying = (verdict: 'recommend' | 'decline') => async (event: RequestEvent) => {
	if (!mayRecommend(event.locals.who)) error(403, { message: 'not-allowed' });
	const { entry, note, version } = await readForm(event.request, 'entry', 'note', 'version');
	const ruled = await recommendEntry(event.locals.db, self(event), entry, {
		verdict,
		version: Number(version),
		note
	});
	return ruled.ok
		? { said: { verdict, title: ruled.value.title } }
		: fail(422, { entry, note: note.slice(0, 2000), refusals: ruled.refusals });
};

export const actions: Actions = { recommend: saying('recommend'), decline: saying('decline') };

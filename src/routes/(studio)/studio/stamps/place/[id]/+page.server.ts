import { error, fail } from '@sveltejs/kit';
import { axisOf } from '$lib/domain/chart-axis';
import { grouped } from '$lib/domain/certificates/code';
import { heard } from '$lib/server/heard';
import { byDay } from '$lib/server/stamps/counts';
import { issuePosters, renewPoster, validOf, versionsOf } from '$lib/server/stamps/posters';
import { posterAddress } from '$lib/server/stamps/print';
import { writable } from '$lib/server/stamps/scope';
import { posterCode } from '$lib/server/stamps/sign';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, who, now } }) => {
	const [place] = await writable(db, who, [params.id]);
	if (!place) error(404);
	const [valid, versions, days] = await Promise.all([
		validOf(db, place.id),
		versionsOf(db, place.id),
		byDay(db, who, now, place.id)
	]);
	const code = valid && posterCode(valid.number);
	return {
		place: { id: place.id, name: { zh: place.titleZh, en: place.titleEn } },
		valid: valid && {
			version: valid.version,
			madeAt: valid.madeAt,
			code: grouped(code!),
			address: posterAddress(code!)
		},
		versions,
		days,
		axis: axisOf(days.map(({ given }) => given))
	};
};

export const actions: Actions = {
	issue: async (event) => {
		await heard(event);
		const { db, by } = event.locals;
		const done = await issuePosters(db, by, [event.params.id]);
		return done.ok ? { issued: done.value } : fail(422, { refusals: done.refusals });
	},
	renew: async (event) => {
		const form = await heard(event);
		const { db, by } = event.locals;
		const why = form.get('why') ?? '';
		const version = Number(form.get('version') ?? NaN);
		const done = await renewPoster(db, by, event.params.id, { version, why });
		return done.ok
			? { renewed: done.value }
			: fail(422, { refusals: done.refusals, why: why.slice(0, 400) });
	}
};

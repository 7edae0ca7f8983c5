import { error, fail } from '@sveltejs/kit';
import { isDateDeed, readMinute } from '$lib/domain/events/standing';
import type { Refusal } from '$lib/domain/refusal';
import type { Bilingual } from '$lib/domain/text';
import { datesOf, deskEvent } from '$lib/server/events/desk';
import { changeDates, lookAhead } from '$lib/server/events/standing';
import { mailAhead } from '$lib/server/events/standing-mail';
import { awaitedBy } from '$lib/server/events/signed-up';
import { heard } from '$lib/server/heard';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, who, now } }) => {
	const event = await deskEvent(db, who, params.id);
	if (!event) error(404, { message: 'path' });
	const counts = await awaitedBy(db, params.id);
	const dates = (await datesOf(db, params.id)).map((row) => ({
		...row,
		awaited: counts.get(row.id) ?? { signUps: 0, heads: 0 }
	}));
	return { event, dates, now };
};

const mails = {
	cancel: 'signup-off',
	postpone: 'signup-postponed',
	move: 'signup-moved',
	restore: 'signup-restored'
} as const;

export const actions: Actions = {
	change: async (event) => {
		const { params, locals } = event;
		const sent = await heard(event);
		const text = (name: string) => {
			const value = sent.get(name);
			return typeof value === 'string' ? value : '';
		};
		const deed = text('deed');
		const typed = {
			...{ deed, date: text('date'), whyZh: text('whyZh'), whyEn: text('whyEn') },
			...{ from: text('from'), to: text('to') }
		};
		if (!isDateDeed(deed))
			return fail(422, { refusals: [{ field: 'deed', reason: 'missing' }] as Refusal[], typed });
		const why: Bilingual = { zh: typed.whyZh.trim(), en: typed.whyEn.trim() || null };
		const asked = {
			...{ deed, why, date: typed.date },
			...{ startsAt: readMinute(typed.from), endsAt: readMinute(typed.to) }
		};
		if (text('do') !== 'send') {
			const ruled = await lookAhead(locals.db, locals.by, params.id, asked);
			if (!ruled.ok) return fail(422, { refusals: ruled.refusals, typed });
			const desk = (await deskEvent(locals.db, locals.who, params.id))!;
			const { after, signUps, mails: count } = ruled.value;
			const at = { startsAt: after[0]!.startsAt, note: why };
			return {
				typed,
				ahead: {
					...{ signUps, mails: count, dates: after.map(({ startsAt }) => startsAt) },
					zh: await mailAhead(locals.db, mails[deed], 'zh', desk, at),
					en: await mailAhead(locals.db, mails[deed], 'en', desk, at)
				}
			};
		}
		const done = await changeDates(locals.db, locals.by, params.id, asked);
		return done.ok
			? { done: { deed, ...done.value } }
			: fail(422, { refusals: done.refusals, typed });
	}
};

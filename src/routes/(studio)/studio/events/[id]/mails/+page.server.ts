import { error, fail } from '@sveltejs/kit';
import { isNoteTo } from '$lib/domain/events/attendance-note';
import { parseDelivery } from '$lib/domain/events/delivery';
import { datesOf, deskEvent } from '$lib/server/events/desk';
import { deliveriesOf, DELIVERY_PAGE, sendAgainHere } from '$lib/server/events/desk-delivery';
import { mailsOf, noteAhead, sendNote } from '$lib/server/events/desk-mails';
import { mailAhead } from '$lib/server/events/standing-mail';
import { heard } from '$lib/server/heard';
import { wake } from '$lib/server/world';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, who, now } }) => {
	const event = await deskEvent(db, who, params.id);
	if (!event) error(404, { message: 'path' });
	const dates = await datesOf(db, params.id);
	const query = parseDelivery(url.searchParams);
	const { env } = await wake();
	return {
		...{ event, dates, now, query, size: DELIVERY_PAGE, sends: !!env.smtpUrl },
		past: event.mayReach ? await mailsOf(db, params.id) : [],
		delivered: await deliveriesOf(db, params.id, query)
	};
};

export const actions: Actions = {
	again: async (event) => {
		const mail = (await heard(event)).get('mail');
		const { locals, params } = event;
		const which = mail === null ? ('all' as const) : { mail };
		const done = await sendAgainHere(locals.db, locals.by, params.id, which);
		return done.ok ? { again: done.value.mails } : fail(409, { notAgain: done.refusals });
	},
	write: async (event) => {
		const { params, locals } = event;
		const sent = await heard(event);
		const said = (name: string) => {
			const value = sent.get(name);
			return typeof value === 'string' ? value : '';
		};
		const to = said('to');
		const typed = { date: said('date'), to, text: said('text'), textEn: said('textEn') };
		const note = {
			...{ date: typed.date, to: isNoteTo(to) ? to : ('confirmed' as const) },
			text: { zh: typed.text.replace(/\s+/g, ' '), en: typed.textEn.replace(/\s+/g, ' ') || null }
		};
		if (said('do') === 'send') {
			const done = await sendNote(locals.db, locals.by, params.id, note);
			return done.ok ? { sent: done.value.mails } : fail(422, { refusals: done.refusals, typed });
		}
		const ruled = await noteAhead(locals.db, locals.by, params.id, note);
		if (!ruled.ok) return fail(422, { refusals: ruled.refusals, typed });
		const desk = (await deskEvent(locals.db, locals.who, params.id))!;
		const at = { startsAt: ruled.value.startsAt, note: note.text };
		return {
			typed,
			ahead: {
				...ruled.value,
				zh: await mailAhead(locals.db, 'signup-note', 'zh', desk, at),
				en: await mailAhead(locals.db, 'signup-note', 'en', desk, at)
			}
		};
	}
};

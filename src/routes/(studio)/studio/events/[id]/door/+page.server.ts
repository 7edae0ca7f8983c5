import { randomBytes } from 'node:crypto';
import { error, fail } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import { isDeedId } from '$lib/domain/events/checkin-sent';
import { href } from '$lib/domain/locale';
import type { Refusal } from '$lib/domain/refusal';
import { doorGround } from '$lib/server/checkin/ground';
import { dateOf, gatesOf, openGate, shutGate } from '$lib/server/checkin/gates';
import { zonedNumbersOf } from '$lib/server/checkin/list';
import {
	doorEvent,
	doublesAt,
	nextDate,
	openList,
	PAGE_ROWS,
	present
} from '$lib/server/checkin/office';
import { takeDeeds } from '$lib/server/checkin/take';
import { allowWalkins } from '$lib/server/checkin/walkins';
import { runsEvent } from '$lib/server/events/runs';
import { heard } from '$lib/server/heard';
import { statusOf } from '$lib/server/refused';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, by, who, now } }) => {
	const found = (await runsEvent(db, who, params.id)) && (await doorEvent(db, params.id));
	if (!found) error(404, { message: 'path' });
	const { event, dates } = found;
	const asked = url.searchParams.get('date');
	const date = asked ? dates.find(({ id }) => id === asked) : nextDate(dates, now);
	if (asked && !date) error(404, { message: 'path' });
	const ground = date && (await doorGround(db, date.id));
	if (!date || !ground) return { event, dates, at: null, now };
	const q = (url.searchParams.get('q') ?? '').slice(0, 60);
	const shown = present.find((one) => one === url.searchParams.get('who')) ?? 'all';
	const page = Math.max(1, Number(url.searchParams.get('page')) || 1);
	const list = await openList(db, by, date.id, { q, who: shown, page });
	return {
		...{ event, dates, now },
		at: {
			...{ date: date.id, door: ground.door, walkins: ground.walkins, q, who: shown },
			page,
			size: PAGE_ROWS,
			...list,
			numbers: await zonedNumbersOf(db, date.id),
			gates: await gatesOf(db, date.id),
			doubles: await doublesAt(db, date.id),
			deed: randomBytes(12).toString('base64url')
		}
	};
};

const refused = (refusals: Refusal[], more: Record<string, string> = {}) =>
	fail(statusOf(refusals), { refusals, ...more });

export const actions: Actions = {
	open: async (event) => {
		const sent = await heard(event);
		const { db, by, locale } = event.locals;
		const typed = { kind: sent.get('kind') ?? '', name: sent.get('name') ?? '' };
		const date = sent.get('date') ?? '';
		const done = await openGate(db, by, event.params.id, { date, ...typed });
		if (!done.ok) return refused(done.refusals, typed);
		const link = event.url.origin + href(locale, `/gate/${done.value.key}`);
		const { name, kind } = done.value;
		return { made: { name, kind, link, qr: renderSVG(link, { ecc: 'M', border: 2 }) } };
	},
	shut: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const done = await shutGate(db, by, event.params.id, sent.get('gate') ?? '');
		return done.ok ? { shut: done.value.name } : refused(done.refusals);
	},
	walkins: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const allowed = sent.get('allow') === 'yes';
		const done = await allowWalkins(db, by, event.params.id, sent.get('date') ?? '', allowed);
		return done.ok ? { changed: true } : refused(done.refusals);
	},
	/** Ticks somebody in, or out again, by hand. */
	tick: async (event) => {
		const sent = await heard(event);
		const { db, by, now } = event.locals;
		const date = sent.get('date') ?? '';
		const code = sent.get('code') ?? '';
		const id = sent.get('deed');
		const typed = sent.get('heads') ?? '';
		const no = (reason: string, detail: Record<string, string | number> = {}) =>
			refused([{ field: 'heads', reason, detail }], { code });
		if (!(await dateOf(db, event.params.id, date))) return no('gone');
		const heads = /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : NaN;
		if (Number.isNaN(heads)) return no('bad-heads', { max: 9999 });
		if (!/^[0-9A-Z]{8}$/.test(code)) return no('bad-code');
		const out = sent.get('do') === 'out';
		const [answer] =
			(await takeDeeds(db, by, { occasionId: date, gateId: null }, [
				{
					id: isDeedId(id) ? id : randomBytes(18).toString('base64url'),
					...{ text: code, heads: out ? -heads : heads, how: 'listed', deviceAt: now },
					...{ extra: !out && sent.get('extra') === 'yes', done: false }
				}
			])) ?? [];
		if (!answer) return no('gone');
		if (answer.said === 'no') return no(answer.reason!, answer.detail);
		return { ticked: { code, came: answer.came ?? 0, booked: answer.booked ?? 0 } };
	}
};

import { error, fail, redirect } from '@sveltejs/kit';
import { isDay } from '$lib/domain/day';
import { href } from '$lib/domain/locale';
import type { Refusal } from '$lib/domain/refusal';
import { requestMost } from '$lib/domain/visits/request';
import type { TypedRequest } from '$lib/domain/visits/request';
import { freeDays } from '$lib/domain/visits/slots';
import { limiter } from '$lib/server/corrections-limit';
import { heardWithFile } from '$lib/server/heard';
import { dropLetter, keepLetter, readLetter } from '$lib/server/letters';
import { keptHere } from '$lib/server/retention';
import { askVisit, visitRuling } from '$lib/server/visits/ask';
import { groundOf, receiving } from '$lib/server/visits/ground';
import { wake } from '$lib/server/world';
import type { Actions, PageServerLoad } from './$types';

/** Days with free slots on one page. */
const DAYS = 6;
const limit = limiter({ each: 12, all: 600 });

export const load: PageServerLoad = async ({ params, url, locals: { db, now }, setHeaders }) => {
	const place = await receiving(db, params.slug);
	if (!place) error(404, { message: 'no-place' });
	// What is free changes with every answer of the office.
	setHeaders({ 'cache-control': 'private, no-store' });
	const ground = (await groundOf(db, place.id, now))!;
	const asked = url.searchParams.get('from') ?? '';
	const from = isDay(asked) ? asked : ground.first;
	const { plan } = ground;
	const { days, next } = place.open
		? freeDays(ground, { from, count: DAYS })
		: { days: [], next: null };
	return {
		place: {
			slug: place.slug,
			name: { zh: place.nameZh, en: place.nameEn },
			phone: place.phone
		},
		open: place.open,
		plan,
		days,
		next,
		later: from > ground.first,
		noHours: !ground.hours.week.length && !ground.hours.exceptions.length,
		kept: (await keptHere(db)).visits
	};
};

const texts = ['slot', 'kind', 'group', 'heads', 'liaison', 'phone', 'email', 'note'] as const;

export const actions: Actions = {
	default: async (event) => {
		const form = await heardWithFile(event);
		const { locals, params, getClientAddress } = event;
		const { db, by, locale } = locals;
		const place = await receiving(db, params.slug);
		if (!place) error(404, { message: 'no-place' });
		const text = (name: string) => {
			const value = form.get(name);
			return typeof value === 'string' ? value : '';
		};
		const typed: TypedRequest = {
			...(Object.fromEntries(texts.map((name) => [name, text(name)])) as Record<
				(typeof texts)[number],
				string
			>),
			agreed: text('agreed') === 'yes'
		};
		const refused = (status: number, refusals: Refusal[]) =>
			// What is far too long is not sent back whole.
			fail(status, {
				refusals,
				typed: { ...typed, note: typed.note.slice(0, 4 * requestMost.note) }
			});
		const read = await readLetter(form.get('letter'));
		if (!read.ok) return refused(422, read.refusals);
		// What is refused costs nobody a turn, and leaves no file behind.
		const ruled = await visitRuling(db, place.id, typed, { letter: !!read.value, now: by.now });
		if (!ruled.ok) return refused(422, ruled.refusals);
		if (!(await limit.take(getClientAddress())))
			return refused(429, [{ field: '', reason: 'too-often' }]);
		// A field no person sees: what fills it in is sent on and not stored.
		if (text('website')) redirect(303, href(locale, `/places/${place.slug}`));
		const letter = read.value && (await keepLetter(read.value));
		const { env } = await wake();
		const asked = await askVisit(db, by, place.id, typed, {
			letter,
			locale,
			scanned: !!env.clamd
		});
		if (!asked.ok) {
			if (letter) await dropLetter(letter);
			return refused(422, asked.refusals);
		}
		redirect(303, href(locale, `/visits/${asked.value.link}?done=asked`));
	}
};

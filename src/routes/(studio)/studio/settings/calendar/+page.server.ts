import { fail } from '@sveltejs/kit';
import { isDay } from '$lib/domain/day';
import { localMoment } from '$lib/domain/hours';
import type { Ruled } from '$lib/domain/refusal';
import { officeCalendar, putDay, removeDay, settleYear } from '$lib/server/calendar';
import { noForm } from '$lib/server/no-form';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ url, locals: { db, now } }) => {
	const today = localMoment(now).day;
	const own = await officeCalendar(db);
	const asked = Number(url.searchParams.get('year'));
	const thisYear = Number(today.slice(0, 4));
	const year = Number.isInteger(asked) && asked >= 2004 && asked <= 2100 ? asked : thisYear;
	const from = url.searchParams.get('from') ?? today;
	const count = Number(url.searchParams.get('count') ?? 5);
	return {
		year,
		years: [thisYear - 1, thisYear, thisYear + 1, thisYear + 2],
		lastYear: own.lastYear,
		settled: own.settled.includes(year),
		days: own.year(year).map((day) => ({
			...day,
			own: own.changes.some((change) => change.day === day.day),
			source: own.changes.find((change) => change.day === day.day)?.source ?? null
		})),
		from,
		count,
		answer:
			isDay(from) && Number.isInteger(count) && count >= 0 && count <= 250
				? own.after(from, count)
				: null
	};
};

/** Runs one act with the fields of the form, and gives them back when it is refused. */
async function act(
	{ request, locals }: RequestEvent,
	verb: (text: (name: string) => string, locals: RequestEvent['locals']) => Promise<Ruled<null>>
) {
	const form = await request.formData().catch(noForm);
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const done = await verb(text, locals);
	if (done.ok) return { done: true };
	return fail(422, {
		refusals: done.refusals,
		typed: { day: text('day'), name: text('name'), source: text('source'), works: text('works') }
	});
}

export const actions: Actions = {
	add: (event) =>
		act(event, (text, { db, by }) =>
			putDay(db, by, {
				day: text('day'),
				works: text('works') === 'yes',
				name: text('name') || null,
				source: text('source') || null
			})
		),
	remove: (event) => act(event, (text, { db, by }) => removeDay(db, by, text('day'))),
	settle: (event) =>
		act(event, (text, { db, by }) =>
			settleYear(db, by, Number(text('year')), text('settled') === 'yes')
		)
};

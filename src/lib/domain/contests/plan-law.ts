import type { Refusal } from '../refusal';
import type { FilmLimits } from '../films/limits';
import type { Dates, Plan } from './plan';

/** Where a word stands a second time in a list. */
function* doubles(list: readonly string[], field: (at: number) => string): Generator<Refusal> {
	for (const [at, one] of list.entries())
		if (list.indexOf(one) < at) yield { field: field(at), reason: 'double' };
}

function* limitsTrouble(film: FilmLimits, at: string): Generator<Refusal> {
	const pairs = [
		['minSeconds', 'maxSeconds'],
		['minShortSide', 'maxLongSide'],
		['minRate', 'maxRate'],
		['minLoudness', 'maxLoudness']
	] as const;
	for (const [low, high] of pairs)
		if (film[low] !== null && film[high] !== null && film[low] > film[high])
			yield { field: `${at}.${high}`, reason: 'less-than-least' };
	for (const list of ['containers', 'videoCodecs', 'audioCodecs', 'ratios'] as const)
		yield* doubles(film[list], () => `${at}.${list}`);
	if (film.sound && !film.audioCodecs.length)
		yield { field: `${at}.audioCodecs`, reason: 'choose-one' };
}

function* datesTrouble(dates: Dates): Generator<Refusal> {
	const { opensAt, closesAt, correctUntil, noticeFrom, noticeUntil, resultsAt } = dates;
	const after = (field: string, late: number | null, early: number | null, same = false) =>
		late !== null && early !== null && (same ? late < early : late <= early)
			? [{ field: `dates.${field}`, reason: 'before-what-precedes' }]
			: [];
	yield* after('closesAt', closesAt, opensAt);
	yield* after('correctUntil', correctUntil, closesAt, true);
	for (const [at, { from, until }] of dates.rounds.entries()) {
		yield* after(`rounds.${at}.from`, from, closesAt, true);
		yield* after(`rounds.${at}.from`, from, dates.rounds[at - 1]?.from ?? null, true);
		yield* after(`rounds.${at}.until`, until, from);
	}
	yield* after('noticeFrom', noticeFrom, closesAt, true);
	yield* after('noticeUntil', noticeUntil, noticeFrom);
	yield* after('resultsAt', resultsAt, noticeUntil ?? closesAt, true);
}

/**
 * What the parts of a plan say against each other, each at the input that should be mended: double
 * ids and codes, a least above its most, dates out of order, a question about a category that is
 * not there, a choice with nothing to choose from, a film category without a film.
 */
export function* planTrouble(plan: Plan): Generator<Refusal> {
	const { categories, questions, statements, crew, dates } = plan;
	yield* doubles(
		categories.map(({ id }) => id),
		(at) => `categories.${at}.id`
	);
	yield* doubles(
		categories.map(({ code }) => code.toUpperCase()),
		(at) => `categories.${at}.code`
	);
	for (const [at, { materials, film }] of categories.entries()) {
		// Files are told apart by the id of their material or question, whichever it is.
		const ids = [...questions.map(({ id }) => id), ...materials.map(({ id }) => id)];
		yield* doubles(ids, (n) => `categories.${at}.materials.${n - questions.length}.id`);
		if (film) {
			yield* limitsTrouble(film, `categories.${at}.film`);
			if (materials.filter(({ kind }) => kind === 'film').length !== 1)
				yield { field: `categories.${at}.materials`, reason: 'one-film' };
		} else if (materials.some(({ kind }) => kind === 'film'))
			yield { field: `categories.${at}.materials`, reason: 'film-without-limits' };
	}
	yield* doubles(
		questions.map(({ id }) => id),
		(at) => `questions.${at}.id`
	);
	for (const [at, { kind, options, categories: asked }] of questions.entries()) {
		const chooses = kind === 'choice' || kind === 'choices';
		if (chooses && options.length < 2)
			yield { field: `questions.${at}.options`, reason: 'too-few' };
		yield* doubles(
			options.map(({ id }) => id),
			(n) => `questions.${at}.options.${n}.id`
		);
		if (asked?.some((id) => !categories.some((category) => category.id === id)))
			yield { field: `questions.${at}.categories`, reason: 'no-such-category' };
	}
	yield* doubles(
		statements.map(({ key }) => key),
		(at) => `statements.${at}.key`
	);
	yield* doubles(
		crew.map(({ id }) => id),
		(at) => `crew.${at}.id`
	);
	yield* doubles(
		dates.rounds.map(({ id }) => id),
		(at) => `dates.rounds.${at}.id`
	);
	yield* datesTrouble(dates);
}

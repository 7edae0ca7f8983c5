import type { Category, Plan } from '$lib/domain/contests/plan';
import type { PlanSection } from '$lib/domain/contests/plan-parts';
import { writeBytes, writeSeconds } from '$lib/domain/contests/plan-quantities';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import { told } from './times';
import type { OfficeWords } from './world';

function filmOf({ film }: Category, { gist }: OfficeWords, locale: Locale): string {
	if (!film) return gist.noFilm;
	const [from, until] = [film.minSeconds, film.maxSeconds].map((one) => writeSeconds(one, locale));
	const length = !until ? gist.anyLength : from ? gist.between(from, until) : gist.upTo(until);
	return gist.film(length, writeBytes(film.maxBytes));
}

/** What every page of a plan says, in a line or a few. */
export function gistOf(
	plan: Plan,
	words: OfficeWords,
	locale: Locale
): Record<PlanSection, string[]> {
	const { gist, field } = words;
	const { dates, channels } = plan;
	const chain = words.list(channels.unit.chain.map((level) => field.option.chain![level] ?? level));
	const numbers = [
		gist.roles(plan.crew.length),
		gist.questions(plan.questions.length),
		gist.ai(plan.aiKinds.length)
	];
	return {
		call: [say(plan.call.title, locale)].filter(Boolean),
		categories: plan.categories.map((one) =>
			gist.category(say(one.title, locale), one.code, filmOf(one, words, locale))
		),
		form: [words.list(numbers)],
		channels: [
			...(channels.person.open ? [gist.person(channels.person.perPerson)] : []),
			...(channels.unit.open ? [gist.unit(chain)] : [])
		],
		statements: plan.statements.map(({ title }) => say(title, locale)),
		dates: [
			dates.opensAt !== null && dates.closesAt !== null
				? words.period(told(dates.opensAt, locale), told(dates.closesAt, locale, true))
				: '',
			dates.closesAt === null ? '' : gist.grace(dates.graceMinutes),
			dates.correctUntil === null ? '' : gist.correct(told(dates.correctUntil, locale, true)),
			dates.resultsAt === null ? '' : gist.results(told(dates.resultsAt, locale))
		].filter(Boolean),
		numbering: [plan.numbering],
		keeping: [field.option.showing![plan.showing]!]
	};
}

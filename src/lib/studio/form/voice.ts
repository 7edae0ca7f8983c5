import type { Locale } from '$lib/domain/locale';
import type { Datum } from '$lib/domain/datum';
import type { Precision } from '$lib/domain/place';
import type { Target } from '$lib/domain/studio/field';
import type { Noun } from '$lib/domain/studio/noun';
import { say } from '$lib/domain/text';
import type { Voice } from '$lib/domain/studio/value-text';
import { dateText } from '$lib/domain/when';
import { optionOf } from './world';
import type { FormWords, Option } from './world';

/** How the values of a noun sound in the language of the page. */
export function voiceOf(
	words: FormWords,
	noun: Noun,
	locale: Locale,
	weekday: readonly string[],
	offered: Partial<Record<Target, Option[]>>
): Voice {
	const { form, units } = words;
	const names = new Map<string, Option>();
	for (const [to, options] of Object.entries(offered))
		for (const option of options) names.set(`${to} ${option.slug}`, option);
	return {
		option: (field, value) => optionOf(words, noun, field, value),
		reference: (to, slug) => say(names.get(`${to} ${slug}`)?.name, locale) || slug,
		precision: (value) => form.position.precisions[value as Precision] ?? value,
		datum: (value) => form.position.datum[value as Datum] ?? value,
		unit: (unit) => (units as Record<string, string>)[unit] ?? unit,
		day: (day) => dateText(day, locale),
		moment: (at) => momentIn(at, locale),
		metres: form.units.metres,
		points: form.units.points,
		weekday,
		yes: form.onOff.on,
		no: form.onOff.off,
		has: form.yes,
		lacks: form.no,
		closed: form.week.closed,
		verified: form.position.verifiedShort,
		unverified: form.position.unverified
	};
}

/** A moment to the minute in Asia/Shanghai: `2026年11月22日 09:30`. */
export const momentIn = (at: number, locale: Locale): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
		timeZone: 'Asia/Shanghai',
		year: 'numeric',
		month: 'long',
		day: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	}).format(at);

/** The time of day in Asia/Shanghai, with the day where it is another one than that of `now`. */
export function timeIn(at: number, now: number, locale: Locale): string {
	const day = (moment: number) => Math.floor((moment + 8 * 3_600_000) / 86_400_000);
	if (day(at) !== day(now)) return momentIn(at, locale);
	return new Intl.DateTimeFormat('en-GB', {
		timeZone: 'Asia/Shanghai',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		hourCycle: 'h23'
	}).format(at);
}

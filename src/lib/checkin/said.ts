import type { Locale } from '../domain/locale';
import type { checkin } from '../words/zh/checkin';

export type CheckinWords = typeof checkin;

/** A moment at a door, Beijing time: the day is said only where it is another one. */
export function clock(at: number, now: number, locale: Locale): string {
	const of = (moment: number, form: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
			timeZone: 'Asia/Shanghai',
			...form
		}).format(moment);
	const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
	const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
	if (of(at, day) === of(now, day)) return of(at, time);
	return of(at, { month: locale === 'en' ? 'short' : 'long', day: 'numeric', ...time });
}

/** The sentence of a door for a reason. */
export function sentence(
	words: CheckinWords,
	{ reason, detail = {} }: { reason: string; detail?: Record<string, string | number> | undefined },
	now: number,
	locale: Locale
): string {
	const { at } = detail;
	const time = typeof at === 'number' ? clock(at, now, locale) : '';
	return (words.doubts[reason] ?? words.doubts.unknown)!({ ...detail, time });
}

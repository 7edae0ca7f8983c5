import { weekdayMoment } from '$lib/domain/events/signup-time';
import type { Locale } from '$lib/domain/locale';
import { fill } from '$lib/domain/mail';
import type { MailText } from '$lib/domain/mail';
import { say } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { ourOrigin } from '../mail';
import { textOf } from '../mail/templates';
import { site } from '../site';
import type { SignupMail } from '../signups/letters';
import type { DeskEvent } from './desk';

/** Stands where a mail says somebody’s name, code and own page. */
const sample = {
	zh: { name: '（收件人）', code: '（报名号）' },
	en: { name: '(recipient)', code: '(code)' }
} as const;

/** A mail to those who signed up as it will look; name, code and heads are filled in for each. */
export async function mailAhead(
	db: Reader,
	template: SignupMail,
	locale: Locale,
	event: Pick<DeskEvent, 'title' | 'place' | 'venue'>,
	{ startsAt, note }: { startsAt: number; note: Bilingual }
): Promise<MailText> {
	const origin = ourOrigin();
	const text = await textOf(db, template, locale, origin);
	const at = [say(event.place, locale), say(event.venue, locale)].filter(Boolean).join(' · ');
	const filled = fill(
		text,
		{
			...sample[locale],
			...{ site: say((await site(db)).name, locale), title: say(event.title, locale) },
			...{ when: weekdayMoment(startsAt, locale), place: at || '—', heads: '1' },
			note: (locale === 'en' && note.en) || note.zh,
			link: `${origin}/${locale === 'en' ? 'en/' : ''}bookings/…`
		},
		origin
	);
	return filled.ok ? filled.value : text;
}

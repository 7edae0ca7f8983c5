import { spokenCode } from '$lib/domain/events/booking-code';
import { dayText, weekdayMoment } from '$lib/domain/events/signup-time';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import type { TemplateName } from '$lib/domain/mail';
import { say } from '$lib/domain/text';
import type { Db, Tx } from '../db/open';
import { Stationery } from '../mail/ready';
import type { Ground } from './ground';
import { saidIn } from './personal';
import type { BookingRow } from './personal';

export type SignupMail = Extract<TemplateName, `signup-${string}`>;

const locales: readonly Locale[] = ['zh', 'en'];

/** The texts of mails an act may send, read before its write. */
export const stationery = (
	db: Db,
	templates: readonly SignupMail[],
	only: readonly Locale[] = locales
): Promise<Stationery> => Stationery.of(db, templates, only);

/** The language somebody signed up in. */
export const localeOf = ({ locale }: Pick<BookingRow, 'locale'>): Locale =>
	locale === 'en' ? 'en' : 'zh';

/** Where a date takes place, in words; empty where nobody said so yet. */
export const whereText = ({ place, venue }: Pick<Ground, 'place' | 'venue'>, locale: Locale) =>
	[say(place, locale), say(venue, locale)].filter(Boolean).join(' · ');

export const whenText = ({ startsAt }: Pick<Ground['occasion'], 'startsAt'>, locale: Locale) =>
	weekdayMoment(startsAt, locale);

/**
 * Writes a mail about a sign-up into the outbox; nothing for somebody who left no address, or whose
 * personal data is deleted.
 */
export async function tell(
	tx: Tx,
	texts: Stationery,
	template: SignupMail,
	ground: Ground,
	row: BookingRow,
	{
		now,
		note = '',
		due,
		mailing = null
	}: { now: number; note?: string; due?: number; mailing?: string | null }
): Promise<boolean> {
	const said = saidIn(row);
	if (!said?.mail) return false;
	const locale = localeOf(row);
	// Who lost the seats offered may sign up again; everything else is on their own page.
	const link =
		template === 'signup-lapsed' ? `/events/${ground.event.slug}` : `/bookings/${said.link}`;
	await texts.send(tx, {
		...{ to: said.mail, template, locale, now, about: { booking: row.id, mailing } },
		values: {
			...{ name: said.name, heads: String(row.heads), code: spokenCode(row.code), note },
			title: say(ground.event.title, locale),
			when: whenText(ground.occasion, locale),
			place: whereText(ground, locale) || '—',
			link: href(locale, link),
			...(due === undefined ? {} : { due: dayText(due) })
		}
	});
	return true;
}

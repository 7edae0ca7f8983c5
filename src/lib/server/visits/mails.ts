import { eq } from 'drizzle-orm';
import { endText } from '$lib/domain/contests/dates-text';
import { clock } from '$lib/domain/hours';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import { dayInWords } from '$lib/domain/visits/day-text';
import type { Tx } from '../db/open';
import { places } from '../db/schema';
import { mail } from '../mail';
import type { RequestRow } from './ground';
import { visitPath } from './link';
import { saidIn } from './said';

export type VisitMail =
	'visit-received' | 'visit-offered' | 'visit-confirmed' | 'visit-declined' | 'visit-cancelled';

/** A day and its hours in words. */
export const whenText = (
	{ day, starts, ends }: { day: string; starts: number; ends: number | null },
	locale: Locale
): string => `${dayInWords(day, locale)} ${clock(starts)}${ends === null ? '' : `–${clock(ends)}`}`;

/** Tells a group by mail, in the language it wrote in; one that left no address is called up. */
export async function tellGroup(
	tx: Tx,
	row: RequestRow,
	template: VisitMail,
	now: number
): Promise<void> {
	const said = saidIn(row);
	if (!said?.email) return;
	const [place] = await tx.select().from(places).where(eq(places.id, row.placeId));
	const { locale } = row;
	await mail(tx, {
		...{ to: said.email, template, locale, now },
		values: {
			name: said.liaison,
			place: place ? say({ zh: place.nameZh, en: place.nameEn }, locale) : '',
			code: row.code,
			heads: String(row.heads),
			when:
				row.day === null
					? whenText({ day: row.wishDay, starts: row.wishStarts, ends: null }, locale)
					: whenText({ day: row.day, starts: row.starts!, ends: row.ends }, locale),
			due: row.offeredUntil === null ? '' : endText(row.offeredUntil, locale),
			reason: row.reason ?? '',
			link: visitPath(row.id, locale)
		}
	});
}

import { and, asc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import { endText } from '$lib/domain/contests/dates-text';
import { clock } from '$lib/domain/hours';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { isAddress } from '$lib/domain/mail';
import { say } from '$lib/domain/text';
import { dayInWords } from '$lib/domain/visits/day-text';
import type { Reader, Tx } from '../db/open';
import { grants, items, people, places, visitRequests } from '../db/schema';
import { mail, mailAll } from '../mail';
import type { Mail } from '../mail';
import type { RequestRow } from './ground';
import { visitPath } from './link';
import { saidIn } from './said';

type VisitMail =
	| 'visit-received'
	| 'visit-offered'
	| 'visit-confirmed'
	| 'visit-declined'
	| 'visit-cancelled'
	| 'visit-reminder';

/** Most people of an office one request writes to. */
const MOST = 40;
/** Requests of one hour at one place that are told by mail; who has so many looks into the inbox. */
const ENOUGH = 10;
const HOUR = 3_600_000;

/** A day and its hours in words. */
const whenText = (
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
	const letter = await letterTo(tx, row, template, now);
	if (letter) await mail(tx, letter);
}

/** The mail to a group; null for one that left no address. */
export async function letterTo(
	db: Reader,
	row: RequestRow,
	template: VisitMail,
	now: number
): Promise<Mail | null> {
	const said = saidIn(row);
	if (!said?.email) return null;
	const { locale } = row;
	return {
		...{ to: said.email, template, locale, now },
		values: {
			name: said.liaison,
			...(await facts(db, row, locale)),
			due: row.offeredUntil === null ? '' : endText(row.offeredUntil, locale),
			reason: row.reason ?? '',
			link: visitPath(row.id, locale)
		}
	};
}

/** What a mail says of a visit, without any person. */
async function facts(db: Reader, row: RequestRow, locale: Locale) {
	const [place] = await db.select().from(places).where(eq(places.id, row.placeId));
	return {
		place: place ? say({ zh: place.nameZh, en: place.nameEn }, locale) : '',
		code: row.code,
		heads: String(row.heads),
		when:
			row.day === null
				? whenText({ day: row.wishDay, starts: row.wishStarts, ends: null }, locale)
				: whenText({ day: row.day, starts: row.starts!, ends: row.ends }, locale)
	};
}

/**
 * Tells those who receive the groups of a place that one asks or has called off: its managers, by
 * place, town or organization; where it has none, the organizers. Who the group is, is not in it.
 * A flood of requests does not become a flood of mails.
 */
export async function tellOffice(
	tx: Tx,
	row: RequestRow,
	template: 'visit-asked' | 'visit-withdrawn',
	now: number
): Promise<void> {
	const lately = and(
		eq(visitRequests.placeId, row.placeId),
		gt(visitRequests.createdAt, now - HOUR)
	);
	if (template === 'visit-asked' && (await tx.$count(visitRequests, lately)) > ENOUGH) return;
	const told = (await receivers(tx, row.placeId)).filter(({ email }) => isAddress(email));
	const letters: Mail[] = [];
	for (const { email, name, locale } of told.slice(0, MOST))
		letters.push({
			...{ to: email, template, locale, now },
			values: {
				...{ name, ...(await facts(tx, row, locale)) },
				link: href(locale, `/studio/visits/${row.id}`)
			}
		});
	if (letters.length) await mailAll(tx, letters);
}

/** Who is told of groups of a place, each once. */
async function receivers(tx: Tx, placeId: string) {
	const [at] = await tx
		.select({ town: places.townSlug, organization: items.organization })
		.from(places)
		.leftJoin(items, and(eq(items.id, places.id), eq(items.noun, 'places')))
		.where(eq(places.id, placeId));
	const rows = await tx
		.select({
			...{ id: people.id, name: people.name, email: people.email, locale: people.locale },
			...{ role: grants.role, kind: grants.scopeKind, scope: grants.scopeId }
		})
		.from(people)
		.innerJoin(grants, eq(grants.personId, people.id))
		.where(
			and(
				isNull(people.disabledAt),
				isNotNull(people.emailVerifiedAt),
				inArray(grants.role, ['manager', 'organizer'])
			)
		)
		.orderBy(asc(people.id));
	const scopes = { place: placeId, town: at?.town, organization: at?.organization };
	const managers = rows.filter(
		({ role, kind, scope }) => role === 'manager' && kind !== null && scope === scopes[kind]
	);
	const chosen = managers.length ? managers : rows.filter(({ role }) => role === 'organizer');
	return [...new Map(chosen.map((person) => [person.id, person])).values()];
}

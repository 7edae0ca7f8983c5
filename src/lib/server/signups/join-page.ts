import { whenText, whereText } from './letters';
import type { Locale } from '$lib/domain/locale';
import type { Reader } from '../db/open';
import { countsOf } from './counts';
import { groundsOf, shutNow, windowHere } from './ground';
import { inZone, takenOf } from './held-seats';

/** What the page of a form needs of a date; null when the public knows of none like it. */
export async function joinPage(
	db: Reader,
	{ slug, key, now, locale }: { slug: string; key: string; now: number; locale: Locale }
) {
	const grounds = await groundsOf(db, slug, now);
	const ground = grounds.find(({ occasion }) => occasion.key === key);
	if (!ground) return null;
	const { occasion, event, plan } = ground;
	const counts = await countsOf(db, ground);
	const taken = plan.zones.some(({ rows }) => rows.length)
		? await takenOf(db, occasion.id)
		: new Set<string>();
	const free = (zone: string) => {
		const count = counts.find((one) => one.zone === zone)!;
		// Seats that fall free while others wait are theirs.
		return count.waiting > 0 && !plan.fillGaps ? 0 : Math.max(0, count.capacity - count.taken);
	};
	const sum = (pick: (one: (typeof counts)[number]) => number) =>
		counts.reduce((all, one) => all + pick(one), 0);
	return {
		occasion: {
			id: occasion.id,
			key,
			startsAt: occasion.startsAt,
			when: whenText(occasion, locale),
			where: whereText(ground, locale)
		},
		event: { slug: event.slug, title: event.title },
		window: windowHere(ground),
		shut: shutNow(ground, now),
		seats: {
			capacity: sum(({ capacity }) => capacity),
			free: counts.reduce((all, { zone }) => all + free(zone), 0),
			waiting: sum(({ waiting }) => waiting)
		},
		zones: plan.zones.map(({ id, name, rows }) => ({
			...{ id, name, rows, free: free(id) },
			taken: [...inZone(taken, id)]
		})),
		plan: {
			mode: plan.mode,
			mostHeads: plan.mostHeads,
			waiting: plan.waiting,
			fillGaps: plan.fillGaps,
			contact: plan.contact,
			questions: plan.questions,
			keepDays: plan.keepDays
		},
		others: grounds
			.filter((one) => one !== ground && shutNow(one, now) === null)
			.slice(0, 12)
			.map((one) => ({
				key: one.occasion.key,
				startsAt: one.occasion.startsAt,
				when: whenText(one.occasion, locale)
			}))
	};
}

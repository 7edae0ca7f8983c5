import { localMoment } from '$lib/domain/hours';
import type { Who } from '$lib/domain/people/who';
import { daysBetween } from '$lib/domain/visits/inbox';
import type { Sheet } from '$lib/domain/visits/inbox';
import { freeIn, momentOf, slotsOn } from '$lib/domain/visits/slots';
import { officeCalendar } from '../calendar';
import type { Db } from '../db/open';
import { groundOf } from './ground';
import { visitsBetween } from './inbox';
import { planFor } from './plans';

/** A slot of a place with how many heads it still has room for; null once it is past. */
interface Room {
	starts: number;
	ends: number;
	room: number | null;
}

/**
 * The days of a calendar with what takes place on them; for one place also its slots and their room.
 * Hours of days gone by are not kept, so those show visits alone.
 */
export async function visitCalendarOf(db: Db, who: Who | null, sheet: Sheet, now: number) {
	const { day: today } = localMoment(now);
	const visits = await visitsBetween(db, who, sheet, now);
	const working = await officeCalendar(db);
	const found = sheet.place ? await planFor(db, who, sheet.place) : null;
	const ground = found?.plan ? await groundOf(db, sheet.place, now) : null;
	const days = daysBetween(sheet.from, sheet.to).map((day) => {
		const kind = working.kind(day);
		const slots: Room[] | null =
			ground && day >= today
				? slotsOn(day, ground.hours, ground.plan.slot).map((slot) => ({
						...{ starts: slot.starts, ends: slot.ends },
						room:
							momentOf(day, slot.starts) <= now
								? null
								: freeIn(slot, ground.held, ground.plan) * ground.plan.batch
					}))
				: null;
		return {
			day,
			slots,
			works: kind.works,
			name: kind.name,
			visits: visits.filter((visit) => visit.day === day)
		};
	});
	return { today, days };
}

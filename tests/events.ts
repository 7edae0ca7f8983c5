import { newAdmission } from '$lib/domain/events/admission-new';
import type { Admission } from '$lib/domain/events/admission';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { admissions, events, newId, occasions } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { NOON } from './make';

const DAY = 86_400_000;
const HOUR = 3_600_000;

export interface Planted {
	eventId: string;
	slug: string;
	/** Dates in order of time. */
	occasions: { id: string; key: string; startsAt: number; endsAt: number }[];
}

/** `YYYYMMDDTHHmm` in Asia/Shanghai, as dates are called. */
const keyOf = (at: number): string =>
	new Date(at + 8 * HOUR).toISOString().slice(0, 16).replace(/[-:]/g, '');

/**
 * Plants a published event with dates a week apart, two hours long.
 * @param admission how one signs up; `null` for an event nobody signs up for
 */
export async function plantEvent(
	db: Db,
	{
		now = NOON,
		startsAt = now + 7 * DAY,
		dates = 1,
		admission = {},
		published = true,
		over = {}
	}: {
		now?: number;
		startsAt?: number;
		dates?: number;
		admission?: Partial<Admission> | null;
		published?: boolean;
		over?: Partial<typeof events.$inferInsert>;
	} = {}
): Promise<Planted> {
	const eventId = newId(now);
	const slug = over.slug ?? `event-${eventId}`;
	const laid = Array.from({ length: dates }, (_, n) => {
		const at = startsAt + n * 7 * DAY;
		return { id: newId(now + n), key: keyOf(at), startsAt: at, endsAt: at + 2 * HOUR };
	});
	await write(db, async (tx) => {
		await tx.insert(events).values({
			titleZh: '测试活动',
			titleEn: 'Test event',
			type: 'performance',
			precision: 'minute',
			...over,
			...{ id: eventId, slug, startsAt, endsAt: laid.at(-1)!.endsAt },
			publishedAt: published ? now - DAY : null
		});
		for (const one of laid)
			await tx
				.insert(occasions)
				.values({ ...one, eventId, publishedAt: published ? now - DAY : null });
		if (admission) await tx.insert(admissions).values({ eventId, plan: newAdmission(admission) });
	});
	return { eventId, slug, occasions: laid };
}

/** Somebody of the office who may set up events. */
export const organizer = (now = NOON): By => ({
	who: {
		...{ id: 'organizer', name: '组织者', email: 'organizer@example.cn', session: 's' },
		...{ strong: true, provedAt: now, grants: [{ role: 'organizer', scope: null }] }
	},
	address: null,
	now
});

import { eq } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { usualPlan } from '$lib/domain/visits/plan';
import type { VisitPlan } from '$lib/domain/visits/plan';
import type { TypedRequest } from '$lib/domain/visits/request';
import type { Db } from '$lib/server/db/open';
import { visitPlans, visitRequests } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { askVisit } from '$lib/server/visits/ask';
import { offerSlot } from '$lib/server/visits/deeds';
import { confirmVisit } from '$lib/server/visits/group';
import { dayStamp } from '$lib/domain/when';
import { dayAfter } from '$lib/domain/visits/slots';
import { NOON, place, putAll } from './make';
import { asRole } from './people';

/** A stranger at a moment. */
export const stranger = (now = NOON): By => ({ who: null, address: null, now });
/** Whoever receives groups for the whole office. */
export const receiver = (now = NOON) => asRole('organizer', { now });

/** A place open every day from nine to noon that takes visits; returns its id. */
export async function hall(
	db: Db,
	over: Partial<VisitPlan> = {},
	at: Parameters<typeof place>[0] = {}
): Promise<string> {
	const [id] = await putAll(db, [
		{
			...place(at),
			week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: 540, closes: 720 }))
		}
	]);
	const plan = {
		...usualPlan,
		...{ open: true, batch: 10, parallel: 2, largest: 20, cutOff: 1, letterFrom: null },
		...over
	};
	await write(db, (tx) => tx.insert(visitPlans).values({ placeId: id!, ...plan }));
	return id!;
}

/** A day so many days after a moment. */
export const dayIn = (days: number, now = NOON): string => dayAfter(dayStamp(now), days);

/** A request as a school would type it, for nine o’clock on a Friday five days on. */
export const typed = (over: Partial<TypedRequest> = {}, now = NOON): TypedRequest => ({
	slot: `${dayIn(5, now)}T0900`,
	kind: 'school',
	group: '某某中学',
	heads: '8',
	liaison: '王老师',
	phone: '0571-88880000',
	email: 'wang@example.cn',
	note: '',
	agreed: true,
	...over
});

/** What a deed came to: the value, or a failed test. */
export function got<T>(ruled: { ok: true; value: T } | { ok: false; refusals: unknown }): T {
	if (!ruled.ok) throw new Error(JSON.stringify(ruled.refusals));
	return ruled.value;
}

/** Every reason against a deed; empty when it was done. */
export const why = (
	ruled: { ok: true } | { ok: false; refusals: readonly { field: string; reason: string }[] }
): string[] =>
	ruled.ok ? [] : ruled.refusals.map(({ field, reason }) => `${field} ${reason}`.trim());

/** A request that was taken in. */
export const asked = async (
	db: Db,
	placeId: string,
	over: Partial<TypedRequest> = {},
	{ now = NOON, letter = null as { key: string; sha256: string } | null, scanned = false } = {}
): Promise<{ id: string; link: string }> =>
	got(
		await askVisit(db, stranger(now), placeId, typed(over, now), { letter, locale: 'zh', scanned })
	);

/** The same with its wish offered by the office. */
export async function offered(...given: Parameters<typeof asked>) {
	const [db, , over = {}, { now = NOON } = {}] = given;
	const one = await asked(...given);
	got(await offerSlot(db, receiver(now), one.id, typed(over, now).slot));
	return one;
}

/** The same with both sides having said yes. */
export async function agreed(...given: Parameters<typeof asked>) {
	const [db, , , { now = NOON } = {}] = given;
	const one = await offered(...given);
	got(await confirmVisit(db, stranger(now), one.link));
	return one;
}

/** A request as it lies in the database. */
export async function row(db: Db, id: string) {
	const [found] = await db.select().from(visitRequests).where(eq(visitRequests.id, id));
	return found!;
}

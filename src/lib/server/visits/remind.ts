import { and, asc, eq, gte, isNotNull, lte } from 'drizzle-orm';
import { localMoment } from '$lib/domain/hours';
import { isOn } from '$lib/domain/modules';
import { isDue, remindAt, remindLimits } from '$lib/domain/visits/remind';
import { dayAfter, startOf } from '$lib/domain/visits/slots';
import type { Db, Reader } from '../db/open';
import { settings, visitRequests } from '../db/schema';
import { write } from '../db/write';
import { mailAll } from '../mail';
import { readSettings } from '../site';
import { letterTo } from './mails';

/** The moment up to which reminders have gone; written with the mails themselves, so that nobody gets one twice. */
const DONE = 'visits.reminded';

async function doneUntil(db: Reader): Promise<number> {
	const [row] = await db
		.select({ value: settings.value })
		.from(settings)
		.where(eq(settings.key, DONE));
	return typeof row?.value === 'number' ? row.value : 0;
}

/** The agreed visits whose group is to be reminded now, and the moment they reach. */
async function dueNow(db: Reader, now: number) {
	const { modules = {}, ['visits.remind']: days = remindLimits.usual } = await readSettings(db);
	// While visits are off the link of a mail would lead nowhere.
	if (!isOn(modules, 'visits')) return { rows: [], upTo: now };
	const { day: today } = localMoment(now);
	const rows = await db
		.select()
		.from(visitRequests)
		.where(
			and(
				eq(visitRequests.state, 'confirmed'),
				isNotNull(visitRequests.sealed),
				gte(visitRequests.day, today),
				lte(visitRequests.day, dayAfter(today, days))
			)
		)
		.orderBy(asc(visitRequests.day), asc(visitRequests.starts), asc(visitRequests.id));
	if (!rows.length) return { rows, upTo: now };
	const done = await doneUntil(db);
	const due = rows.flatMap((row) => {
		const agreed = { startsAt: startOf(row.day, row.starts)!, changedAt: row.updatedAt };
		return isDue(agreed, { days, done, now }) ? [{ row, at: remindAt(agreed, days) }] : [];
	});
	return { rows: due.map(({ row }) => row), upTo: Math.max(done, ...due.map(({ at }) => at)) };
}

/**
 * Reminds the groups whose day comes, each once, so many days before as the office set; one that left
 * no address is called up.
 * @returns how many mails were written
 */
export async function remindVisits(db: Db, now: number): Promise<number> {
	if (!(await dueNow(db, now)).rows.length) return 0;
	return write(db, async (tx) => {
		// Once more within the write: a visit called off meanwhile reminds nobody.
		const { rows, upTo } = await dueNow(tx, now);
		if (!rows.length) return 0;
		const letters = [];
		for (const row of rows) letters.push(await letterTo(tx, row, 'visit-reminder', now));
		const sent = letters.filter((letter) => letter !== null);
		if (sent.length) await mailAll(tx, sent);
		await tx
			.insert(settings)
			.values({ key: DONE, value: upTo })
			.onConflictDoUpdate({ target: settings.key, set: { value: upTo } });
		return sent.length;
	});
}

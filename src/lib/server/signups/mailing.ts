import { and, asc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { BookingState } from '$lib/domain/events/booking';
import type { Db } from '../db/open';
import { admissions, bookings, newId, occasions, signupMails } from '../db/schema';
import { write } from '../db/write';
import { groundOf } from './ground';
import { localeOf, stationery, tell } from './letters';
import type { SignupMail } from './letters';

const HOUR = 3_600_000;
/** Furthest before a date that a reminder may be set. */
const REMIND_MOST = 14 * 24;
/** Mails written at once; between them sign-ups have their turn. */
const AT_ONCE = 100;

const templateOf = {
	reminder: 'signup-reminder',
	cancelled: 'signup-off',
	postponed: 'signup-postponed',
	moved: 'signup-moved',
	restored: 'signup-restored',
	'note-confirmed': 'signup-note',
	'note-waiting': 'signup-note',
	'note-everyone': 'signup-note'
} as const satisfies Record<string, SignupMail>;

const whoGets: Record<keyof typeof templateOf, BookingState[]> = {
	reminder: ['confirmed'],
	cancelled: [],
	postponed: ['confirmed', 'waiting', 'offered', 'drawn'],
	moved: ['confirmed', 'waiting', 'offered', 'drawn'],
	restored: ['confirmed', 'waiting', 'offered', 'drawn'],
	'note-confirmed': ['confirmed', 'offered'],
	'note-waiting': ['waiting'],
	'note-everyone': ['confirmed', 'waiting', 'offered', 'drawn']
};

/**
 * Lays out the reminders that are due now, each once. One whose hour went by while the portal stood
 * still is sent late, as long as the date has not begun.
 */
export async function layReminders(db: Db, now: number): Promise<void> {
	const soon = await db
		.select({
			id: occasions.id,
			startsAt: occasions.startsAt,
			plan: admissions.plan
		})
		.from(occasions)
		.innerJoin(admissions, eq(admissions.eventId, occasions.eventId))
		.where(
			and(
				gt(occasions.startsAt, now),
				lte(occasions.startsAt, now + REMIND_MOST * HOUR),
				eq(occasions.standing, 'scheduled')
			)
		);
	const due = soon.flatMap(({ id, startsAt, plan }) =>
		plan.reminders
			.map((hours) => startsAt - hours * HOUR)
			.filter((dueAt) => dueAt <= now)
			// Of several that are late only the last makes sense.
			.sort((a, b) => b - a)
			.slice(0, 1)
			.map((dueAt) => ({ occasionId: id, kind: 'reminder' as const, dueAt }))
	);
	if (!due.length) return;
	const known = await db
		.select({ occasionId: signupMails.occasionId, dueAt: signupMails.dueAt })
		.from(signupMails)
		.where(
			and(
				eq(signupMails.kind, 'reminder'),
				inArray(
					signupMails.occasionId,
					due.map(({ occasionId }) => occasionId)
				)
			)
		);
	const fresh = due.filter(
		(one) => !known.some((k) => k.occasionId === one.occasionId && k.dueAt === one.dueAt)
	);
	if (!fresh.length) return;
	await write(db, async (tx) => {
		for (const one of fresh)
			await tx
				.insert(signupMails)
				.values({ id: newId(now), ...one })
				.onConflictDoNothing();
	});
}

/**
 * Sends what is laid out, piece by piece; what has gone is written down with the mails themselves, so
 * that nobody gets one twice.
 * @returns how many mails were written
 */
export async function sendMails(db: Db, now: number): Promise<number> {
	let sent = 0;
	for (;;) {
		const [job] = await db
			.select()
			.from(signupMails)
			.where(and(isNull(signupMails.doneAt), lte(signupMails.dueAt, now)))
			.orderBy(asc(signupMails.dueAt), asc(signupMails.id))
			.limit(1);
		if (!job) return sent;
		const template = templateOf[job.kind];
		const texts = await stationery(db, [template]);
		sent += await write(db, async (tx) => {
			const ground = await groundOf(tx, job.occasionId);
			const states = whoGets[job.kind];
			const rows = ground
				? await tx
						.select()
						.from(bookings)
						.where(
							and(
								eq(bookings.occasionId, job.occasionId),
								gt(bookings.id, job.reached),
								lt(bookings.createdAt, job.dueAt),
								or(
									states.length ? inArray(bookings.state, states) : sql`0`,
									job.kind === 'cancelled'
										? and(eq(bookings.state, 'refused'), eq(bookings.endedAt, job.dueAt))
										: sql`0`
								)
							)
						)
						.orderBy(asc(bookings.id))
						.limit(AT_ONCE)
				: [];
			let written = 0;
			// A date that was cancelled or put off meanwhile reminds nobody.
			const idle =
				job.kind === 'reminder' &&
				(ground?.occasion.standing !== 'scheduled' ||
					ground.event.standing !== 'scheduled' ||
					now >= ground.occasion.startsAt);
			if (ground && !idle)
				for (const row of rows) {
					const note = (localeOf(row) === 'en' && job.whyEn) || job.whyZh || '';
					if (await tell(tx, texts, template, ground, row, { now, note, mailing: job.id }))
						written++;
				}
			const last = rows.at(-1);
			await tx
				.update(signupMails)
				.set(last && rows.length === AT_ONCE && !idle ? { reached: last.id } : { doneAt: now })
				.where(eq(signupMails.id, job.id));
			return written;
		});
	}
}

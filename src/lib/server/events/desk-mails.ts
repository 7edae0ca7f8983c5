import { and, desc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import { gets, noteWrong } from '$lib/domain/events/attendance-note';
import type { NoteTo } from '$lib/domain/events/attendance-note';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Bilingual } from '$lib/domain/text';
import { personal, record } from '../audit';
import type { Db, Reader } from '../db/open';
import { bookings, newId, occasions, signupMails } from '../db/schema';
import { afterCommit, write } from '../db/write';
import { nudge } from '../signups/bell';
import { deskEvent } from './desk';

/** The same text is not sent twice within this time: a form sent again means once. */
const AGAIN = 60_000;

interface Note {
	date: string;
	to: NoteTo;
	text: Bilingual;
}

/** Whom a mail would reach; nothing is sent. */
export async function noteAhead(
	db: Reader,
	by: By,
	eventId: string,
	{ date, to, text }: Note
): Promise<Ruled<{ startsAt: number; signUps: number; mails: number }>> {
	const event = await deskEvent(db, by.who, eventId);
	const [occasion] = await db.select().from(occasions).where(eq(occasions.id, date));
	if (!event?.mayReach || occasion?.eventId !== eventId)
		return refuse({ field: 'date', reason: 'gone' });
	const wrong = noteWrong(text);
	if (wrong.length) return refuse(...wrong);
	const [told] = await db
		.select({
			signUps: sql<number>`count(*)`.mapWith(Number),
			mails: sql<number>`count(${bookings.mailMark})`.mapWith(Number)
		})
		.from(bookings)
		.where(and(eq(bookings.occasionId, date), inArray(bookings.state, gets[to])));
	return accept({ startsAt: occasion.startsAt, signUps: told!.signUps, mails: told!.mails });
}

/** Writes to those who signed up for a date; the clock of sign-ups brings it into the outbox in pieces. */
export async function sendNote(
	db: Db,
	by: By,
	eventId: string,
	note: Note
): Promise<Ruled<{ mails: number }>> {
	return write(db, async (tx) => {
		const ruled = await noteAhead(tx, by, eventId, note);
		if (!ruled.ok) return ruled;
		const { mails, signUps } = ruled.value;
		if (!mails) return refuse({ field: '', reason: 'nobody' });
		const kind = `note-${note.to}` as const;
		const text = { zh: note.text.zh.trim(), en: note.text.en?.trim() || null };
		const lately = await tx.$count(
			signupMails,
			and(
				...[eq(signupMails.occasionId, note.date), eq(signupMails.kind, kind)],
				or(
					// Two texts of the very same moment would be one line.
					eq(signupMails.dueAt, by.now + 1),
					and(eq(signupMails.whyZh, text.zh), gt(signupMails.dueAt, by.now - AGAIN))
				)
			)
		);
		if (lately) return refuse({ field: '', reason: 'often' });
		// Sign-ups made in this very moment are among those counted.
		await tx.insert(signupMails).values({
			...{ id: newId(by.now), occasionId: note.date, kind, dueAt: by.now + 1 },
			...{ whyZh: text.zh, whyEn: text.en }
		});
		const event = (await deskEvent(tx, by.who, eventId))!;
		await record(tx, by, {
			...{ act: 'write', noun: 'events', id: eventId, title: event.title.zh },
			after: { date: note.date, to: note.to, signUps, mails, text: personal(text.zh) }
		});
		afterCommit(nudge);
		return accept({ mails });
	});
}

/** What was laid out for the people of an event, the newest first. */
export const mailsOf = (db: Reader, eventId: string) =>
	db
		.select({
			...{ id: signupMails.id, kind: signupMails.kind, dueAt: signupMails.dueAt },
			...{ doneAt: signupMails.doneAt, startsAt: occasions.startsAt }
		})
		.from(signupMails)
		.innerJoin(occasions, eq(occasions.id, signupMails.occasionId))
		.where(eq(occasions.eventId, eventId))
		.orderBy(desc(signupMails.dueAt))
		.limit(50);

import { and, asc, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { erasureDays, isOverdue, keptReason } from '$lib/domain/contests/erasure';
import type { ErasureOutcome } from '$lib/domain/contests/erasure';
import { href } from '$lib/domain/locale';
import { mayOrganize } from '$lib/domain/people/may';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { say } from '$lib/domain/text';
import { dayStamp } from '$lib/domain/when';
import { record } from '../audit';
import { officeCalendar } from '../calendar';
import type { Db, Reader, Tx } from '../db/open';
import { entries, entryMessages, erasures, newId, people } from '../db/schema';
import { write } from '../db/write';
import { mail } from '../mail';
import type { Self } from '../people/account';
import { readSettings } from '../site';
import { isOwnEntry } from './eligibility';
import { forgetPeopleOf } from './entry-forget';
import { entryForOffice } from './list';
import type { OfficeEntry } from './list';

/** Answered requests that are listed at most, the newest first. */
const ANSWERED = 100;

/**
 * Keeps that somebody asked for the personal data of an entry under way to be deleted, with the day by
 * which the office answers. False when the same was asked and is not answered yet.
 */
export async function askErasure(
	tx: Tx,
	by: Self,
	entry: { id: string; number: string | null }
): Promise<boolean> {
	const days = (await readSettings(tx))['erasures.days'] ?? erasureDays.usual;
	const { day } = (await officeCalendar(tx)).after(dayStamp(by.now), days);
	const kept = await tx
		.insert(erasures)
		.values({
			id: newId(by.now),
			entryId: entry.id,
			personId: by.who.id,
			number: entry.number,
			askedAt: by.now,
			dueDay: day
		})
		.onConflictDoNothing()
		.returning({ id: erasures.id });
	return kept.length > 0;
}

/** What somebody asked to be deleted, the newest first. */
export const erasuresOf = (db: Reader, personId: string) =>
	db
		.select()
		.from(erasures)
		.where(eq(erasures.personId, personId))
		.orderBy(desc(erasures.askedAt), desc(erasures.id));

/** Requests that wait for the office, those due first; or those it answered, the newest first. */
export async function listErasures(
	db: Reader,
	who: Who | null,
	{ done, now }: { done: boolean; now: number }
) {
	if (!mayOrganize(who)) return [];
	const rows = await db
		.select({
			id: erasures.id,
			entryId: erasures.entryId,
			number: erasures.number,
			title: entries.title,
			name: people.name,
			askedAt: erasures.askedAt,
			dueDay: erasures.dueDay,
			doneAt: erasures.doneAt,
			outcome: erasures.outcome,
			reason: erasures.reason
		})
		.from(erasures)
		.leftJoin(entries, eq(entries.id, erasures.entryId))
		.leftJoin(people, eq(people.id, erasures.personId))
		.where(done ? isNotNull(erasures.doneAt) : isNull(erasures.doneAt))
		.orderBy(...(done ? [desc(erasures.doneAt)] : [asc(erasures.dueDay)]), asc(erasures.id))
		.limit(done ? ANSWERED : -1);
	const today = dayStamp(now);
	return rows.map((row) => ({
		...row,
		overdue: row.doneAt === null && isOverdue(row.dueDay, today)
	}));
}

/** How many requests wait, and how many of them should have been answered. */
export async function erasuresWaiting(db: Reader, now: number) {
	const open = isNull(erasures.doneAt);
	return {
		open: await db.$count(erasures, open),
		overdue: await db.$count(erasures, and(open, lt(erasures.dueDay, dayStamp(now))))
	};
}

interface Open {
	row: typeof erasures.$inferSelect;
	opened: OfficeEntry;
}

/** A request somebody of the office may answer: it is open, and about nobody’s own entry. */
async function openFor(tx: Tx, by: By, id: string): Promise<Ruled<Open>> {
	if (!by.who || !mayOrganize(by.who)) return refuse({ field: '', reason: 'gone' });
	const [row] = await tx.select().from(erasures).where(eq(erasures.id, id));
	const opened = row && (await entryForOffice(tx, by.who, row.entryId));
	if (!opened) return refuse({ field: '', reason: 'gone' });
	if (row.doneAt !== null) return refuse({ field: '', reason: 'answered' });
	if (await isOwnEntry(tx, by.who, opened.entry)) return refuse({ field: '', reason: 'own-entry' });
	return accept({ row, opened });
}

/** Deletes what was asked to be deleted; whoever asked is told by mail. */
export const grantErasure = (db: Db, by: By, id: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const open = await openFor(tx, by, id);
		if (!open.ok) return open;
		const { entry, plan } = open.value.opened;
		await forgetPeopleOf(tx, entry.id, plan);
		return answer(tx, by, open.value, 'deleted', null);
	});

/** Says why something has to be kept; whoever asked is told by mail. */
export async function keepErasure(db: Db, by: By, id: string, typed: string): Promise<Ruled<true>> {
	const reason = keptReason(typed);
	if (!reason.ok) return reason;
	return write(db, async (tx) => {
		const open = await openFor(tx, by, id);
		return open.ok ? answer(tx, by, open.value, 'kept', reason.value) : open;
	});
}

async function answer(
	tx: Tx,
	by: By,
	{ row, opened: { entry, edition, contest } }: Open,
	outcome: ErasureOutcome,
	reason: string | null
): Promise<Ruled<true>> {
	const granted = outcome === 'deleted';
	await tx
		.update(erasures)
		.set({ doneAt: by.now, doneBy: by.who?.id ?? null, outcome, reason })
		.where(eq(erasures.id, row.id));
	// The message that went with it is answered too.
	await tx
		.update(entryMessages)
		.set({ readAt: by.now })
		.where(
			and(
				eq(entryMessages.entryId, row.entryId),
				eq(entryMessages.personId, row.personId),
				eq(entryMessages.at, row.askedAt)
			)
		);
	const [reader] = await tx
		.select({ email: people.email, name: people.name, locale: people.locale })
		.from(people)
		.where(eq(people.id, row.personId));
	if (reader)
		await mail(tx, {
			to: reader.email,
			template: granted ? 'erasure-done' : 'erasure-kept',
			locale: reader.locale,
			values: {
				name: reader.name,
				title: entry.title,
				number: entry.number ?? '',
				contest: [contest, edition]
					.map(({ titleZh, titleEn }) => say({ zh: titleZh, en: titleEn }, reader.locale))
					.join(' '),
				...(reason === null ? {} : { note: reason }),
				link: href(reader.locale, '/account/mine')
			},
			now: by.now
		});
	await record(tx, by, {
		act: granted ? 'delete' : 'keep',
		noun: 'erasures',
		id: row.id,
		title: entry.number ?? undefined,
		after: { entry: entry.id, number: entry.number, ...(reason === null ? {} : { reason }) }
	});
	return accept(true);
}

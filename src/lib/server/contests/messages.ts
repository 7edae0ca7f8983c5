import { and, asc, eq, isNull } from 'drizzle-orm';
import { accuses } from '$lib/domain/accusation';
import { href } from '$lib/domain/locale';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { entryMessages, newId } from '../db/schema';
import { write } from '../db/write';
import { mail } from '../mail';
import type { Self } from '../people/account';
import { entryFor } from './entries';
import type { EntryRow } from './entries';
import { readersOf } from './readers';

export const MESSAGE_LIMIT = 1000;
/** Messages one entry's people may send in a day. */
const A_DAY = 20;

/** What was said about an entry, oldest first. Names of officers are not told. */
export const messagesOf = (db: Reader, entryId: string) =>
	db
		.select({
			id: entryMessages.id,
			fromOffice: entryMessages.fromOffice,
			text: entryMessages.text,
			at: entryMessages.at,
			readAt: entryMessages.readAt
		})
		.from(entryMessages)
		.where(eq(entryMessages.entryId, entryId))
		.orderBy(asc(entryMessages.at), asc(entryMessages.id));

/** A message as it may be kept; reports about discipline violations belong to 12388. */
export function messageOf(typed: string): Ruled<string> {
	const text = typed.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();
	const length = Array.from(text).length;
	if (!length) return refuse({ field: 'text', reason: 'required' });
	if (length > MESSAGE_LIMIT)
		return refuse({ field: 'text', reason: 'too-long', detail: { limit: MESSAGE_LIMIT, length } });
	return accuses(text) ? refuse({ field: 'text', reason: 'accusation' }) : accept(text);
}

/** Writes to the office about one's entry. */
export async function askOffice(
	db: Db,
	by: Self,
	id: string,
	typed: string
): Promise<Ruled<string>> {
	const text = messageOf(typed);
	if (!text.ok) return text;
	return write(db, async (tx) => {
		const opened = await entryFor(tx, by.who, id);
		if (!opened) return refuse({ field: '', reason: 'gone' });
		const said = (await messagesOf(tx, id)).filter(
			({ fromOffice, at }) => !fromOffice && at > by.now - 86_400_000
		);
		if (said.length >= A_DAY) return refuse({ field: 'text', reason: 'too-often' });
		return accept(await put(tx, by, opened.entry, text.value, false));
	});
}

/** Writes to the people of an entry, who are told by mail; the caller says who may. */
export async function tellPeople(tx: Tx, by: By, entry: EntryRow, text: string): Promise<string> {
	const id = await put(tx, by, entry, text, true);
	const readers = (await readersOf(tx, [entry.id])).get(entry.id)!;
	for (const { email, name, locale } of readers)
		await mail(tx, {
			to: email,
			template: 'entry-message',
			locale,
			values: {
				name,
				title: entry.title,
				number: entry.number ?? '',
				link: href(locale, `/account/entries/${entry.id}/messages`)
			},
			now: by.now
		});
	return id;
}

async function put(
	tx: Tx,
	by: By,
	entry: EntryRow,
	text: string,
	fromOffice: boolean
): Promise<string> {
	const id = newId(by.now);
	await tx.insert(entryMessages).values({
		id,
		entryId: entry.id,
		fromOffice,
		personId: by.who?.id ?? null,
		text,
		at: by.now
	});
	await record(tx, by, {
		act: 'message',
		noun: 'entries',
		id: entry.id,
		title: entry.title || undefined,
		after: { number: entry.number }
	});
	return id;
}

/** Notes that what the other side wrote was read. */
export async function markRead(
	db: Db,
	entryId: string,
	fromOffice: boolean,
	now: number
): Promise<void> {
	const unread = and(
		eq(entryMessages.entryId, entryId),
		eq(entryMessages.fromOffice, fromOffice),
		isNull(entryMessages.readAt)
	);
	const [any] = await db
		.select({ id: entryMessages.id })
		.from(entryMessages)
		.where(unread)
		.limit(1);
	if (any) await write(db, (tx) => tx.update(entryMessages).set({ readAt: now }).where(unread));
}

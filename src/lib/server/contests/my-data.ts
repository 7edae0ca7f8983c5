import { asc, desc, eq } from 'drizzle-orm';
import { dayStamp } from '$lib/domain/when';
import type { Who } from '$lib/domain/people/who';
import { ofPerson, record } from '../audit';
import type { Db, Reader } from '../db/open';
import {
	agreements,
	entryFiles,
	entryMessages,
	entryVersions,
	films,
	newId,
	outbox,
	statements,
	uploads
} from '../db/schema';
import { write } from '../db/write';
import type { Self } from '../people/account';
import { byId } from '../people/people';
import * as sessions from '../people/sessions';
import { entriesOf } from './entries';
import { eraseEntry } from './entry-erase';
import { askErasure, erasuresOf } from './erasures';
import { pastOf } from './entry-trace';
import { messagesOf } from './messages';

/** Acts of the record that are listed at most. */
const ACTS = 2000;
const iso = (at: number | null | undefined): string | null =>
	at === null || at === undefined ? null : new Date(at).toISOString();

/** Everything the portal holds about a person, as one document they may read and take with them. */
export async function dataOf(db: Reader, who: Who, now: number) {
	const person = await byId(db, who.id);
	const own = await entriesOf(db, who);
	const mails = await db
		.select()
		.from(outbox)
		.where(eq(outbox.to, who.email))
		.orderBy(desc(outbox.id))
		.limit(500);
	const sent = await db.select().from(uploads).where(eq(uploads.personId, who.id));
	return {
		made: new Date(now).toISOString(),
		account: {
			email: who.email,
			name: who.name,
			since: iso(person?.createdAt),
			lastSignIn: iso(person?.lastSignInAt),
			roles: who.grants.map(({ role, scope }) => ({ role, scope }))
		},
		sessions: (await sessions.all(db, who.id, now)).map((one) => ({
			since: iso(one.createdAt),
			seen: iso(one.lastSeenAt),
			address: one.address,
			device: one.agent
		})),
		entries: await Promise.all(own.map((one) => entryData(db, one))),
		unfinishedUploads: sent
			.filter(({ state }) => state === 'open')
			.map(({ originalName, length, offset, createdAt, expiresAt }) => ({
				name: originalName,
				bytes: length,
				arrived: offset,
				begun: iso(createdAt),
				deleted: iso(expiresAt)
			})),
		erasures: (await erasuresOf(db, who.id)).map(
			({ number, askedAt, dueDay, doneAt, outcome, reason }) => ({
				number,
				asked: iso(askedAt),
				due: dueDay,
				done: iso(doneAt),
				outcome,
				reason
			})
		),
		mails: mails.map(({ template, subject, state, createdAt, sentAt }) => ({
			kind: template,
			subject,
			state,
			made: iso(createdAt),
			sent: iso(sentAt)
		})),
		acts: (await ofPerson(db, who.id, ACTS)).map(({ seq, at, act, noun, title }) => ({
			seq,
			at: iso(at),
			act,
			noun,
			title: title && 'text' in title ? title.text : null
		}))
	};
}

async function entryData(
	db: Reader,
	{ entry, edition, contest, mine }: Awaited<ReturnType<typeof entriesOf>>[number]
) {
	const [versions, files, agreed] = await Promise.all([
		db
			.select()
			.from(entryVersions)
			.where(eq(entryVersions.entryId, entry.id))
			.orderBy(asc(entryVersions.number)),
		db
			.select({ file: entryFiles, film: films })
			.from(entryFiles)
			.innerJoin(films, eq(films.id, entryFiles.filmId))
			.where(eq(entryFiles.entryId, entry.id)),
		db
			.select({
				key: statements.key,
				version: statements.version,
				title: statements.title,
				at: agreements.at
			})
			.from(agreements)
			.innerJoin(statements, eq(statements.id, agreements.statementId))
			.where(eq(agreements.entryId, entry.id))
	]);
	return {
		id: entry.id,
		contest: contest.titleZh,
		edition: edition.titleZh,
		role: mine ? ('owner' as const) : ('editor' as const),
		number: entry.number,
		state: entry.state,
		opened: iso(entry.createdAt),
		submitted: iso(entry.submittedAt),
		written: entry.content,
		versions: versions.map(({ number, at, content }) => ({ number, at: iso(at), content })),
		files: files.map(({ file, film }) => ({
			name: file.originalName,
			for: file.materialId,
			bytes: film.bytes,
			sha256: film.sha256,
			sent: iso(file.addedAt),
			removed: iso(file.removedAt)
		})),
		agreements: agreed.map(({ key, version, title, at }) => ({
			key,
			version,
			title: title.zh,
			at: iso(at)
		})),
		messages: (await messagesOf(db, entry.id)).map(({ fromOffice, text, at }) => ({
			from: fromOffice ? ('office' as const) : ('entrant' as const),
			text,
			at: iso(at)
		})),
		timeline: (await pastOf(db, entry.id)).map(({ act, at, note, reasons }) => ({
			act,
			at: iso(at),
			note,
			reasons
		}))
	};
}

/** The name under which the document is downloaded. */
export const dataName = (now: number): string => `liantu-${dayStamp(now)}.json`;

/**
 * Deletes the own drafts and withdrawn entries with everything written and sent, and asks the office
 * to delete those under way: they are part of a contest, which is the office's to decide. The record
 * keeps that it happened; nothing of it can be read in it.
 * @param asking what is written to the office in the person's name
 */
export async function forgetMine(
	db: Db,
	by: Self,
	asking: string
): Promise<{ gone: number; asked: number }> {
	return write(db, async (tx) => {
		const own = (await entriesOf(tx, by.who)).filter(({ mine }) => mine);
		let gone = 0;
		let asked = 0;
		for (const { entry } of own)
			if (entry.state === 'draft' || entry.state === 'withdrawn') {
				await eraseEntry(tx, entry.id);
				gone++;
			} else if (await askErasure(tx, by, entry)) {
				await tx.insert(entryMessages).values({
					id: newId(by.now),
					entryId: entry.id,
					fromOffice: false,
					personId: by.who.id,
					text: asking,
					at: by.now
				});
				asked++;
			}
		await record(tx, by, {
			act: 'forget-mine',
			noun: 'people',
			id: by.who.id,
			after: { deleted: gone, asked }
		});
		return { gone, asked };
	});
}

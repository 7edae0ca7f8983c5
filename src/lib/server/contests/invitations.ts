import { and, eq, gt, isNull } from 'drizzle-orm';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { emailOf } from '$lib/domain/people/email';
import { isToken } from '$lib/domain/people/link';
import { say } from '$lib/domain/text';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db, Reader } from '../db/open';
import { contests, editions, entries, entryEditors, entryInvitations, people } from '../db/schema';
import { write } from '../db/write';
import { peopleChanged } from '../judging/conflicts-entry';
import { mail, ourOrigin } from '../mail';
import type { Self } from '../people/account';
import { hashed, newToken } from '../people/tokens';
import { mayMail } from '../people/register';
import { entryFor } from './entries';

/** How long a link is good, and how many may be open for one entry. */
const LIVES = 7 * 86_400_000;
const MOST_OPEN = 20;

const open = (now: number) =>
	and(isNull(entryInvitations.usedAt), gt(entryInvitations.expiresAt, now));

/** Links of an entry that nobody has used yet. */
export const invitationsOf = (db: Reader, entryId: string, now: number) =>
	db
		.select({
			id: entryInvitations.id,
			email: entryInvitations.email,
			expiresAt: entryInvitations.expiresAt
		})
		.from(entryInvitations)
		.where(and(eq(entryInvitations.entryId, entryId), open(now)))
		.orderBy(entryInvitations.createdAt);

/**
 * Makes a link by which one person joins the work on an entry, good once within seven days. With an
 * address it is sent there and told to nobody; without, it is returned to be passed on.
 */
export async function invite(
	db: Db,
	by: Self,
	id: string,
	typed: string,
	locale: Locale
): Promise<Ruled<{ link: string | null; email: string | null }>> {
	const email = typed.trim() ? emailOf(typed) : null;
	if (typed.trim() && !email) return refuse({ field: 'email', reason: 'not-email' });
	if (email) {
		const may = mayMail(db, by, email);
		if (may !== 'yes') return refuse({ field: 'email', reason: 'too-often' });
	}
	return write(db, async (tx) => {
		const opened = await entryFor(tx, by.who, id);
		if (!opened) return refuse({ field: '', reason: 'gone' });
		if (opened.role !== 'owner') return refuse({ field: '', reason: 'not-yours' });
		if ((await invitationsOf(tx, id, by.now)).length >= MOST_OPEN)
			return refuse({ field: '', reason: 'many-invitations' });
		const token = newToken();
		await tx.insert(entryInvitations).values({
			id: hashed(token),
			entryId: id,
			email,
			invitedBy: by.who.id,
			createdAt: by.now,
			expiresAt: by.now + LIVES
		});
		const path = href(locale, `/account/entries/join?token=${token}`);
		const { contest, edition, entry } = opened;
		if (email)
			await mail(tx, {
				to: email,
				template: 'entry-invite',
				locale,
				values: {
					name: by.who.name,
					title: entry.title,
					contest: `${say({ zh: contest.titleZh, en: contest.titleEn }, locale)} ${say({ zh: edition.titleZh, en: edition.titleEn }, locale)}`,
					link: path
				},
				now: by.now
			});
		await record(tx, by, {
			act: 'invite',
			noun: 'entries',
			id,
			title: entry.title || undefined,
			...(email ? { after: { email: personal(email) } } : {})
		});
		return accept({ link: email ? null : ourOrigin() + path, email });
	});
}

/** Makes a link worthless that nobody has used. */
export async function uninvite(
	db: Db,
	by: Self,
	id: string,
	invitation: string
): Promise<Ruled<true>> {
	return write(db, async (tx) => {
		const opened = await entryFor(tx, by.who, id);
		if (opened?.role !== 'owner') return refuse({ field: '', reason: 'gone' });
		const gone = await tx
			.delete(entryInvitations)
			.where(
				and(
					eq(entryInvitations.id, invitation),
					eq(entryInvitations.entryId, id),
					isNull(entryInvitations.usedAt)
				)
			)
			.returning();
		if (!gone.length) return refuse({ field: '', reason: 'gone' });
		await record(tx, by, { act: 'uninvite', noun: 'entries', id });
		return accept(true);
	});
}

/** What a link leads to, while it is good: enough to decide whether to join. */
export async function invitationFor(db: Reader, token: string | null, now: number) {
	if (!isToken(token)) return null;
	const [row] = await db
		.select({
			id: entryInvitations.id,
			entryId: entries.id,
			title: entries.title,
			ownerId: entries.ownerId,
			inviter: people.name,
			contest: { zh: contests.titleZh, en: contests.titleEn },
			edition: { zh: editions.titleZh, en: editions.titleEn }
		})
		.from(entryInvitations)
		.innerJoin(entries, eq(entries.id, entryInvitations.entryId))
		.innerJoin(editions, eq(editions.id, entries.editionId))
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.leftJoin(people, eq(people.id, entryInvitations.invitedBy))
		.where(and(eq(entryInvitations.id, hashed(token)), open(now)));
	return row ?? null;
}

/** Joins the work on an entry; the link is used up. Who is on it already keeps the link for others. */
export async function join(db: Db, by: Self, token: string | null): Promise<Ruled<string>> {
	return write(db, async (tx) => {
		const found = await invitationFor(tx, token, by.now);
		if (!found) return refuse({ field: '', reason: 'link' });
		const { entryId } = found;
		if (await entryFor(tx, by.who, entryId)) return accept(entryId);
		await tx
			.update(entryInvitations)
			.set({ usedBy: by.who.id, usedAt: by.now })
			.where(eq(entryInvitations.id, found.id));
		await tx.insert(entryEditors).values({ entryId, personId: by.who.id, at: by.now });
		await record(tx, by, {
			act: 'join',
			noun: 'entries',
			id: entryId,
			title: found.title || undefined
		});
		await peopleChanged(tx, entryId, by.now);
		return accept(entryId);
	});
}

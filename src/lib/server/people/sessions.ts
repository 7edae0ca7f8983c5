import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import type { Adapter } from 'lucia';
import { isToken } from '$lib/domain/people/link';
import { alive, timeoutOf } from '$lib/domain/people/timeouts';
import type { Grant, Who } from '$lib/domain/people/who';
import type { Db, Reader, Tx } from '../db/open';
import { people, sessions } from '../db/schema';
import { write } from '../db/write';
import { grantsOf } from './grants';
import { rowsOf } from './who';
import { hashed } from './tokens';

/** A token for the visitor's cookie and the last moment it can be good for. */
export interface Issued {
	/** What is stored of it. */
	id: string;
	token: string;
	endsAt: number;
}

/** What a request with a session cookie is told. */
export interface Found {
	who: Who;
	/** The rights of the person have changed since this token was made: it should be exchanged. */
	stale: boolean;
	/** Its use has not been noted for a minute. */
	unseen: boolean;
}

type Row = typeof sessions.$inferInsert;

/** How long the use of a session may go unnoted, so that not every request writes. */
const NOTED = 60_000;

/**
 * Lucia with nothing left to its weak points: what it takes for the id of a session is a token, of
 * which only the hash reaches a table; it never prolongs anything itself (a life of no length has no
 * second half); whether a session is alive is decided here, by the clock handed in.
 */
function lucia(adapter: Partial<Adapter>): Lucia {
	const nothing = async () => undefined;
	return new Lucia(
		{
			getSessionAndUser: async () => [null, null],
			getUserSessions: async () => [],
			setSession: nothing,
			updateSessionExpiration: nothing,
			deleteSession: nothing,
			deleteUserSessions: nothing,
			deleteExpiredSessions: nothing,
			...adapter
		},
		{ sessionExpiresIn: new TimeSpan(0, 'ms') }
	);
}

async function issue(tx: Tx, row: Omit<Row, 'id'>): Promise<Issued> {
	const { id: token } = await lucia({
		setSession: async ({ id }) =>
			void (await tx.insert(sessions).values({ ...row, id: hashed(id) }))
	}).createSession(row.personId, {});
	return { id: hashed(token), token, endsAt: row.endsAt };
}

/**
 * Begins a session for somebody who has just proved who they are.
 * @param strong whether a second factor was proved too
 */
export async function start(
	tx: Tx,
	personId: string,
	at: { strong: boolean; now: number; address: string | null; agent: string | null }
): Promise<Issued> {
	const { now, strong, address, agent } = at;
	const { idle, whole } = timeoutOf(await grantsOf(tx, personId));
	await sweep(tx, now);
	return issue(tx, {
		personId,
		createdAt: now,
		renewedAt: now,
		lastSeenAt: now,
		expiresAt: now + idle,
		endsAt: now + whole,
		strongAt: strong ? now : null,
		provedAt: now,
		address,
		agent
	});
}

/**
 * Who a session cookie stands for, with the grants of this moment; null for anything that is not a
 * session: malformed, unknown, ended, too old, of somebody disabled. What was found too old is
 * removed, so that no clock set back revives it.
 * @param factorRequired whether staff need a second factor to count as strong
 */
export async function read(
	db: Db,
	token: string | undefined,
	now: number,
	factorRequired: boolean
): Promise<Found | null> {
	if (!isToken(token)) return null;
	let rows: Awaited<ReturnType<typeof rowsOf>> = [];
	let dead: string | null = null;
	const { session } = await lucia({
		getSessionAndUser: async (id) => {
			rows = await rowsOf(db, hashed(id));
			const [first] = rows;
			if (!first) return [null, null];
			const good = first.disabledAt === null && alive(first, grantsIn(rows), now);
			if (!good) dead = first.session;
			// The outside world's clock, since Lucia reads no other; a moment ahead is enough.
			const expiresAt = new Date(Date.now() + NOTED);
			return good
				? [
						{ id, userId: first.id, expiresAt, attributes: {} },
						{ id: first.id, attributes: {} }
					]
				: [null, null];
		}
	}).validateSession(token);
	if (dead) await write(db, (tx) => end(tx, dead!));
	const [row] = rows;
	if (!session || !row) return null;
	return {
		who: {
			id: row.id,
			name: row.name,
			email: row.email,
			grants: grantsIn(rows),
			session: row.session,
			strong: row.strongAt !== null || !factorRequired,
			provedAt: row.provedAt
		},
		stale: row.rightsAt > row.renewedAt,
		unseen: now - row.lastSeenAt >= NOTED
	};
}

const grantsIn = (rows: Awaited<ReturnType<typeof rowsOf>>): Grant[] =>
	rows.flatMap(({ role, scopeKind, scopeId }) =>
		role
			? [{ role, scope: scopeKind && scopeId !== null ? { kind: scopeKind, id: scopeId } : null }]
			: []
	);

/** Notes that a session is in use, which keeps it from resting too long. */
export async function see(db: Db, who: Who, now: number): Promise<void> {
	const { idle } = timeoutOf(who.grants);
	await write(db, (tx) =>
		tx
			.update(sessions)
			.set({ lastSeenAt: now, expiresAt: sql`min(${now + idle}, ${sessions.endsAt})` })
			.where(and(eq(sessions.id, who.session), lt(sessions.lastSeenAt, now)))
	);
}

/**
 * Exchanges the token of a session for a new one: the old one is dead at once, the absolute end and
 * the moment of sign-in stay. Null when the session has ended meanwhile.
 */
export async function renew(
	tx: Tx,
	session: string,
	now: number,
	{ strong = false, proved = false } = {}
): Promise<Issued | null> {
	const [old] = await tx.delete(sessions).where(eq(sessions.id, session)).returning();
	if (!old) return null;
	return issue(tx, {
		...old,
		renewedAt: now,
		lastSeenAt: now,
		strongAt: strong ? now : old.strongAt,
		provedAt: proved ? now : old.provedAt
	});
}

/** Ends one session. */
export async function end(tx: Tx, session: string): Promise<void> {
	await lucia({
		deleteSession: async (id) => void (await tx.delete(sessions).where(eq(sessions.id, id)))
	}).invalidateSession(session);
}

/** Ends every session of a person, or every other one; returns how many. */
export async function endAll(tx: Tx, personId: string, except?: string): Promise<number> {
	let ended = 0;
	await lucia({
		deleteUserSessions: async (id) => {
			const gone = await tx
				.delete(sessions)
				.where(
					and(eq(sessions.personId, id), except === undefined ? undefined : ne(sessions.id, except))
				)
				.returning({ id: sessions.id });
			ended = gone.length;
		}
	}).invalidateUserSessions(personId);
	return ended;
}

/** Says that what a person may do, or how they prove who they are, has changed. */
export async function rightsChanged(tx: Tx, personId: string, now: number): Promise<void> {
	await tx.update(people).set({ rightsAt: now }).where(eq(people.id, personId));
}

/** The sessions of a person that are still good, latest used first. */
export async function all(db: Reader, personId: string, now: number) {
	const grants = await grantsOf(db, personId);
	const rows = await db
		.select()
		.from(sessions)
		.where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
		.orderBy(desc(sessions.lastSeenAt));
	return rows.filter((row) => alive(row, grants, now));
}

/** Forgets sessions that have ended by themselves. */
export async function sweep(tx: Tx, now: number): Promise<void> {
	await tx.delete(sessions).where(lt(sessions.endsAt, now));
}

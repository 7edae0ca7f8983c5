import { eq, sql } from 'drizzle-orm';
import type { Db } from '../db/open';
import { grants, people, sessions } from '../db/schema';

const prepare = (db: Db) =>
	db
		.select({
			session: sessions.id,
			createdAt: sessions.createdAt,
			renewedAt: sessions.renewedAt,
			lastSeenAt: sessions.lastSeenAt,
			expiresAt: sessions.expiresAt,
			endsAt: sessions.endsAt,
			strongAt: sessions.strongAt,
			provedAt: sessions.provedAt,
			id: people.id,
			name: people.name,
			email: people.email,
			disabledAt: people.disabledAt,
			rightsAt: people.rightsAt,
			role: grants.role,
			scopeKind: grants.scopeKind,
			scopeId: grants.scopeId
		})
		.from(sessions)
		.innerJoin(people, eq(people.id, sessions.personId))
		.leftJoin(grants, eq(grants.personId, people.id))
		.where(eq(sessions.id, sql.placeholder('session')))
		.prepare();

const prepared = new WeakMap<Db, ReturnType<typeof prepare>>();

/**
 * A session, its person and one row for each grant, in one question: asked with every request of
 * somebody signed in, so that a role taken away is gone with the next one.
 */
export function rowsOf(db: Db, session: string) {
	let query = prepared.get(db);
	if (!query) prepared.set(db, (query = prepare(db)));
	return query.all({ session });
}

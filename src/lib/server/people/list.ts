import { and, asc, count, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Grant, Role } from '$lib/domain/people/who';
import { staffRoles } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { grants, people } from '../db/schema';

/** What a list of people is asked for. `role` may also be all who work for the office. */
interface PeopleQuery {
	q: string;
	role: Role | 'staff' | null;
	state: 'open' | 'invited' | 'disabled' | null;
	/** From 1. */
	page: number;
}

export const PEOPLE_PAGE = 50;

/** One line of the list. Moments in milliseconds since the epoch. */
interface PersonRow {
	id: string;
	name: string;
	email: string;
	state: 'open' | 'invited' | 'disabled';
	grants: Grant[];
	/** A second factor is set up. */
	factor: boolean;
	lastSignInAt: number | null;
}

const states: Record<NonNullable<PeopleQuery['state']>, SQL> = {
	open: and(isNull(people.disabledAt), isNotNull(people.emailVerifiedAt))!,
	invited: and(isNull(people.disabledAt), isNull(people.emailVerifiedAt))!,
	disabled: isNotNull(people.disabledAt)
};

function conditions({ q, role, state }: PeopleQuery): SQL | undefined {
	const wanted = role === 'staff' ? [...staffRoles] : role ? [role] : [];
	const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
	return and(
		q
			? or(
					sql`${people.name} LIKE ${part} ESCAPE '\\'`,
					sql`${people.email} LIKE ${part} ESCAPE '\\'`
				)
			: undefined,
		wanted.length
			? sql`EXISTS (SELECT 1 FROM grants g WHERE g.person_id = people.id AND ${inArray(sql`g.role`, wanted)})`
			: undefined,
		state ? states[state] : undefined
	);
}

/** People in the order of their names, those without one by address; and how many there are. */
export async function list(
	db: Reader,
	query: PeopleQuery
): Promise<{ total: number; people: PersonRow[] }> {
	const where = conditions(query);
	const [sum] = await db.select({ n: count() }).from(people).where(where);
	const rows = await db
		.select({
			id: people.id,
			name: people.name,
			email: people.email,
			disabledAt: people.disabledAt,
			emailVerifiedAt: people.emailVerifiedAt,
			lastSignInAt: people.lastSignInAt,
			factor: sql<number>`EXISTS (SELECT 1 FROM totps t WHERE t.person_id = people.id AND t.confirmed_at IS NOT NULL) OR EXISTS (SELECT 1 FROM passkeys k WHERE k.person_id = people.id)`
		})
		.from(people)
		.where(where)
		.orderBy(sql`${people.name} = ''`, asc(people.name), asc(people.email))
		.limit(PEOPLE_PAGE)
		.offset((query.page - 1) * PEOPLE_PAGE);
	const held = rows.length
		? await db
				.select()
				.from(grants)
				.where(
					inArray(
						grants.personId,
						rows.map(({ id }) => id)
					)
				)
		: [];
	return {
		total: sum?.n ?? 0,
		people: rows.map(({ disabledAt, emailVerifiedAt, factor, ...row }) => ({
			...row,
			state: disabledAt !== null ? 'disabled' : emailVerifiedAt === null ? 'invited' : 'open',
			factor: Boolean(factor),
			grants: held
				.filter(({ personId }) => personId === row.id)
				.map(({ role, scopeKind, scopeId }) => ({
					role,
					scope: scopeKind && scopeId !== null ? { kind: scopeKind, id: scopeId } : null
				}))
		}))
	};
}

/** One person as the list shows them; null for nobody. */
export async function one(db: Reader, id: string): Promise<PersonRow | null> {
	const [row] = await db.select({ email: people.email }).from(people).where(eq(people.id, id));
	if (!row) return null;
	const found = await list(db, { q: row.email, role: null, state: null, page: 1 });
	return found.people.find((person) => person.id === id) ?? null;
}

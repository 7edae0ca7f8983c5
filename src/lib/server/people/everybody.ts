import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../db/open';
import { grants, people } from '../db/schema';
import { said } from './grants';

/** One line for everybody who has an account or an invitation, for the command line. */
export async function everybody(db: Reader): Promise<string[]> {
	const rows = await db
		.select()
		.from(people)
		.leftJoin(grants, eq(grants.personId, people.id))
		.orderBy(asc(people.email), asc(grants.role));
	const lines = new Map<string, { state: string; roles: string[] }>();
	for (const { people: person, grants: grant } of rows) {
		const line = lines.get(person.email) ?? { state: stateOf(person), roles: [] };
		if (grant) {
			const { role, scopeKind, scopeId } = grant;
			const scope = scopeKind && scopeId !== null ? { kind: scopeKind, id: scopeId } : null;
			line.roles.push(said({ role, scope }));
		}
		lines.set(person.email, line);
	}
	return [...lines].map(([email, { state, roles }]) =>
		[email, roles.join(', ') || '—', state].join('\t')
	);
}

const stateOf = (person: { disabledAt: number | null; emailVerifiedAt: number | null }) =>
	person.disabledAt !== null ? 'disabled' : person.emailVerifiedAt === null ? 'invited' : 'open';

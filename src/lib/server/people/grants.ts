import { and, eq, isNull } from 'drizzle-orm';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import type { By, Grant } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Reader, Tx } from '../db/open';
import { grants, people } from '../db/schema';

/** What a person may be, now. */
export async function grantsOf(db: Reader, personId: string): Promise<Grant[]> {
	const rows = await db.select().from(grants).where(eq(grants.personId, personId));
	return rows.map(({ role, scopeKind, scopeId }) => ({
		role,
		scope: scopeKind && scopeId !== null ? { kind: scopeKind, id: scopeId } : null
	}));
}

/** A grant as one word for the record: `editor`, `manager town pingyao`. */
export const said = ({ role, scope }: Grant): string =>
	scope ? `${role} ${scope.kind} ${scope.id}` : role;

const same = (personId: string, { role, scope }: Grant) =>
	and(
		eq(grants.personId, personId),
		eq(grants.role, role),
		scope ? eq(grants.scopeKind, scope.kind) : isNull(grants.scopeKind),
		scope ? eq(grants.scopeId, scope.id) : isNull(grants.scopeId)
	);

/** Only a manager is bound to something, and a manager always is. */
const fitting = ({ role, scope }: Grant) => (role === 'manager') === (scope !== null);

/** What speaks against giving a role, before anything is written; null for nothing. */
export function grantFault(by: By, personId: string, given: Grant): Refusal | null {
	if (!fitting(given)) return { field: 'scope', reason: 'scope' };
	return by.who?.id === personId ? { field: 'role', reason: 'own-rights' } : null;
}

/** Gives a role. Nobody gives one to themselves: a stolen session must not widen itself. */
export async function grant(tx: Tx, by: By, personId: string, given: Grant): Promise<Ruled<null>> {
	const fault = grantFault(by, personId, given);
	if (fault) return refuse(fault);
	const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId));
	if (!person) return refuse({ field: 'person', reason: 'unknown-value' });
	const before = await grantsOf(tx, personId);
	if (await give(tx, by, personId, given)) await changed(tx, by, personId, 'grant', before);
	return accept(null);
}

/** Puts a role down that nothing speaks against, for who records it; false when it stands already. */
export async function give(tx: Tx, by: By, personId: string, given: Grant): Promise<boolean> {
	const [standing] = await tx.select().from(grants).where(same(personId, given));
	if (standing) return false;
	await tx.insert(grants).values({
		personId,
		role: given.role,
		scopeKind: given.scope?.kind ?? null,
		scopeId: given.scope?.id ?? null,
		grantedBy: by.who?.id ?? null,
		at: by.now
	});
	return true;
}

/** Takes a role away. The last operator cannot be taken away: nobody could give it back. */
export async function revoke(tx: Tx, by: By, personId: string, taken: Grant): Promise<Ruled<null>> {
	if (by.who?.id === personId) return refuse({ field: 'role', reason: 'own-rights' });
	const before = await grantsOf(tx, personId);
	if (taken.role === 'operator' && (await isLastOperator(tx, personId)))
		return refuse({ field: 'role', reason: 'last-operator' });
	const gone = await tx.delete(grants).where(same(personId, taken)).returning({ id: grants.id });
	if (gone.length) await changed(tx, by, personId, 'revoke', before);
	return accept(null);
}

/** Whether nobody else who can still sign in is an operator. */
export async function isLastOperator(db: Reader, personId: string): Promise<boolean> {
	const rows = await db
		.select({ id: grants.personId })
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(and(eq(grants.role, 'operator'), isNull(people.disabledAt)));
	return rows.length > 0 && rows.every(({ id }) => id === personId);
}

async function changed(tx: Tx, by: By, personId: string, act: string, before: Grant[]) {
	await tx.update(people).set({ rightsAt: by.now }).where(eq(people.id, personId));
	await record(tx, by, {
		act,
		noun: 'people',
		id: personId,
		before: { grants: before.map(said).sort() },
		after: { grants: (await grantsOf(tx, personId)).map(said).sort() }
	});
}

import { isRole, isScopeKind } from '$lib/domain/people/grant';
import type { Grant } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Reader } from '$lib/server/db/open';
import { scopeMeant } from '$lib/server/people/scopes';

/** The role a form gives, with what a manager shall manage. */
export async function grantGiven(
	db: Reader,
	typed: { role: string; scopeKind: string; scopeId: string }
): Promise<Ruled<Grant>> {
	const { role, scopeKind, scopeId } = typed;
	if (!isRole(role)) return refuse({ field: 'role', reason: 'unknown-role' });
	if (role !== 'manager')
		return scopeId.trim()
			? refuse({ field: 'scopeId', reason: 'scope' })
			: accept({ role, scope: null });
	if (!isScopeKind(scopeKind) || !scopeId.trim())
		return refuse({ field: 'scopeId', reason: 'scope' });
	const scope = await scopeMeant(db, scopeKind, scopeId);
	return scope ? accept({ role, scope }) : refuse({ field: 'scopeId', reason: 'no-such' });
}

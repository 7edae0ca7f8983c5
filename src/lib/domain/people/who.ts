/** What a person may be in the portal. */
export const roles = [
	'operator',
	'editor',
	'approver',
	'organizer',
	'juror',
	'manager',
	'contestant',
	'citizen'
] as const;
export type Role = (typeof roles)[number];

/** Roles that work for the office: they need a second factor and have shorter sessions. */
export const staffRoles = ['operator', 'editor', 'approver', 'organizer', 'manager'] as const;

/** What a manager’s grant is bound to: one place, all of a town, or all of an organization. */
export const scopeKinds = ['place', 'town', 'organization'] as const;
export interface Scope {
	kind: (typeof scopeKinds)[number];
	/** Id of the place, slug of the town or of the organization. */
	id: string;
}

/** One role of a person; only a manager’s is bound to a scope. */
export interface Grant {
	role: Role;
	scope: Scope | null;
}

/** A signed-in person as every rule sees them. */
export interface Who {
	id: string;
	name: string;
	email: string;
	grants: readonly Grant[];
	/** Stored id (hash) of the session in use. */
	session: string;
	/** True when this session proved a second factor, or staff need none here. */
	strong: boolean;
	/** Last moment this session proved a password or factor, ms since the epoch. */
	provedAt: number;
}

/** Who acts, from where and when; handed to everything that writes and is recorded. */
export interface By {
	/** Null for somebody not signed in. */
	who: Who | null;
	/** The portal acting by itself (clock, command line); then `who` is null. */
	machine?: string;
	/** Client address as the outer door found it; null for the portal itself. */
	address: string | null;
	/** Milliseconds since the epoch. */
	now: number;
}

/** Whether somebody holds a role in any scope. */
export const is = (who: Who | null, role: Role): boolean =>
	!!who?.grants.some((grant) => grant.role === role);

/** Whether somebody holds one of the roles that work for the office. */
export const isStaff = (who: Who | null): boolean => staffRoles.some((role) => is(who, role));

import type { Db } from '$lib/server/db/open';
import type { Grant, Role } from '$lib/domain/people/who';
import type { Portal, Visitor } from './portal';

/** What a request carries. */
export interface Sent {
	params?: Record<string, string>;
	search?: Record<string, string>;
	form?: Record<string, string | Blob | readonly (string | Blob)[]>;
	json?: unknown;
	bytes?: Buffer;
}

/** What an example stands on: the portal, and whoever sends its request. */
export interface At extends Portal {
	db: Db;
	me: Visitor;
}

/** A request that does something, and one that must not. */
export interface Example {
	/** Who sends it, made new each time; null for a stranger. */
	as: Role | Grant | null;
	/** What does it; a function makes first what it is done to. */
	send: Sent | ((at: At) => Promise<Sent>);
	/** Why it leaves no record; without this it leaves exactly one. */
	none?: string;
	/** What is wrong with it; null where nothing can be wrong, an empty form when not said. */
	bad?: Sent | ((at: At) => Promise<Sent>) | null;
	/** What one of several examples of a deed does. */
	what?: string;
}

/** Examples by `<route> ?/<action>` or `<route> <METHOD>`. */
export type Examples = Record<string, Example | readonly Example[]>;

/** Parameters that lead nowhere. */
export const NOWHERE = { id: '0'.repeat(24), noun: 'pages', slug: 'nowhere' };

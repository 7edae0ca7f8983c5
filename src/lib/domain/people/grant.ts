import { roles, scopeKinds } from './who';
import type { Role, Scope } from './who';

/** Whether a word names a role. */
export const isRole = (word: string): word is Role => (roles as readonly string[]).includes(word);

/** Whether a word names what a manager may be bound to. */
export const isScopeKind = (word: string): word is Scope['kind'] =>
	(scopeKinds as readonly string[]).includes(word);

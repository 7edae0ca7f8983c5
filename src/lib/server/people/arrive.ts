import type { Who } from '$lib/domain/people/who';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { shared } from '../shared';
import { keepSession, sessionToken } from './cookies';
import type { Jar } from './cookies';
import * as sessions from './sessions';

/**
 * Who sends a request; null for everybody without a session cookie, for whom nothing is asked. A token
 * made before the rights of the person changed is exchanged on the next page, not on the small requests
 * beside it, which would lose the race for the new one.
 */
export async function arrive(
	jar: Jar & { request: Request },
	db: Db,
	now: number,
	factorRequired: boolean
): Promise<Who | null> {
	const found = await sessions.read(db, sessionToken(jar), now, factorRequired);
	if (!found) return null;
	const { who } = found;
	if (found.stale && jar.request.headers.get('accept')?.includes('text/html')) {
		const issued = await write(db, (tx) => sessions.renew(tx, who.session, now));
		// Another page of the same browser was quicker and has the new one: its cookie stays.
		if (!issued) return null;
		keepSession(jar, issued, now);
		return { ...who, session: issued.id };
	}
	// Not waited for: a long import in the queue of writes must not hold up everybody's pages.
	if (found.unseen)
		sessions.see(db, who, now).catch((reason) => shared.report?.(reason, `session of ${who.id}`));
	return who;
}

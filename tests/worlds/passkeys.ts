import { relyingParty } from '$lib/domain/people/passkey';
import type { By, Role, Who } from '$lib/domain/people/who';
import { authenticator } from '../authenticator';
import { NOON } from '../make';
import type { Db } from '$lib/server/db/open';
import { audit, grants, people } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { start } from '$lib/server/people/sessions';
import { hashed } from '$lib/server/people/tokens';
import { askToEnrol, enrol } from '$lib/server/people/passkeys/enrol';
import { askToSignIn } from '$lib/server/people/passkeys/sign-in';

// People with passkeys of an authenticator of our own.

export const rp = relyingParty(new URL('https://lian.example.gov.cn'))!;

export const brought = { agent: null };

export const nobody = (now = NOON): By => ({ who: null, address: '203.0.113.9', now });

export const notVerified = { ok: false, refusals: [{ field: 'passkey', reason: 'not-verified' }] };

export const expired = { ok: false, refusals: [{ field: 'passkey', reason: 'expired' }] };

/** The question for any key, as a stranger gets it. */
export async function anyKey(db: Db) {
	const asked = await askToSignIn(db, rp, nobody());
	if (!asked.ok) throw new Error(asked.refusals[0]!.reason);
	return asked.value;
}

/** A person with a session that has just proved a password. */
export async function person(db: Db, id: string, role: Role = 'editor', now = NOON): Promise<By> {
	return write(db, async (tx) => {
		await tx
			.insert(people)
			.values({ id, email: `${id}@demo.invalid`, name: id, emailVerifiedAt: now });
		await tx.insert(grants).values({ personId: id, role, at: now });
		const { token } = await start(tx, id, { strong: false, now, address: null, agent: null });
		const who: Who = {
			id,
			name: id,
			email: `${id}@demo.invalid`,
			grants: [{ role, scope: null }],
			session: hashed(token),
			strong: false,
			provedAt: now
		};
		return { who, address: '203.0.113.9', now };
	});
}

/** Enrols a key for somebody; the session they go on with is in what comes back. */
export async function withKey(db: Db, by: By, key = authenticator(), name = '手机') {
	const { options, token } = await askToEnrol(db, by.who!, rp, '廉图', by.now);
	const made = await enrol(db, by, { token, name, response: key.make(options, rp.origin) }, rp);
	const issued = made.ok ? made.value : null;
	const who = issued ? { ...by.who!, strong: true, session: hashed(issued.token) } : by.who!;
	return { made, key, by: { ...by, who } };
}

export const acts = async (db: Db) => (await db.select().from(audit)).map(({ act }) => act);

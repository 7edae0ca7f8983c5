import { sql } from 'drizzle-orm';
import type { By, Grant, Role, Scope, Who } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { grants, outbox, people } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { unseal } from '$lib/server/keys';
import { sealedFor } from '$lib/server/mail';
import { hash } from '$lib/server/people/passwords';
import * as sessions from '$lib/server/people/sessions';
import { NOON } from './make';

const granted = (role: Role | Grant): Grant =>
	typeof role === 'string' ? { role, scope: null } : role;

/** A sample person signed in with both factors; in no table. */
export const sample = (id: string, ...roles: (Role | Grant)[]): Who => ({
	id,
	name: id,
	email: `${id}@demo.invalid`,
	grants: roles.map(granted),
	session: 's',
	strong: true,
	provedAt: NOON
});

/** A sample person of a role, acting at a moment. */
export const asRole = (
	role: Role,
	{
		now = NOON,
		id = role as string,
		scope = null as Scope | null,
		address = '203.0.113.9' as string | null
	} = {}
): By & { who: Who } => ({
	who: { ...sample(id, { role, scope }), provedAt: now },
	address,
	now
});

/** A password that passes every rule. */
export const PASSWORD = 'seven herons over the Tiao';

let hashed: Promise<string> | null = null;
let made = 0;

/** Somebody with an account that is confirmed and has {@link PASSWORD}; returns the id. */
export async function somebody(
	db: Db,
	{
		email = `p${++made}@example.cn`,
		name = '王',
		roles = ['citizen'],
		...over
	}: {
		email?: string;
		name?: string;
		roles?: (Role | Grant)[];
	} & Partial<typeof people.$inferInsert> = {}
): Promise<string> {
	const passwordHash = await (hashed ??= hash(PASSWORD));
	return write(db, async (tx) => {
		const [person] = await tx
			.insert(people)
			.values({ email, name, passwordHash, emailVerifiedAt: NOON, createdAt: NOON, ...over })
			.returning();
		for (const one of roles) {
			const { role, scope } = granted(one);
			await tx.insert(grants).values({
				personId: person!.id,
				role,
				scopeKind: scope?.kind ?? null,
				scopeId: scope?.id ?? null,
				at: NOON
			});
		}
		return person!.id;
	});
}

/** Where an act comes from, by nobody. */
export const from = (address = '203.0.113.9', now = NOON): By => ({ who: null, address, now });

/** Signs somebody in at a moment, without asking for anything; returns the token. */
export async function signedIn(
	db: Db,
	personId: string,
	{ now = NOON, strong = false, address = '203.0.113.9', agent = 'Firefox · Linux' } = {}
): Promise<string> {
	const { token } = await write(db, (tx) =>
		sessions.start(tx, personId, { strong, now, address, agent })
	);
	return token;
}

/** Who a token stands for at a moment; fails for nobody. */
export async function whoIs(db: Db, token: string, now = NOON): Promise<Who> {
	const found = await sessions.read(db, token, now, true);
	if (!found) throw new Error('nobody is signed in with this token');
	return found.who;
}

/** Somebody signed in, acting for themselves. */
export async function acting(db: Db, token: string, now = NOON): Promise<By & { who: Who }> {
	return { who: await whoIs(db, token, now), address: '203.0.113.9', now };
}

/** Every mail in the outbox, oldest first, as its reader sees it, with the token of its link. */
export async function mails(db: Db) {
	const rows = await db
		.select()
		.from(outbox)
		.orderBy(sql`rowid`);
	return rows.map(({ id, to, template, subject, body }) => {
		const text = unseal(body ?? '', sealedFor(id)) ?? '';
		const link = /https?:\/\/\S+/.exec(text)?.[0] ?? null;
		const token = link && new URL(link).searchParams.get('token');
		return { to, template, subject, text, link, token };
	});
}

import { and, eq } from 'drizzle-orm';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { emailOf } from '$lib/domain/people/email';
import { guessing } from '$lib/domain/people/guessing';
import { parseName } from '$lib/domain/people/name';
import { parsePassword } from '$lib/domain/people/password';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { By, Who } from '$lib/domain/people/who';
import { personal, record } from '../audit';
import type { Db, Tx } from '../db/open';
import { people, sessions as table } from '../db/schema';
import { write } from '../db/write';
import { mail } from '../mail';
import { commonPasswords } from './common-passwords';
import * as factors from './factors';
import { budgetsOf } from './limits';
import { grantsOf } from './grants';
import * as links from './links';
import { fits, hash } from './passwords';
import { byEmail, byId } from './people';
import { linkPath, mayMail } from './register';
import { setPassword } from './reset';
import * as sessions from './sessions';
import type { Issued } from './sessions';

/** Somebody signed in, acting for themselves. */
export type Self = By & { who: Who };

/** Changes the own name. */
export async function rename(db: Db, typed: string, by: Self): Promise<Ruled<string>> {
	const name = parseName(typed);
	if (!name.ok) return name;
	await write(db, async (tx) => {
		const before = await byId(tx, by.who.id);
		if (before?.name === name.value) return;
		await tx.update(people).set({ name: name.value }).where(eq(people.id, by.who.id));
		await record(tx, by, {
			act: 'rename',
			noun: 'people',
			id: by.who.id,
			before: { name: personal(before?.name) },
			after: { name: personal(name.value) }
		});
	});
	return name;
}

/**
 * Proves again who is at the keyboard, by password or by a code, and renews the session with it.
 * Guesses are budgeted like a sign-in, for a session may have been left open.
 */
export async function prove(
	db: Db,
	typed: { password: string; code: string },
	by: Self
): Promise<Ruled<Issued>> {
	const { id, session } = by.who;
	const field = typed.code ? 'code' : 'password';
	const spent = budgetsOf(db).spend(by.now, [[`prove ${id}`, guessing.factor]]);
	if (!spent.ok)
		return refuse({
			field,
			reason: 'too-often',
			detail: { minutes: Math.ceil(spent.wait / 60_000) }
		});
	const person = await byId(db, id);
	const recovery = typed.code ? await factors.matchRecovery(db, id, typed.code) : null;
	const right =
		!typed.code && (await fits(person?.passwordHash ?? null, typed.password, { stranger: false }));
	return write(db, async (tx) => {
		const code = typed.code ? await factors.spend(tx, id, typed.code, recovery, by) : null;
		if (!code && !right) {
			await record(tx, by, { act: 'fail-prove', noun: 'people', id });
			return refuse({ field, reason: typed.code ? 'code' : 'wrong-password' });
		}
		spent.giveBack();
		const issued = await sessions.renew(tx, session, by.now, { proved: true, strong: !!code });
		if (!issued) return refuse({ field: 'form', reason: 'session' });
		await record(tx, by, { act: 'prove', noun: 'people', id, after: { way: code ?? 'password' } });
		return accept(issued);
	});
}

/** Changes the own password; every other session ends, this one gets a new token. */
export async function changePassword(
	db: Db,
	typed: { current: string; password: string },
	by: Self
): Promise<Ruled<Issued>> {
	const person = await byId(db, by.who.id);
	if (!person) return refuse({ field: 'form', reason: 'session' });
	const spent = budgetsOf(db).spend(by.now, [[`prove ${person.id}`, guessing.factor]]);
	if (!spent.ok)
		return refuse({
			field: 'current',
			reason: 'too-often',
			detail: { minutes: Math.ceil(spent.wait / 60_000) }
		});
	const right = await fits(person.passwordHash, typed.current, { stranger: false });
	if (!right) {
		await write(db, (tx) => record(tx, by, { act: 'fail-prove', noun: 'people', id: person.id }));
		return refuse({ field: 'current', reason: 'wrong-password' });
	}
	spent.giveBack();
	const { email, name } = person;
	const isCommon = await commonPasswords();
	const password = parsePassword(typed.password, { email, name, isCommon });
	if (!password.ok) return password;
	const passwordHash = await hash(password.value);
	return write(db, async (tx) => {
		const session = by.who.session;
		const now = await byId(tx, person.id);
		if (now?.passwordHash !== person.passwordHash)
			return refuse({ field: 'form', reason: 'session' });
		await setPassword(tx, person, passwordHash, by, { act: 'change-password', except: session });
		const issued = await sessions.renew(tx, session, by.now, { proved: true });
		return issued ? accept(issued) : refuse({ field: 'form', reason: 'session' });
	});
}

/** Asks for another address: a link goes to the new one, word of it to the old one. */
export async function askEmail(
	db: Db,
	typed: string,
	locale: Locale,
	by: Self
): Promise<Ruled<{ email: string }>> {
	const email = emailOf(typed);
	if (!email) return refuse({ field: 'email', reason: typed.trim() ? 'email' : 'required' });
	if (email === by.who.email) return refuse({ field: 'email', reason: 'same-email' });
	const may = mayMail(db, by, email);
	if (typeof may === 'object')
		return refuse({
			field: 'form',
			reason: 'too-often',
			detail: { minutes: Math.ceil(may.wait / 60_000) }
		});
	if (may === 'yes')
		await write(db, async (tx) => {
			const { id, name } = by.who;
			const now = by.now;
			// An address that has an account already learns of it; who asks here does not.
			const taken = (await byEmail(tx, email))?.emailVerifiedAt != null;
			const link = taken
				? href(locale, '/reset')
				: linkPath(
						locale,
						'email',
						await links.issue(tx, { purpose: 'email', personId: id, email, now })
					);
			const template = taken ? 'exists' : 'email-change';
			await mail(tx, { to: email, template, locale, values: { name, link }, now });
			await record(tx, by, {
				act: 'ask-email',
				noun: 'people',
				id,
				after: { email: personal(email) }
			});
		});
	return accept({ email });
}

/** The address a link would give to whom; null when it is no longer good. */
export async function emailFor(db: Db, token: string | null, now: number) {
	const link = await links.find(db, token, ['email'], now);
	return link?.email ? { personId: link.personId, email: link.email } : null;
}

/** Takes the new address over, by the person who asked and nobody else. */
export async function changeEmail(db: Db, token: string | null, by: Self): Promise<Ruled<Issued>> {
	return write(db, async (tx) => {
		const found = await links.find(tx, token, ['email'], by.now);
		const { id, session } = by.who;
		if (!found?.email || found.personId !== id || !(await freed(tx, found.email)))
			return refuse({ field: 'form', reason: 'link' });
		await links.use(tx, token, ['email'], by.now);
		const before = await byId(tx, id);
		await tx
			.update(people)
			.set({ email: found.email, emailVerifiedAt: by.now, rightsAt: by.now })
			.where(eq(people.id, id));
		await links.withdraw(tx, id);
		await sessions.endAll(tx, id, session);
		const issued = await sessions.renew(tx, session, by.now);
		await record(tx, by, {
			act: 'change-email',
			noun: 'people',
			id,
			before: { email: personal(before?.email) },
			after: { email: personal(found.email) }
		});
		return issued ? accept(issued) : refuse({ field: 'form', reason: 'session' });
	});
}

/** Whether an address can be taken over; what somebody began to register with it gives way. */
async function freed(tx: Tx, email: string): Promise<boolean> {
	const standing = await byEmail(tx, email);
	if (!standing) return true;
	const begun = standing.emailVerifiedAt === null && !(await grantsOf(tx, standing.id)).length;
	if (begun) await tx.delete(people).where(eq(people.id, standing.id));
	return begun;
}

/** Ends one of the own sessions, never somebody else's, or all others (`null`). Returns how many. */
export async function endSessions(db: Db, session: string | null, by: Self): Promise<number> {
	return write(db, async (tx) => {
		const { id } = by.who;
		let ended = 0;
		if (session === null) ended = await sessions.endAll(tx, id, by.who.session);
		else {
			const gone = await tx
				.delete(table)
				.where(and(eq(table.id, session), eq(table.personId, id)))
				.returning({ id: table.id });
			ended = gone.length;
		}
		if (ended) await record(tx, by, { act: 'end-sessions', noun: 'people', id, after: { ended } });
		return ended;
	});
}

/** Signs out: the session is gone before the answer is sent. */
export async function signOut(db: Db, by: Self): Promise<void> {
	await write(db, async (tx) => {
		await sessions.end(tx, by.who.session);
		await record(tx, by, { act: 'sign-out', noun: 'people', id: by.who.id });
	});
}

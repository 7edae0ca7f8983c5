import { eq } from 'drizzle-orm';
import { emailOf } from '$lib/domain/people/email';
import type { Locale } from '$lib/domain/locale';
import { parsePassword } from '$lib/domain/people/password';
import { refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { By, Who } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { people, steps } from '../db/schema';
import { write } from '../db/write';
import { mail } from '../mail';
import { commonPasswords } from './common-passwords';
import * as links from './links';
import { hash } from './passwords';
import { byEmail, byId, isOpen } from './people';
import type { Person } from './people';
import { linkPath, mayMail } from './register';
import * as sessions from './sessions';

/**
 * Asks for a link to set a new password. The answer is the same whether the address is known; a mail
 * goes only to a person who may sign in.
 */
export async function askReset(
	db: Db,
	typed: { email: string },
	locale: Locale,
	by: By
): Promise<Ruled<{ email: string }>> {
	const email = emailOf(typed.email);
	if (!email) return refuse({ field: 'email', reason: typed.email.trim() ? 'email' : 'required' });
	const may = mayMail(db, by, email);
	if (typeof may === 'object')
		return refuse({
			field: 'form',
			reason: 'too-often',
			detail: { minutes: Math.ceil(may.wait / 60_000) }
		});
	if (may === 'yes')
		await write(db, async (tx) => {
			const person = await byEmail(tx, email);
			const open = person !== null && isOpen(person);
			const id = open ? person.id : 'unknown';
			if (open) await sendReset(tx, person, locale, by.now);
			await record(tx, by, { act: 'ask-reset', noun: 'people', id });
		});
	return { ok: true, value: { email } };
}

/** Makes a link for a new password and writes the mail; returns the path of the link. */
export async function sendReset(
	tx: Tx,
	person: Person,
	locale: Locale,
	now: number
): Promise<string> {
	const token = await links.issue(tx, { purpose: 'reset', personId: person.id, now });
	const link = linkPath(locale, 'reset', token);
	const values = { name: person.name, link };
	await mail(tx, { to: person.email, template: 'reset', locale, values, now });
	return link;
}

/** Whose password a link would set; null when it is no longer good. */
export async function resetFor(
	db: Reader,
	token: string | null,
	now: number
): Promise<Pick<Person, 'id' | 'email' | 'name'> | null> {
	const link = await links.find(db, token, ['reset'], now);
	const person = link && (await byId(db, link.personId));
	return person && isOpen(person) ? person : null;
}

/**
 * Sets a new password by a link: uses the link up, ends every session of the person and every sign-in
 * under way, and tells them by mail. The second factor is still asked for at the next sign-in.
 * @returns the person, whose device may now be remembered
 */
export async function reset(
	db: Db,
	token: string | null,
	typed: { password: string },
	by: By
): Promise<Ruled<{ personId: string }>> {
	const gone = refuse({ field: 'form', reason: 'link' });
	const person = await resetFor(db, token, by.now);
	if (!person) return gone;
	const password = parsePassword(typed.password, {
		email: person.email,
		name: person.name,
		isCommon: await commonPasswords()
	});
	if (!password.ok) return password;
	const passwordHash = await hash(password.value);
	return write(db, async (tx) => {
		const link = await links.use(tx, token, ['reset'], by.now);
		const person = link && (await byId(tx, link.personId));
		if (!person || !isOpen(person)) return gone;
		const self = { ...by, who: { id: person.id } as Who };
		await setPassword(tx, person, passwordHash, self, { act: 'reset-password' });
		return { ok: true, value: { personId: person.id } };
	});
}

/**
 * Puts a new password in force: everything that stood on the old one ends (other sessions, sign-ins
 * under way, open links), the person is told, and the act is recorded.
 * @param except the session that may go on, to be renewed by the caller
 */
export async function setPassword(
	tx: Tx,
	person: Person,
	passwordHash: string,
	by: By,
	{ act, except }: { act: string; except?: string }
): Promise<void> {
	const { id, email, name, locale } = person;
	const now = by.now;
	await tx
		.update(people)
		.set({ passwordHash, passwordAt: now, rightsAt: now })
		.where(eq(people.id, id));
	const ended = await sessions.endAll(tx, id, except);
	await tx.delete(steps).where(eq(steps.personId, id));
	await links.withdraw(tx, id);
	await mail(tx, { to: email, template: 'password-changed', locale, values: { name }, now });
	await record(tx, by, { act, noun: 'people', id, after: { sessionsEnded: ended } });
}

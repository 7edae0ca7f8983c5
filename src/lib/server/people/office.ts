import { eq } from 'drizzle-orm';
import type { Locale } from '$lib/domain/locale';
import { emailOf } from '$lib/domain/people/email';
import { parseName } from '$lib/domain/people/name';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { By, Grant } from '$lib/domain/people/who';
import { personal, record } from '../audit';
import type { Tx } from '../db/open';
import { newId, passkeys, people, recoveryCodes, steps, totps } from '../db/schema';
import { mail } from '../mail';
import { give, grant, grantFault, grantsOf, isLastOperator, said } from './grants';
import * as links from './links';
import { byEmail, byId } from './people';
import { linkPath } from './register';
import * as sessions from './sessions';

/**
 * Makes a person with a role and writes them an invitation, whose link sets name and password.
 * Somebody who has an account already only gets the role.
 * @returns the person and the path of the link (null when none was needed)
 */
export async function invite(
	tx: Tx,
	by: By,
	asked: { email: string; name: string; locale: Locale; grants: Grant[] }
): Promise<Ruled<{ id: string; link: string | null }>> {
	const email = emailOf(asked.email);
	if (!email) return refuse({ field: 'email', reason: asked.email.trim() ? 'email' : 'required' });
	const name = asked.name.trim() ? parseName(asked.name) : accept('');
	if (!name.ok) return name;
	const standing = await byEmail(tx, email);
	const id = standing?.id ?? newId(by.now);
	const faults = asked.grants.flatMap((one) => grantFault(by, id, one) ?? []);
	if (faults.length) return refuse(...faults);
	if (standing?.emailVerifiedAt != null) {
		for (const one of asked.grants) await grant(tx, by, id, one);
		return accept({ id, link: null });
	}
	if (!standing)
		await tx.insert(people).values({ id, email, name: name.value, locale: asked.locale });
	for (const one of asked.grants) await give(tx, by, id, one);
	const link = await sendInvitation(tx, id, by.now);
	const held = (await grantsOf(tx, id)).map(said).sort();
	const title = personal(standing?.name || name.value || email);
	await record(tx, by, { act: 'invite', noun: 'people', id, title, after: { grants: held } });
	return accept({ id, link });
}

/** Writes an invitation anew; earlier ones stop working. Returns the path of its link. */
export async function sendInvitation(tx: Tx, personId: string, now: number): Promise<string> {
	const person = (await byId(tx, personId))!;
	const token = await links.issue(tx, { purpose: 'invite', personId, now });
	const link = linkPath(person.locale, 'invite', token);
	const values = { name: person.name || person.email, link };
	const { email: to, locale } = person;
	await mail(tx, { to, template: 'invite', locale, values, now });
	return link;
}

/** Shuts somebody out: sessions, links and sign-ins under way end at once. */
export async function disable(
	tx: Tx,
	by: By,
	personId: string,
	why?: string
): Promise<Ruled<null>> {
	const person = await byId(tx, personId);
	if (!person) return refuse({ field: 'person', reason: 'unknown-value' });
	if (by.who?.id === personId) return refuse({ field: 'person', reason: 'own-rights' });
	if (await isLastOperator(tx, personId))
		return refuse({ field: 'person', reason: 'last-operator' });
	if (person.disabledAt !== null) return accept(null);
	await tx
		.update(people)
		.set({ disabledAt: by.now, rightsAt: by.now })
		.where(eq(people.id, personId));
	await endEverything(tx, personId);
	await record(tx, by, { act: 'disable', noun: 'people', id: personId, ...(why ? { why } : {}) });
	return accept(null);
}

/** Lets somebody in again; what was ended stays ended. */
export async function enable(tx: Tx, by: By, personId: string): Promise<Ruled<null>> {
	const person = await byId(tx, personId);
	if (!person) return refuse({ field: 'person', reason: 'unknown-value' });
	if (person.disabledAt === null) return accept(null);
	await tx
		.update(people)
		.set({ disabledAt: null, rightsAt: by.now })
		.where(eq(people.id, personId));
	await record(tx, by, { act: 'enable', noun: 'people', id: personId });
	return accept(null);
}

/**
 * Takes all second factors from somebody who lost them; they set up new ones at the next sign-in.
 * Never one's own: a stolen session would open the account for good.
 */
export async function forgetFactors(tx: Tx, by: By, personId: string): Promise<Ruled<null>> {
	const person = await byId(tx, personId);
	if (!person) return refuse({ field: 'person', reason: 'unknown-value' });
	if (by.who?.id === personId) return refuse({ field: 'person', reason: 'own-rights' });
	await tx.delete(totps).where(eq(totps.personId, personId));
	await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
	await tx.delete(passkeys).where(eq(passkeys.personId, personId));
	await sessions.rightsChanged(tx, personId, by.now);
	await endEverything(tx, personId);
	const { email: to, name, locale } = person;
	await mail(tx, { to, template: 'factor-changed', locale, values: { name }, now: by.now });
	await record(tx, by, { act: 'forget-factors', noun: 'people', id: personId });
	return accept(null);
}

async function endEverything(tx: Tx, personId: string): Promise<void> {
	await sessions.endAll(tx, personId);
	await links.withdraw(tx, personId);
	await tx.delete(steps).where(eq(steps.personId, personId));
}

import { and, asc, eq } from 'drizzle-orm';
import type { Locale } from '$lib/domain/locale';
import { hasProved } from '$lib/domain/people/may';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../../audit';
import type { Reader, Tx } from '../../db/open';
import { grants, identities, newId, people } from '../../db/schema';
import type { Self } from '../account';
import { changed } from '../enrol';
import * as links from '../links';
import { byEmail, byId, factorsOf, isOpen } from '../people';
import type { Person } from '../people';
import type { Issued } from '../sessions';
import type { Identity } from './provider';

/** Whom an identity at the other door means. */
type Meant =
	/** Linked, now or before. */
	| { is: 'person'; person: Person }
	/** The address belongs to an account in use: its owner must confirm first. */
	| { is: 'asked'; person: Person };

const shut = refuse({ field: 'door', reason: 'shut' });

/**
 * Finds the person of an identity, links it by a verified address, or makes a new citizen. An account
 * somebody can sign in to already is never opened by an address alone.
 */
export async function meet(
	tx: Tx,
	identity: Identity,
	locale: Locale,
	by: By
): Promise<Ruled<Meant>> {
	const { issuer, subject, email } = identity;
	const key = and(eq(identities.issuer, issuer), eq(identities.subject, subject));
	const [linked] = await tx.select().from(identities).where(key);
	if (linked) {
		const person = await byId(tx, linked.personId);
		if (!person || !isOpen(person)) return shut;
		await tx.update(identities).set({ lastUsedAt: by.now }).where(key);
		return accept({ is: 'person', person });
	}
	if (!email) return refuse({ field: 'door', reason: 'unverified-email' });
	const standing = await byEmail(tx, email);
	if (standing?.disabledAt != null) return shut;
	if (standing && (await isHeld(tx, standing))) return accept({ is: 'asked', person: standing });
	const person = standing
		? await welcome(tx, standing, identity, by)
		: await found(tx, email, identity, locale, by);
	await link(tx, person.id, identity, by.now);
	return accept({ is: 'person', person });
}

/**
 * Whether somebody can sign in to an account already. An address alone does not open it then: it may
 * have been given to somebody else since.
 */
async function isHeld(tx: Tx, person: Person): Promise<boolean> {
	const { passkeys } = await factorsOf(tx, person.id);
	return (
		person.passwordHash !== null || passkeys > 0 || (await identitiesOf(tx, person.id)).length > 0
	);
}

const link = (tx: Tx, personId: string, { issuer, subject }: Identity, now: number) =>
	tx.insert(identities).values({ issuer, subject, personId, createdAt: now, lastUsedAt: now });

/** Somebody invited, or without a password so far: the provider vouches for the address. */
async function welcome(
	tx: Tx,
	person: Person,
	{ issuer, name }: Identity,
	by: By
): Promise<Person> {
	const change = {
		emailVerifiedAt: person.emailVerifiedAt ?? by.now,
		name: person.name || name || nameFrom(person.email),
		rightsAt: by.now
	};
	await tx.update(people).set(change).where(eq(people.id, person.id));
	const [has] = await tx.select().from(grants).where(eq(grants.personId, person.id)).limit(1);
	if (!has) await tx.insert(grants).values({ personId: person.id, role: 'citizen', at: by.now });
	// The link of the invitation would set a password for whoever holds it.
	await links.withdraw(tx, person.id);
	await recordLink(tx, by, person.id, issuer);
	return { ...person, ...change };
}

/** Somebody new: a citizen and nothing more. */
async function found(
	tx: Tx,
	email: string,
	{ issuer, name }: Identity,
	locale: Locale,
	by: By
): Promise<Person> {
	const row = {
		id: newId(by.now),
		email,
		name: name ?? nameFrom(email),
		locale,
		emailVerifiedAt: by.now,
		rightsAt: by.now
	};
	const [person] = await tx.insert(people).values(row).returning();
	await tx.insert(grants).values({ personId: row.id, role: 'citizen', at: by.now });
	await record(
		tx,
		{ ...by, who: { id: row.id } as Who },
		{
			act: 'confirm',
			noun: 'people',
			id: row.id,
			title: personal(row.name),
			after: { email: personal(email), by: 'oidc', issuer }
		}
	);
	return person!;
}

const nameFrom = (email: string) => email.slice(0, email.indexOf('@')).slice(0, 40);

const recordLink = (tx: Tx, by: By, personId: string, issuer: string) =>
	record(
		tx,
		{ ...by, who: { id: personId } as Who },
		{ act: 'link-identity', noun: 'people', id: personId, after: { issuer } }
	);

/** Links an identity to the account of somebody who has just signed in to it and says so. */
export async function confirmLink(
	tx: Tx,
	identity: Pick<Identity, 'issuer' | 'subject'>,
	personId: string,
	by: Self
): Promise<Ruled<Issued>> {
	if (by.who.id !== personId) return refuse({ field: 'door', reason: 'other-account' });
	if (!hasProved(by.who, by.now)) return refuse({ field: 'door', reason: 'prove' });
	const made = await tx
		.insert(identities)
		.values({ ...identity, personId, createdAt: by.now, lastUsedAt: by.now })
		.onConflictDoNothing()
		.returning({ personId: identities.personId });
	if (!made.length) return refuse({ field: 'door', reason: 'known-identity' });
	const issued = await changed(tx, by, 'link-identity', false);
	return issued ? accept(issued) : refuse({ field: 'door', reason: 'expired' });
}

/** The other doors of a person, as they see them. */
export function identitiesOf(db: Reader, personId: string) {
	return db
		.select({
			issuer: identities.issuer,
			subject: identities.subject,
			createdAt: identities.createdAt,
			lastUsedAt: identities.lastUsedAt
		})
		.from(identities)
		.where(eq(identities.personId, personId))
		.orderBy(asc(identities.createdAt));
}

/** Shuts one of the own other doors; never the last way in. */
export async function unlink(
	tx: Tx,
	identity: Pick<Identity, 'issuer' | 'subject'>,
	by: Self
): Promise<Ruled<Issued>> {
	const { who, now } = by;
	if (!hasProved(who, now)) return refuse({ field: 'door', reason: 'prove' });
	const mine = await identitiesOf(tx, who.id);
	const { issuer, subject } = identity;
	if (!mine.some((one) => one.issuer === issuer && one.subject === subject))
		return refuse({ field: 'door', reason: 'unknown-identity' });
	const person = await byId(tx, who.id);
	const { passkeys } = await factorsOf(tx, who.id);
	if (mine.length === 1 && !person?.passwordHash && !passkeys)
		return refuse({ field: 'door', reason: 'last-way' });
	await tx
		.delete(identities)
		.where(
			and(
				eq(identities.issuer, issuer),
				eq(identities.subject, subject),
				eq(identities.personId, who.id)
			)
		);
	const issued = await changed(tx, by, 'unlink-identity', false);
	return issued ? accept(issued) : refuse({ field: 'door', reason: 'expired' });
}

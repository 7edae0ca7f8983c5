import { isStaff } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { write } from '../db/write';
import { mail } from '../mail';
import type { Self } from './account';
import * as factors from './factors';
import { byId, factorsOf } from './people';
import * as sessions from './sessions';
import type { Issued } from './sessions';

/** Begins to set up an app for codes; nothing changes until a code of it is shown. */
export async function begin(db: Db, by: Self): Promise<void> {
	await write(db, async (tx) => {
		await factors.beginTotp(tx, by.who.id, by.now);
		await record(tx, by, { act: 'begin-totp', noun: 'people', id: by.who.id });
	});
}

/** Leaves it unfinished: the secret that was shown is worth nothing from then on. */
export async function forget(db: Db, by: Self): Promise<void> {
	await write(db, async (tx) => {
		if (await factors.forgetPending(tx, by.who.id))
			await record(tx, by, { act: 'forget-totp', noun: 'people', id: by.who.id });
	});
}

/**
 * Finishes it with a first code: the factor is in force, recovery codes are made, every other session
 * ends and this one goes on under a new token as a strong one.
 */
export async function confirm(
	db: Db,
	code: string,
	by: Self
): Promise<Ruled<{ issued: Issued; codes: string[] }>> {
	const made = await factors.newRecoveryCodes();
	return write(db, async (tx) => {
		if (!(await factors.confirmTotp(tx, by.who.id, code, by.now)))
			return refuse({ field: 'code', reason: 'code' });
		await factors.putRecoveryCodes(tx, by.who.id, made);
		const issued = await changed(tx, by, 'add-totp', true);
		if (!issued) return refuse({ field: 'form', reason: 'session' });
		return accept({ issued, codes: made.map(({ code }) => code) });
	});
}

/** Makes new recovery codes; the old ones are worth nothing from then on. */
export async function renewCodes(
	db: Db,
	by: Self
): Promise<Ruled<{ issued: Issued; codes: string[] }>> {
	const made = await factors.newRecoveryCodes();
	return write(db, async (tx) => {
		const { totp, passkeys } = await factorsOf(tx, by.who.id);
		if (!totp && !passkeys) return refuse({ field: 'form', reason: 'no-factor' });
		await factors.putRecoveryCodes(tx, by.who.id, made);
		const issued = await changed(tx, by, 'renew-recovery-codes', false);
		if (!issued) return refuse({ field: 'form', reason: 'session' });
		return accept({ issued, codes: made.map(({ code }) => code) });
	});
}

/** Takes the app away. Staff keep at least one factor where it is required. */
export async function drop(db: Db, by: Self, required: boolean): Promise<Ruled<Issued>> {
	return write(db, async (tx) => {
		const { totp, passkeys } = await factorsOf(tx, by.who.id);
		if (!totp) return refuse({ field: 'form', reason: 'no-factor' });
		if (required && isStaff(by.who) && passkeys === 0)
			return refuse({ field: 'form', reason: 'last-factor' });
		await factors.dropTotp(tx, by.who.id, passkeys > 0);
		const issued = await changed(tx, by, 'drop-totp', false);
		return issued ? accept(issued) : refuse({ field: 'form', reason: 'session' });
	});
}

/**
 * What follows every change of a factor, of codes and of passkeys alike: the person is told, other
 * sessions end, this one gets a new token, the act is recorded.
 * @param strong whether the act itself proved a second factor
 */
export async function changed(
	tx: Tx,
	by: Self,
	act: string,
	strong: boolean
): Promise<Issued | null> {
	const person = await byId(tx, by.who.id);
	if (!person) return null;
	const { id, email, name, locale } = person;
	await sessions.rightsChanged(tx, id, by.now);
	await sessions.endAll(tx, id, by.who.session);
	const issued = await sessions.renew(tx, by.who.session, by.now, { strong });
	await mail(tx, {
		to: email,
		template: 'factor-changed',
		locale,
		values: { name },
		now: by.now
	});
	await record(tx, by, { act, noun: 'people', id });
	return issued;
}

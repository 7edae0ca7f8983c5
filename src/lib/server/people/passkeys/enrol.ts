import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { count, eq } from 'drizzle-orm';
import { madeShape } from '$lib/domain/people/passkey-shape';
import { keyName, passkeyLimits } from '$lib/domain/people/passkey';
import type { RelyingParty } from '$lib/domain/people/passkey';
import { hasProved } from '$lib/domain/people/may';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Db, Tx } from '../../db/open';
import { passkeys } from '../../db/schema';
import { write } from '../../db/write';
import { changed } from '../enrol';
import type { Issued } from '../sessions';
import { pose, take } from './challenge';
import { list } from './own';

/** What a browser needs to make a key that stands for the person and asks for finger, face or PIN. */
export async function askToEnrol(
	db: Db,
	who: Who,
	rp: RelyingParty,
	siteName: string,
	now: number
) {
	const keys = await list(db, who.id);
	const { challenge, token } = await write(db, (tx) =>
		pose(tx, { use: 'enrol', personId: who.id, session: who.session }, now)
	);
	const options = await generateRegistrationOptions({
		rpName: siteName,
		rpID: rp.id,
		userID: new TextEncoder().encode(who.id),
		userName: who.email,
		userDisplayName: who.name,
		challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
		timeout: 120_000,
		// Whose device it is, nobody needs to know.
		attestationType: 'none',
		excludeCredentials: keys.map(({ id }) => ({ id })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
	});
	return { options, token };
}

const notVerified = refuse({ field: 'passkey', reason: 'not-verified' });

/**
 * Keeps a key somebody has just made, as one of theirs. The session counts as strong from now on,
 * under a new token.
 */
export async function enrol(
	db: Db,
	by: By,
	{ token, response, name }: { token: string | undefined; response: unknown; name: string },
	rp: RelyingParty
): Promise<Ruled<Issued>> {
	const { who, now } = by;
	if (!who || !hasProved(who, now)) return refuse({ field: 'passkey', reason: 'prove' });
	const called = keyName(name);
	if (!called) return refuse({ field: 'name', reason: 'key-name' });
	const asked = await take(db, token, { use: 'enrol', session: who.session }, now);
	if (!asked || asked.personId !== who.id) return refuse({ field: 'passkey', reason: 'expired' });
	const read = madeShape.safeParse(response);
	if (!read.success) return notVerified;
	const verified = await verifyRegistrationResponse({
		response: read.data as Parameters<typeof verifyRegistrationResponse>[0]['response'],
		expectedChallenge: asked.challenge,
		expectedOrigin: rp.origin,
		expectedRPID: rp.id,
		requireUserVerification: true
	}).catch(() => null);
	if (!verified?.verified) return notVerified;
	const { credential, credentialDeviceType, credentialBackedUp } = verified.registrationInfo;
	return write(db, (tx) =>
		keep(tx, by, who, {
			id: credential.id,
			personId: who.id,
			publicKey: Buffer.from(credential.publicKey).toString('base64url'),
			counter: credential.counter,
			transports: read.data.response.transports,
			deviceType: credentialDeviceType,
			backedUp: credentialBackedUp,
			name: called,
			createdAt: now
		})
	);
}

async function keep(
	tx: Tx,
	by: By,
	who: Who,
	row: typeof passkeys.$inferInsert
): Promise<Ruled<Issued>> {
	const [held] = await tx
		.select({ count: count() })
		.from(passkeys)
		.where(eq(passkeys.personId, who.id));
	if (held!.count >= passkeyLimits.keys)
		return refuse({
			field: 'passkey',
			reason: 'too-many-keys',
			detail: { limit: passkeyLimits.keys }
		});
	const made = await tx
		.insert(passkeys)
		.values(row)
		.onConflictDoNothing()
		.returning({ id: passkeys.id });
	if (!made.length) return refuse({ field: 'passkey', reason: 'known-passkey' });
	const issued = await changed(tx, { ...by, who }, 'add-passkey', true);
	return issued ? accept(issued) : refuse({ field: 'passkey', reason: 'expired' });
}

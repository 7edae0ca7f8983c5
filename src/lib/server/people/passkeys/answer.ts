import {
	generateAuthenticationOptions,
	verifyAuthenticationResponse
} from '@simplewebauthn/server';
import { and, eq, isNull } from 'drizzle-orm';
import { signedShape } from '$lib/domain/people/passkey-shape';
import type { RelyingParty } from '$lib/domain/people/passkey';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Db, Tx } from '../../db/open';
import { passkeys, people } from '../../db/schema';
import { write } from '../../db/write';
import { pose, take } from './challenge';
import type { Bound } from './challenge';

/**
 * What a browser needs to let a key sign. Without a person any key of this site may answer, so who
 * has an account is not told; with one, only theirs.
 */
export async function askToSign(db: Db, bound: Bound, rp: RelyingParty, now: number) {
	const keys = bound.personId
		? await db
				.select({ id: passkeys.id, transports: passkeys.transports })
				.from(passkeys)
				.where(eq(passkeys.personId, bound.personId))
		: [];
	const { challenge, token } = await write(db, (tx) => pose(tx, bound, now));
	const options = await generateAuthenticationOptions({
		rpID: rp.id,
		challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
		timeout: 120_000,
		userVerification: 'required',
		...(keys.length ? { allowCredentials: keys } : {})
	});
	return { options, token };
}

/** A signature found true; it counts once {@link use} has noted it. */
interface Signed {
	passkeyId: string;
	personId: string;
	counter: number;
	newCounter: number;
	backedUp: boolean;
}

const notVerified = refuse({ field: 'passkey', reason: 'not-verified' });

/**
 * Checks what a key signed. The key’s owner was verified on the device (finger, face or PIN), so it
 * proves two factors at once. Unknown keys, wrong signatures and disabled owners get the same answer.
 */
export async function verify(
	db: Db,
	{ token, response }: { token: string | undefined; response: unknown },
	wanted: Pick<Bound, 'use' | 'session'>,
	rp: RelyingParty,
	now: number
): Promise<Ruled<Signed>> {
	const asked = await take(db, token, wanted, now);
	if (!asked) return refuse({ field: 'passkey', reason: 'expired' });
	const read = signedShape.safeParse(response);
	if (!read.success) return notVerified;
	const [key] = await db
		.select({ key: passkeys, disabledAt: people.disabledAt })
		.from(passkeys)
		.innerJoin(people, eq(people.id, passkeys.personId))
		.where(and(eq(passkeys.id, read.data.id), isNull(people.disabledAt)));
	if (!key || (asked.personId !== null && asked.personId !== key.key.personId)) return notVerified;
	const { id, personId, counter, publicKey } = key.key;
	// A key that names its owner must name the one we know (WebAuthn level 3 §7.2, step 6).
	const { userHandle } = read.data.response;
	if (userHandle !== undefined && Buffer.from(userHandle, 'base64url').toString() !== personId)
		return notVerified;
	const verified = await verifyAuthenticationResponse({
		response: read.data as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
		expectedChallenge: asked.challenge,
		expectedOrigin: rp.origin,
		expectedRPID: rp.id,
		requireUserVerification: true,
		credential: { id, counter, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')) }
	}).catch(() => null);
	if (!verified?.verified) return notVerified;
	const { newCounter, credentialBackedUp: backedUp } = verified.authenticationInfo;
	return accept({ passkeyId: id, personId, counter, newCounter, backedUp });
}

/**
 * Notes that a key signed, inside the write that acts on it.
 * @returns false when the key is gone or signed elsewhere meanwhile: then nothing may follow
 */
export async function use(tx: Tx, signed: Signed, now: number): Promise<boolean> {
	const noted = await tx
		.update(passkeys)
		.set({ counter: signed.newCounter, backedUp: signed.backedUp, lastUsedAt: now })
		.where(and(eq(passkeys.id, signed.passkeyId), eq(passkeys.counter, signed.counter)))
		.returning({ id: passkeys.id });
	return noted.length === 1;
}

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { CHALLENGE_LIFE, passkeyUses } from '$lib/domain/people/passkey';
import type { PasskeyUse } from '$lib/domain/people/passkey';
import type { Db, Tx } from '../../db/open';
import { write } from '../../db/write';
import { begin, find, finish } from '../steps';

const shape = z.object({
	use: z.enum(passkeyUses),
	challenge: z.string(),
	until: z.number(),
	/** The session it was asked in; null before there is one. */
	session: z.string().nullable()
});

/** What a question to a key is bound to. */
export interface Bound {
	use: PasskeyUse;
	/** The person whose key must answer; null when any key may. */
	personId: string | null;
	/** Stored id of the session it was asked in. */
	session: string | null;
}

/** Makes a question of 256 random bits, good once and for five minutes. */
export async function pose(
	tx: Tx,
	{ use, personId, session }: Bound,
	now: number
): Promise<{ challenge: string; token: string }> {
	const challenge = randomBytes(32).toString('base64url');
	const value = { use, challenge, session, until: now + CHALLENGE_LIFE };
	return { challenge, token: await begin(tx, { kind: 'passkey', personId, value }, now) };
}

/**
 * Takes the question back for the one answer it may have: right or wrong, it is used up.
 * @returns null when it is unknown, used, too old, or was asked for something else or elsewhere
 */
export async function take(
	db: Db,
	token: string | undefined,
	wanted: Pick<Bound, 'use' | 'session'>,
	now: number
): Promise<{ challenge: string; personId: string | null } | null> {
	const step = await find(db, token, 'passkey', now);
	if (!step || !(await write(db, (tx) => finish(tx, step.id)))) return null;
	const read = shape.safeParse(step.value);
	if (!read.success) return null;
	const { use, challenge, until, session } = read.data;
	// A clock set back must not make a question good for longer.
	const fresh = now < until && now >= until - CHALLENGE_LIFE - 60_000;
	return fresh && use === wanted.use && session === wanted.session
		? { challenge, personId: step.personId }
		: null;
}

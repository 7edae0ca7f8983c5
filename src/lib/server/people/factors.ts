import { randomInt, timingSafeEqual } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { RECOVERY_CODES, RECOVERY_LETTERS, codeTyped, stepsTaken } from '$lib/domain/people/factor';
import type { By } from '$lib/domain/people/who';
import type { Reader, Tx } from '../db/open';
import { recoveryCodes, totps } from '../db/schema';
import { seal, unseal } from '../keys';
import { hash } from './passwords';

const contextOf = (personId: string) => `totp:${personId}`;

/** SHA-1, six digits, half a minute: the only setting every authenticator app understands. */
const codes = (secret: string, label = '', issuer = '') =>
	new TOTP({ secret: Secret.fromBase32(secret), label, issuer, digits: 6, period: 30 });

/**
 * Begins enrolment: a new secret that counts for nothing until a code of it is shown. One that is in
 * force stays so until then.
 */
export async function beginTotp(tx: Tx, personId: string, now: number): Promise<void> {
	const secret = seal(new Secret({ size: 20 }).base32, contextOf(personId));
	await tx
		.insert(totps)
		.values({ personId, secret, createdAt: now })
		.onConflictDoUpdate({
			target: totps.personId,
			set: { secret, createdAt: now, lastStep: 0 },
			setWhere: isNull(totps.confirmedAt)
		});
}

/** The secret that waits for its first code, as text and as an address for an app; null for none. */
export async function pendingTotp(
	db: Reader,
	personId: string,
	label: string,
	issuer: string
): Promise<{ secret: string; uri: string } | null> {
	const [row] = await db
		.select()
		.from(totps)
		.where(and(eq(totps.personId, personId), isNull(totps.confirmedAt)));
	const secret = row && unseal(row.secret, contextOf(personId));
	return secret ? { secret, uri: codes(secret, label, issuer).toString() } : null;
}

/** Ten new recovery codes and what is stored of them; hashing takes a third of a second. */
export async function newRecoveryCodes(): Promise<{ code: string; hint: string; hash: string }[]> {
	const hints = new Set<string>();
	const made: string[] = [];
	while (made.length < RECOVERY_CODES) {
		const code = Array.from(
			{ length: 12 },
			() => RECOVERY_LETTERS[randomInt(RECOVERY_LETTERS.length)]
		).join('');
		if (!hints.has(code.slice(0, 2))) made.push(code);
		hints.add(code.slice(0, 2));
	}
	return Promise.all(
		made.map(async (code) => ({ code, hint: code.slice(0, 2), hash: await hash(code) }))
	);
}

/** Replaces all recovery codes of a person. */
export async function putRecoveryCodes(
	tx: Tx,
	personId: string,
	made: readonly { hint: string; hash: string }[]
): Promise<void> {
	await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
	await tx.insert(recoveryCodes).values(made.map(({ hint, hash }) => ({ personId, hint, hash })));
}

/** How many recovery codes are left. */
export const recoveryLeft = (db: Reader, personId: string): Promise<number> =>
	db.$count(recoveryCodes, and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));

/**
 * The unused recovery code somebody typed, if it is one: checked before the write, since hashing takes
 * its time; {@link spend} then uses it up once.
 */
export async function matchRecovery(
	db: Reader,
	personId: string,
	typed: string
): Promise<string | null> {
	const read = codeTyped(typed);
	if (read?.kind !== 'recovery') return null;
	const [row] = await db
		.select()
		.from(recoveryCodes)
		.where(
			and(
				eq(recoveryCodes.personId, personId),
				eq(recoveryCodes.hint, read.code.slice(0, 2)),
				isNull(recoveryCodes.usedAt)
			)
		);
	return row && (await verify(row.hash, read.code)) ? row.id : null;
}

/**
 * Uses up a code: of the app, once per half minute and never an earlier one again, or a recovery code.
 * Decided inside the write, so that of two at once only one counts.
 * @param recovery what {@link matchRecovery} found
 * @returns which kind it was, or null for a wrong one
 */
export async function spend(
	tx: Tx,
	personId: string,
	typed: string,
	recovery: string | null,
	by: By
): Promise<'totp' | 'recovery' | null> {
	const read = codeTyped(typed);
	if (read?.kind === 'totp')
		return (await spendTotp(tx, personId, read.code, by.now, true)) ? 'totp' : null;
	if (!recovery) return null;
	const used = await tx
		.update(recoveryCodes)
		.set({ usedAt: by.now })
		.where(and(eq(recoveryCodes.id, recovery), isNull(recoveryCodes.usedAt)))
		.returning({ id: recoveryCodes.id });
	return used.length ? 'recovery' : null;
}

async function spendTotp(
	tx: Tx,
	personId: string,
	code: string,
	now: number,
	confirmed: boolean
): Promise<boolean> {
	const [row] = await tx
		.select()
		.from(totps)
		.where(
			and(
				eq(totps.personId, personId),
				confirmed ? isNotNull(totps.confirmedAt) : isNull(totps.confirmedAt)
			)
		);
	const secret = row && unseal(row.secret, contextOf(personId));
	if (!secret) return false;
	const app = codes(secret);
	const step = stepsTaken(now, row.lastStep).find((step) =>
		timingSafeEqual(Buffer.from(app.generate({ timestamp: step * 30_000 })), Buffer.from(code))
	);
	if (step === undefined) return false;
	const taken = await tx
		.update(totps)
		.set({ lastStep: step, confirmedAt: sql`coalesce(${totps.confirmedAt}, ${now})` })
		.where(and(eq(totps.personId, personId), lt(totps.lastStep, step)))
		.returning({ step: totps.lastStep });
	return taken.length === 1;
}

/** Shows the first code of a secret that waits: from then on it is asked for. */
export const confirmTotp = (tx: Tx, personId: string, typed: string, now: number) => {
	const read = codeTyped(typed);
	return read?.kind === 'totp'
		? spendTotp(tx, personId, read.code, now, false)
		: Promise.resolve(false);
};

/** Takes the app away, and the recovery codes when no factor is left that they would stand in for. */
export async function dropTotp(tx: Tx, personId: string, keepCodes: boolean): Promise<void> {
	await tx.delete(totps).where(eq(totps.personId, personId));
	if (!keepCodes) await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
}

/** Forgets an enrolment that was begun and not finished; true when there was one. */
export async function forgetPending(tx: Tx, personId: string): Promise<boolean> {
	const gone = await tx
		.delete(totps)
		.where(and(eq(totps.personId, personId), isNull(totps.confirmedAt)))
		.returning({ id: totps.personId });
	return gone.length > 0;
}

import { and, eq, gt, lte } from 'drizzle-orm';
import { plainSigns } from '$lib/domain/certificates/code';
import { bundleOf, readBundle } from '$lib/domain/stamps/passport';
import type { Bundle } from '$lib/domain/stamps/passport';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Db, Reader, Tx } from '../db/open';
import { carries } from '../db/schema';
import { write } from '../db/write';
import { seal, unseal } from '../keys';
import { hashed } from '../people/tokens';
import { isShortCode, shortCode } from './booklets';
import { openQuizProof } from './sign';
import { asKept, known } from './shown';

/** How long a passport waits to be fetched, in milliseconds. */
export const HELD = 15 * 60_000;
/** Passports on their way at once; far more than a busy day has. */
const MOST_HELD = 5_000;

/** A bundle with nothing in it that we did not sign. */
async function honest(db: Reader, bundle: Bundle): Promise<Bundle> {
	const stamps = asKept(
		await known(
			db,
			bundle.stamps.map(({ stamp }) => stamp)
		)
	);
	const looked = new Map(bundle.stamps.map(({ stamp, near }) => [stamp, near]));
	return bundleOf({
		...{ id: '', nick: '' },
		stamps: stamps.map((one) => ({ ...one, near: looked.get(one.stamp) ?? null })),
		passed: Object.fromEntries(
			Object.entries(bundle.passed).filter(
				([book, proof]) => openQuizProof(proof)?.book === Number(book)
			)
		),
		reserved: bundle.reserved.filter(({ code }) => isShortCode(code))
	});
}

/** Reads what another browser gave away or a file holds; refuses what is no passport or holds nothing of ours. */
export async function readCarried(db: Reader, value: unknown): Promise<Ruled<Bundle>> {
	const bundle = readBundle(value);
	if (!bundle) return refuse({ field: 'file', reason: 'no-passport' });
	const checked = await honest(db, bundle);
	if (!checked.stamps.length) return refuse({ field: 'file', reason: 'no-stamps' });
	return accept(checked);
}

export const forgetCarries = async (tx: Tx, now: number): Promise<number> =>
	(await tx.delete(carries).where(lte(carries.expiresAt, now)).returning({ id: carries.id }))
		.length;

/** Holds a passport, sealed, until another browser fetches it by this code. No nickname is in it. */
export async function deposit(db: Db, value: unknown, now: number): Promise<Ruled<string>> {
	const read = await readCarried(db, value);
	if (!read.ok) return read;
	return write(db, async (tx) => {
		await forgetCarries(tx, now);
		if ((await tx.$count(carries)) >= MOST_HELD) return refuse({ field: '', reason: 'too-often' });
		const code = shortCode();
		const id = hashed(code);
		await tx.insert(carries).values({
			id,
			sealed: seal(JSON.stringify(read.value), `carry:${id}`),
			expiresAt: now + HELD
		});
		return accept(code);
	});
}

/** Fetches a passport: once, then it is gone. */
export async function fetchCarried(db: Db, typed: string, now: number): Promise<Ruled<Bundle>> {
	if (!isShortCode(typed)) return refuse({ field: 'code', reason: 'code' });
	const id = hashed(plainSigns(typed));
	return write(db, async (tx) => {
		const [row] = await tx
			.delete(carries)
			.where(and(eq(carries.id, id), gt(carries.expiresAt, now)))
			.returning();
		const text = row && unseal(row.sealed, `carry:${id}`);
		const bundle = text ? readBundle(JSON.parse(text)) : null;
		return bundle ? accept(bundle) : refuse({ field: 'code', reason: 'code-unknown' });
	});
}

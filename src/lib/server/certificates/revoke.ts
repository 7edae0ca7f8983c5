import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { codeFrom } from '$lib/domain/certificates/code';
import { officeRevocations } from '$lib/domain/certificates/facts';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db, Tx } from '../db/open';
import { certificateBatches, certificateNames, certificates, newId } from '../db/schema';
import { touchContent, write } from '../db/write';
import { oneOf } from './certificates';
import type { Named } from './certificates';
import { lackingOf } from './press';
import type { PressEnv } from './press';

/** Longest reason and name, signs. */
const most = { why: 300, name: 60, names: 30 } as const;

async function standing(tx: Tx, editionId: string, id: string): Promise<Ruled<Named>> {
	const found = await oneOf(tx, editionId, id);
	if (!found) return refuse({ field: '', reason: 'gone' });
	return found.revokedAt === null ? accept(found) : refuse({ field: '', reason: 'revoked' });
}

/**
 * Revokes a certificate for good. Anybody who checks its code learns of it at once, with the kind of
 * reason; the office’s own words stay in the record.
 */
export async function revoke(
	db: Db,
	by: By,
	editionId: string,
	{ id, kind, why }: { id: string; kind: string; why: string }
): Promise<Ruled<true>> {
	if (!mayOrganize(by.who)) return refuse({ field: '', reason: 'forbidden' });
	const reason = officeRevocations.find((one) => one === kind);
	const words = why.trim();
	if (!reason) return refuse({ field: 'kind', reason: 'choose-one' });
	if (words.length < 2) return refuse({ field: 'why', reason: 'missing' });
	if (words.length > most.why)
		return refuse({ field: 'why', reason: 'too-long', detail: { max: most.why } });
	return write(db, async (tx) => {
		const found = await standing(tx, editionId, id);
		if (!found.ok) return found;
		await tx
			.update(certificates)
			.set({ revokedAt: by.now, revokedBy: by.who?.id ?? null, revokedFor: reason })
			.where(eq(certificates.id, id));
		await record(tx, by, {
			act: 'annul',
			noun: 'certificates',
			id,
			title: found.value.number,
			after: { edition: editionId, kind: reason },
			why: personal(words)
		});
		await touchContent(tx);
		return accept(true as const);
	});
}

/**
 * Issues a certificate anew with other names, in the same design: the new one has a code of its own,
 * the old one is revoked and leads to it. One act, one record.
 * @returns id of the new certificate
 */
export async function reissue(
	db: Db,
	by: By,
	env: PressEnv,
	editionId: string,
	{ id, names, unit, why }: { id: string; names: string[]; unit: string; why: string }
): Promise<Ruled<string>> {
	if (!mayOrganize(by.who)) return refuse({ field: '', reason: 'forbidden' });
	const words = why.trim();
	const given = names.map((name) => name.trim()).filter(Boolean);
	const body = unit.trim();
	if (words.length < 2) return refuse({ field: 'why', reason: 'missing' });
	if (words.length > most.why)
		return refuse({ field: 'why', reason: 'too-long', detail: { max: most.why } });
	if (!given.length && !body) return refuse({ field: 'names', reason: 'missing' });
	if (given.length > most.names || [...given, body].some((name) => name.length > most.name))
		return refuse({ field: 'names', reason: 'too-long', detail: { max: most.name } });
	const [lacking = []] = await lackingOf(env, [[...given, body].join('')]);
	if (lacking.length)
		return refuse({ field: 'names', reason: 'lacking', detail: { signs: lacking.join(' ') } });
	return write(db, async (tx) => {
		const found = await standing(tx, editionId, id);
		if (!found.ok) return found;
		const old = found.value;
		if ((old.printed.unit ?? '') === body && JSON.stringify(old.names) === JSON.stringify(given))
			return refuse({ field: 'names', reason: 'same' });
		const issuedBy = by.who?.id ?? null;
		await tx
			.update(certificates)
			.set({ revokedAt: by.now, revokedBy: issuedBy, revokedFor: 'corrected' })
			.where(eq(certificates.id, id));
		const batchId = newId(by.now);
		const next = newId(by.now);
		const { designVersion, entryId, prizeId, number } = old;
		await tx.insert(certificateBatches).values({
			...{ id: batchId, editionId, designVersion, count: 1, issuedBy, issuedAt: by.now }
		});
		await tx.insert(certificates).values({
			...{ id: next, editionId, batchId, entryId, prizeId, number, designVersion },
			...{ code: codeFrom(randomBytes(19)), issuedBy, issuedAt: by.now, replaces: id },
			printed: { ...old.printed, unit: body || null }
		});
		await tx.insert(certificateNames).values({ certificateId: next, names: given });
		await record(tx, by, {
			act: 'reissue',
			noun: 'certificates',
			id: next,
			title: number,
			before: { certificate: id },
			after: { edition: editionId, certificate: next },
			why: personal(words)
		});
		await touchContent(tx);
		return accept(next);
	});
}

/** Erases whom one certificate names, because its people asked for it. It cannot be printed again. */
export async function forgetNames(
	db: Db,
	by: By,
	editionId: string,
	id: string
): Promise<Ruled<true>> {
	if (!mayOrganize(by.who)) return refuse({ field: '', reason: 'forbidden' });
	return write(db, async (tx) => {
		const found = await oneOf(tx, editionId, id);
		if (!found) return refuse({ field: '', reason: 'gone' });
		if (!found.names) return refuse({ field: '', reason: 'erased' });
		await tx.delete(certificateNames).where(eq(certificateNames.certificateId, id));
		await record(tx, by, {
			act: 'erase-names',
			noun: 'certificates',
			id,
			title: found.number,
			after: { edition: editionId }
		});
		await touchContent(tx);
		return accept(true as const);
	});
}

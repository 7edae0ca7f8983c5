import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { certificateNames, certificates } from '../db/schema';
import { entryFor } from '../contests/entries';

export type Certificate = typeof certificates.$inferSelect;

/** A certificate with whom it names; no names where they were erased. */
export interface Named extends Certificate {
	names: string[] | null;
}

const named = (db: Reader) =>
	db
		.select({ certificate: certificates, names: certificateNames.names })
		.from(certificates)
		.leftJoin(certificateNames, eq(certificateNames.certificateId, certificates.id))
		.$dynamic();

const flat = (rows: { certificate: Certificate; names: string[] | null }[]): Named[] =>
	rows.map(({ certificate, names }) => ({ ...certificate, names }));

/** One certificate of an edition; null when there is none. For the office. */
export async function oneOf(db: Reader, editionId: string, id: string): Promise<Named | null> {
	const rows = await named(db).where(
		and(eq(certificates.id, id), eq(certificates.editionId, editionId))
	);
	return flat(rows)[0] ?? null;
}

/** The certificate with a code, however it came about; null when none was issued. */
export async function byCode(db: Reader, code: string): Promise<Named | null> {
	return flat(await named(db).where(eq(certificates.code, code)))[0] ?? null;
}

/** A certificate by its id, whatever edition it is of; null when there is none. For the office. */
export async function byId(db: Reader, id: string): Promise<Certificate | null> {
	const [row] = await db.select().from(certificates).where(eq(certificates.id, id));
	return row ?? null;
}

/** What took the place of a certificate; null when nothing did. */
export async function successorOf(db: Reader, id: string): Promise<Certificate | null> {
	const [row] = await db.select().from(certificates).where(eq(certificates.replaces, id));
	return row ?? null;
}

/** The certificates that hold for an entry, for its own people; nothing for anybody else. */
export async function ofEntry(db: Reader, who: Who | null, entryId: string): Promise<Named[]> {
	if (!who || !(await entryFor(db, who, entryId))) return [];
	const rows = await named(db)
		.where(and(eq(certificates.entryId, entryId), isNull(certificates.revokedAt)))
		.orderBy(asc(certificates.issuedAt), asc(certificates.id));
	return flat(rows);
}

/** Whether an entry has a certificate that holds. */
export async function hasCertificate(db: Reader, entryId: string): Promise<boolean> {
	const [row] = await db
		.select({ id: certificates.id })
		.from(certificates)
		.where(and(eq(certificates.entryId, entryId), isNull(certificates.revokedAt)))
		.limit(1);
	return row !== undefined;
}

/** Every certificate of an edition that holds and can still be printed, some at a time. */
export async function* holding(db: Reader, editionId: string, chunk = 200): AsyncGenerator<Named> {
	const ids = await db
		.select({ id: certificates.id })
		.from(certificates)
		.innerJoin(certificateNames, eq(certificateNames.certificateId, certificates.id))
		.where(
			and(
				eq(certificates.editionId, editionId),
				isNull(certificates.revokedAt),
				isNotNull(certificateNames.names)
			)
		)
		.orderBy(asc(certificates.number), asc(certificates.id));
	for (let at = 0; at < ids.length; at += chunk) {
		const some = ids.slice(at, at + chunk).map(({ id }) => id);
		const rows = flat(await named(db).where(inArray(certificates.id, some)));
		const byId = new Map(rows.map((row) => [row.id, row]));
		for (const id of some) if (byId.has(id)) yield byId.get(id)!;
	}
}

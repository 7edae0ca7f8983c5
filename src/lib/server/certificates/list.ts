import { and, asc, count, desc, eq, isNotNull, isNull, like, or, sql } from 'drizzle-orm';
import { plainSigns } from '$lib/domain/certificates/code';
import type { Reader } from '../db/open';
import { certificateBatches, certificateNames, certificates, people } from '../db/schema';

export const PAGE = 50;
const listStates = ['all', 'holds', 'revoked', 'taken', 'untaken'] as const;
type ListState = (typeof listStates)[number];
export const isListState = (text: string | null): text is ListState =>
	listStates.includes(text as ListState);

const which = {
	all: undefined,
	holds: isNull(certificates.revokedAt),
	revoked: isNotNull(certificates.revokedAt),
	taken: and(isNull(certificates.revokedAt), isNotNull(certificates.downloadedAt)),
	untaken: and(isNull(certificates.revokedAt), isNull(certificates.downloadedAt))
};

/** A page of the certificates of an edition, found by number, title, name, unit or code. */
export async function listCertificates(
	db: Reader,
	editionId: string,
	{ q, state, page }: { q: string; state: ListState; page: number }
) {
	const text = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
	const in_ = (column: unknown) => sql`${column} LIKE ${text} ESCAPE '\\'`;
	const code = plainSigns(q);
	const matches = q.trim()
		? or(
				in_(certificates.number),
				in_(sql`json_extract(${certificates.printed}, '$.entry')`),
				in_(sql`json_extract(${certificates.printed}, '$.unit')`),
				sql`EXISTS (SELECT 1 FROM json_each(${certificateNames.names}) AS one WHERE one.value LIKE ${text} ESCAPE '\\')`,
				/^[0-9A-Z]{4,20}$/.test(code) ? like(certificates.code, `${code}%`) : undefined
			)
		: undefined;
	const counted = await Promise.all(
		listStates.map(async (one) => {
			const [row] = await db
				.select({ n: count() })
				.from(certificates)
				.leftJoin(certificateNames, eq(certificateNames.certificateId, certificates.id))
				.where(and(eq(certificates.editionId, editionId), which[one], matches));
			return [one, row!.n] as const;
		})
	);
	const rows = await db
		.select({
			id: certificates.id,
			code: certificates.code,
			number: certificates.number,
			printed: certificates.printed,
			names: certificateNames.names,
			issuedAt: certificates.issuedAt,
			revokedAt: certificates.revokedAt,
			revokedFor: certificates.revokedFor,
			downloadedAt: certificates.downloadedAt,
			mailedAt: certificates.mailedAt
		})
		.from(certificates)
		.leftJoin(certificateNames, eq(certificateNames.certificateId, certificates.id))
		.where(and(eq(certificates.editionId, editionId), which[state], matches))
		.orderBy(asc(certificates.number), desc(certificates.issuedAt), asc(certificates.id))
		.limit(PAGE)
		.offset((page - 1) * PAGE);
	const counts = Object.fromEntries(counted) as Record<ListState, number>;
	return { rows, counts, total: counts[state] };
}

/** Every act of issuing of an edition, the newest first. */
export const batchesOf = (db: Reader, editionId: string) =>
	db
		.select({
			id: certificateBatches.id,
			count: certificateBatches.count,
			version: certificateBatches.designVersion,
			at: certificateBatches.issuedAt,
			by: people.name
		})
		.from(certificateBatches)
		.leftJoin(people, eq(people.id, certificateBatches.issuedBy))
		.where(eq(certificateBatches.editionId, editionId))
		.orderBy(desc(certificateBatches.issuedAt), desc(certificateBatches.id))
		.limit(50);

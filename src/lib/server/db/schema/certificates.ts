import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Design } from '../../../domain/certificates/design';
import { revocations } from '../../../domain/certificates/facts';
import type { Printed } from '../../../domain/certificates/facts';
import { editions } from './contests';
import { entries } from './entries';
import { id, listed, moment } from './parts';
import { people } from './people';

const edition = () =>
	text()
		.notNull()
		.references(() => editions.id, { onDelete: 'restrict' });

/** How the certificates (证书) of an edition look, every version that was saved. */
export const certificateDesigns = sqliteTable(
	'certificate_designs',
	{
		editionId: edition(),
		/** 1 for the first. */
		version: integer().notNull(),
		design: text({ mode: 'json' }).$type<Design>().notNull(),
		personId: text(),
		at: moment().notNull()
	},
	(t) => [primaryKey({ columns: [t.editionId, t.version] })]
);

/** One act of issuing: how many certificates, in which version of the design. */
export const certificateBatches = sqliteTable(
	'certificate_batches',
	{
		id: id(),
		editionId: edition(),
		designVersion: integer().notNull(),
		count: integer().notNull(),
		issuedBy: text(),
		issuedAt: moment().notNull(),
		/** When the office said that the winners are to be told, and when the last mail was written. */
		mailAskedAt: moment(),
		mailedAt: moment()
	},
	(t) => [
		index('certificate_batches_edition').on(t.editionId, t.issuedAt),
		check('certificate_batches_count', sql.raw('count > 0'))
	]
);

/**
 * A certificate, for good: what it says stands here as it was when it was issued, whatever becomes of
 * the entry. Whom it names lies apart (`certificateNames`), so that a name can be erased.
 */
export const certificates = sqliteTable(
	'certificates',
	{
		id: id(),
		/** Twenty signs without groups; see `domain/certificates/code`. */
		code: text().notNull(),
		editionId: edition(),
		batchId: text()
			.notNull()
			.references(() => certificateBatches.id, { onDelete: 'restrict' }),
		/** Null only after the entry itself was deleted. */
		entryId: text().references(() => entries.id, { onDelete: 'set null' }),
		/** Id of the prize. */
		prizeId: text().notNull(),
		/** Everything it says besides names. */
		printed: text({ mode: 'json' }).$type<Printed>().notNull(),
		/** The number of the entry, to be found by. */
		number: text().notNull(),
		designVersion: integer().notNull(),
		issuedBy: text(),
		issuedAt: moment().notNull(),
		/** The certificate it stands in for, which is revoked. */
		replaces: text().references((): AnySQLiteColumn => certificates.id, { onDelete: 'restrict' }),
		revokedAt: moment(),
		revokedBy: text(),
		revokedFor: text({ enum: revocations }),
		/** First time one of the winners took it. */
		downloadedAt: moment(),
		/** When the mail about it was written into the outbox: once, for good. */
		mailedAt: moment()
	},
	(t) => [
		uniqueIndex('certificates_code').on(t.code),
		// One that holds for each award; a revoked one makes room for the next.
		uniqueIndex('certificates_holds')
			.on(t.editionId, t.entryId, t.prizeId)
			.where(sql`revoked_at IS NULL`),
		uniqueIndex('certificates_replaces').on(t.replaces),
		index('certificates_edition').on(t.editionId, t.number),
		index('certificates_batch').on(t.batchId),
		index('certificates_entry').on(t.entryId),
		check('certificates_code_whole', sql.raw('length(code) = 20')),
		check(
			'certificates_revoked',
			sql.raw(
				`(revoked_at IS NULL) = (revoked_for IS NULL) AND (revoked_by IS NULL OR revoked_at IS NOT NULL)`
			)
		),
		check('certificates_revoked_known', sql.raw(`revoked_for IN (${listed(revocations)})`)),
		check('certificates_order', sql.raw('revoked_at IS NULL OR revoked_at >= issued_at'))
	]
);

/** Whom a certificate names; without a row the names were erased. */
export const certificateNames = sqliteTable('certificate_names', {
	certificateId: text()
		.primaryKey()
		.references(() => certificates.id, { onDelete: 'cascade' }),
	names: text({ mode: 'json' }).$type<string[]>().notNull()
});

/** Which mail of the outbox tells whom of a certificate. */
export const certificateMails = sqliteTable(
	'certificate_mails',
	{
		certificateId: text()
			.notNull()
			.references(() => certificates.id, { onDelete: 'cascade' }),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** Row of the outbox; it is swept long before this. */
		mailId: text().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.certificateId, t.personId] }),
		index('certificate_mails_mail').on(t.mailId)
	]
);

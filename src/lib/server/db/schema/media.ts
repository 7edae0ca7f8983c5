import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text
} from 'drizzle-orm/sqlite-core';
import { consents, forms, licences } from '../../../domain/media/asset';
import type { Crop, Variant } from '../../../domain/media/asset';
import { id, listed, moment, stamps } from './parts';

/** The media library: pictures, recordings and documents that pages may use. */
export const assets = sqliteTable(
	'assets',
	{
		id: id(),
		form: text({ enum: forms }).notNull(),
		/** The name it was uploaded under, cleaned; shown and searched, never a path. */
		originalName: text().notNull(),
		/** SHA-256 (hex) of the bytes as uploaded; also their name in the private folder of originals. */
		sha256: text().notNull(),
		/** Key of the public copy; for pictures the JPEG every browser can show. */
		key: text().notNull(),
		/** Media type of the public copy. */
		type: text().notNull(),
		/** Size of the file as uploaded. */
		bytes: integer().notNull(),
		/** Pixels of the upright original. */
		width: integer(),
		height: integer(),
		/** Seconds, for recordings. */
		duration: real(),
		/** The point that stays in view however the picture is cut, in shares of the upright original. */
		focalX: real().notNull().default(0.5),
		focalY: real().notNull().default(0.5),
		crop: text({ mode: 'json' }).$type<Crop>(),
		altZh: text(),
		altEn: text(),
		captionZh: text(),
		captionEn: text(),
		/** Full words of a recording. */
		transcriptZh: text(),
		transcriptEn: text(),
		credit: text(),
		rightsHolder: text(),
		licence: text({ enum: licences }).notNull().default('unknown'),
		consent: text({ enum: consents }).notNull().default('none'),
		consentNote: text(),
		/** Day it was taken, `YYYY-MM-DD`, as far as known. */
		takenAt: text(),
		/** Slug of the town it belongs to. */
		town: text(),
		uploadedBy: text(),
		/** Public copies of a picture, smallest first. */
		variants: text({ mode: 'json' }).$type<Variant[]>().notNull().default([]),
		trashedAt: moment(),
		...stamps
	},
	(t) => [
		index('assets_new').on(t.createdAt, t.id),
		index('assets_form_new').on(t.form, t.createdAt, t.id),
		index('assets_hash').on(t.sha256),
		index('assets_by').on(t.uploadedBy),
		index('assets_trash').on(t.trashedAt),
		check('assets_form_known', sql.raw(`form IN (${listed(forms)})`)),
		check('assets_consent_known', sql.raw(`consent IN (${listed(consents)})`)),
		check('assets_licence_known', sql.raw(`licence IN (${listed(licences)})`)),
		check('assets_focal_inside', sql.raw('focal_x BETWEEN 0 AND 1 AND focal_y BETWEEN 0 AND 1'))
	]
);

/** Which stored files belong to which asset; two assets of equal content share a file. */
export const assetFiles = sqliteTable(
	'asset_files',
	{
		key: text().notNull(),
		assetId: text()
			.notNull()
			.references(() => assets.id, { onDelete: 'cascade' })
	},
	(t) => [primaryKey({ columns: [t.key, t.assetId] }), index('asset_files_asset').on(t.assetId)]
);

/** Where an asset is used: `live` in what the public sees, otherwise in what is being worked on. */
export const uses = sqliteTable(
	'uses',
	{
		assetId: text().notNull(),
		noun: text().notNull(),
		itemId: text().notNull(),
		field: text().notNull().default(''),
		live: integer({ mode: 'boolean' }).notNull()
	},
	(t) => [
		primaryKey({ columns: [t.assetId, t.live, t.noun, t.itemId, t.field] }),
		index('uses_item').on(t.noun, t.itemId, t.live)
	]
);

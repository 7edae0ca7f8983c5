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
import { positionRules } from '../../../domain/stamps/book';
import type { Question } from '../../../domain/stamps/quiz';
import { id, listed, moment, stamps } from './parts';
import { people } from './people';
import { places } from './places';
import { trails } from './trails';

/** Posters with the code of a place. One is valid at a time; a new version ends the one before. */
export const posters = sqliteTable(
	'posters',
	{
		/** What the signed code on the poster carries. */
		number: integer().primaryKey({ autoIncrement: true }),
		placeId: text()
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		/** 1 for the first poster of a place. */
		version: integer().notNull(),
		madeAt: moment().notNull(),
		madeBy: text().references(() => people.id, { onDelete: 'set null' }),
		endedAt: moment(),
		endedBy: text().references(() => people.id, { onDelete: 'set null' }),
		/** Why it was renewed, in the office’s words. */
		why: text()
	},
	(t) => [
		uniqueIndex('posters_version').on(t.placeId, t.version),
		uniqueIndex('posters_valid')
			.on(t.placeId)
			.where(sql`ended_at IS NULL`)
	]
);

/** How many stamps a place gave on a day: numbers, and nothing about who took them. */
export const stampCounts = sqliteTable(
	'stamp_counts',
	{
		placeId: text()
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		/** `YYYY-MM-DD` in Asia/Shanghai. */
		day: text().notNull(),
		given: integer().notNull().default(0),
		/** Those among them given so fast that they may not come from people walking. */
		flagged: integer().notNull().default(0)
	},
	(t) => [
		primaryKey({ columns: [t.placeId, t.day] }),
		index('stamp_counts_day').on(t.day),
		check('stamp_counts_sane', sql.raw('given >= 0 AND flagged >= 0 AND flagged <= given'))
	]
);

/** Stamp books (印章册): the places of a trail, or places of their own, and what so many stamps unlock. */
export const stampBooks = sqliteTable(
	'stamp_books',
	{
		number: integer().primaryKey({ autoIncrement: true }),
		slug: text().notNull(),
		titleZh: text().notNull(),
		titleEn: text(),
		summaryZh: text(),
		summaryEn: text(),
		/** Its places are the stops of this trail; null for places of its own. */
		trailId: text().references(() => trails.id, { onDelete: 'set null' }),
		/** How many stamps unlock what; null for what this book does not have. */
		quizAt: integer(),
		certificateAt: integer(),
		bookletAt: integer(),
		/** Whether the telephone compares its position with the place, on the telephone alone. */
		position: text({ enum: positionRules }).notNull().default('optional'),
		questions: text({ mode: 'json' }).$type<Question[]>().notNull().default([]),
		/** How many right answers pass the quiz. */
		passAt: integer().notNull().default(0),
		/** Printed booklets there are in all, and those reserved or handed out. */
		stock: integer().notNull().default(0),
		taken: integer().notNull().default(0),
		/** Days a reserved booklet is held. */
		holdDays: integer().notNull().default(7),
		/** Where and when booklets are handed out. */
		pickupZh: text(),
		pickupEn: text(),
		demonstration: integer({ mode: 'boolean' }).notNull().default(false),
		publishedAt: moment(),
		revision: integer().notNull().default(1),
		...stamps
	},
	(t) => [
		uniqueIndex('stamp_books_slug').on(t.slug),
		check('stamp_books_position_known', sql.raw(`position IN (${listed(positionRules)})`)),
		check('stamp_books_stock', sql.raw('taken >= 0 AND taken <= stock AND hold_days >= 1'))
	]
);

/** The places of a book that follows no trail. */
export const stampBookPlaces = sqliteTable(
	'stamp_book_places',
	{
		book: integer()
			.notNull()
			.references(() => stampBooks.number, { onDelete: 'cascade' }),
		placeId: text()
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		/** 1 for the first. */
		ordinal: integer().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.book, t.placeId] }),
		index('stamp_book_places_order').on(t.book, t.ordinal),
		index('stamp_book_places_place').on(t.placeId)
	]
);

/** Booklets that were reserved. Nothing says by whom. */
export const booklets = sqliteTable(
	'booklets',
	{
		id: id(),
		book: integer()
			.notNull()
			.references(() => stampBooks.number, { onDelete: 'restrict' }),
		/** SHA-256 of the code that fetches it. */
		codeHash: text().notNull(),
		state: text({ enum: ['reserved', 'redeemed', 'expired'] })
			.notNull()
			.default('reserved'),
		reservedAt: moment().notNull(),
		/** Until when it is held. */
		until: moment().notNull(),
		/** How many stamps it was reserved with, and how many of these were flagged. */
		stamps: integer().notNull(),
		flagged: integer().notNull().default(0),
		redeemedAt: moment(),
		redeemedBy: text().references(() => people.id, { onDelete: 'set null' })
	},
	(t) => [
		uniqueIndex('booklets_code').on(t.codeHash),
		index('booklets_book').on(t.book, t.state),
		index('booklets_until').on(t.state, t.until)
	]
);

/** Stamps a booklet was reserved with: neither they nor copies of them fetch a second one. */
export const spentStamps = sqliteTable(
	'spent_stamps',
	{
		book: integer()
			.notNull()
			.references(() => stampBooks.number, { onDelete: 'cascade' }),
		/** The random id in the stamp. */
		stamp: text().notNull(),
		bookletId: text()
			.notNull()
			.references(() => booklets.id, { onDelete: 'cascade' })
	},
	(t) => [primaryKey({ columns: [t.book, t.stamp] }), index('spent_stamps_booklet').on(t.bookletId)]
);

/** Passports on their way from one browser to another: sealed, for minutes, read once. */
export const carries = sqliteTable(
	'carries',
	{
		/** SHA-256 of the code. */
		id: text().primaryKey(),
		sealed: text().notNull(),
		expiresAt: moment().notNull()
	},
	(t) => [index('carries_expiry').on(t.expiresAt)]
);

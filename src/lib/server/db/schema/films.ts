import { sql } from 'drizzle-orm';
import {
	blob,
	check,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { FilmFacts } from '../../../domain/films/facts';
import { id, listed, moment, stamps } from './parts';

const filmForms = ['film', 'picture', 'document', 'captions', 'other'] as const;
const filmStates = ['arrived', 'inspected', 'ready', 'unusable'] as const;

/**
 * Files people sent in for entries, films above all: the untouched original, known by its hash. A
 * row exists only after the bytes are safely in the store.
 */
export const films = sqliteTable(
	'films',
	{
		id: id(),
		form: text({ enum: filmForms }).notNull(),
		/** SHA-256 of the original, hex. */
		sha256: text().notNull(),
		bytes: integer().notNull(),
		/** Media type by its bytes. */
		type: text().notNull(),
		/** Key in the store. */
		key: text().notNull(),
		state: text({ enum: filmStates }).notNull().default('arrived'),
		/** Why it is `unusable`, as a key of a sentence. */
		reason: text(),
		/** What the inspection measured. */
		facts: text({ mode: 'json' }).$type<FilmFacts>(),
		inspectedAt: moment(),
		/** The edition it was sent to; what duplicates are looked for within first. */
		editionId: text(),
		uploadedBy: text(),
		...stamps
	},
	(t) => [
		index('films_hash').on(t.sha256),
		index('films_edition').on(t.editionId, t.state),
		uniqueIndex('films_key').on(t.key),
		check('films_form_known', sql.raw(`form IN (${listed(filmForms)})`)),
		check('films_state_known', sql.raw(`state IN (${listed(filmStates)})`))
	]
);

/** Files made of a film: what is played, looked through and listened to. */
export const renditions = sqliteTable(
	'renditions',
	{
		filmId: text()
			.notNull()
			.references(() => films.id, { onDelete: 'cascade' }),
		/** `1080p`, `720p`, `poster`, `storyboard`, `storyboard-map`, `waveform`, `captions-zh` … */
		kind: text().notNull(),
		key: text().notNull(),
		sha256: text().notNull(),
		bytes: integer().notNull(),
		type: text().notNull(),
		width: integer(),
		height: integer(),
		/** Seconds. */
		duration: real(),
		at: moment().notNull()
	},
	(t) => [primaryKey({ columns: [t.filmId, t.kind] }), index('renditions_key').on(t.key)]
);

/** Uploads under way (tus 1.0). Bytes that the row says are there, are on the disk. */
export const uploads = sqliteTable(
	'uploads',
	{
		/** Random, unguessable; also its file’s name among the incoming. */
		id: text().primaryKey(),
		personId: text().notNull(),
		entryId: text(),
		editionId: text(),
		materialId: text(),
		/** Cleaned. */
		originalName: text().notNull(),
		/** As claimed; believed only for the sake of what is shown. */
		claimedType: text(),
		/** Bytes in all; null while its length is deferred. */
		length: integer(),
		offset: integer().notNull().default(0),
		/** SHA-256 as the browser computed it, hex; null when it did not. */
		claimedSha256: text(),
		/** SHA-256 as the server computed it, hex; null until all bytes are there. */
		sha256: text(),
		/** What the browser knows the file by, to resume it on another computer. */
		fingerprint: text(),
		/** Id of the file of the entry in whose place it comes. */
		replaces: text(),
		/** A part of a parallel upload, the upload it was joined to, and its place among the parts. */
		partial: integer({ mode: 'boolean' }).notNull().default(false),
		joinedTo: text(),
		place: integer(),
		state: text({ enum: ['open', 'complete', 'kept', 'refused', 'ended', 'expired'] })
			.notNull()
			.default('open'),
		/** Why it was refused, as a key of a sentence. */
		reason: text(),
		/** The file it became. */
		filmId: text(),
		/** When its first byte came, and the last one before its edition closed; null for none. */
		firstAt: moment(),
		lastAt: moment(),
		expiresAt: moment().notNull(),
		/** When its owner was told that it will expire. */
		warnedAt: moment(),
		...stamps
	},
	(t) => [
		index('uploads_person').on(t.personId, t.state),
		index('uploads_entry').on(t.entryId),
		index('uploads_expires').on(t.state, t.expiresAt)
	]
);

/** What a film looks and sounds like, for finding near copies. */
export const fingerprints = sqliteTable('fingerprints', {
	filmId: text()
		.primaryKey()
		.references(() => films.id, { onDelete: 'cascade' }),
	/** Which way of computing them. */
	method: integer().notNull(),
	/** Eight bytes per sampled frame, one frame each half second unless the method says otherwise. */
	frames: blob({ mode: 'buffer' }).notNull(),
	/** Four bytes per eighth of a second; null without sound. */
	sound: blob({ mode: 'buffer' }),
	at: moment().notNull()
});

/** Two films that are the same or nearly so. */
export const twins = sqliteTable(
	'twins',
	{
		/** The newer film. */
		filmId: text()
			.notNull()
			.references(() => films.id, { onDelete: 'cascade' }),
		otherId: text()
			.notNull()
			.references(() => films.id, { onDelete: 'cascade' }),
		kind: text({ enum: ['exact', 'picture', 'sound', 'both'] }).notNull(),
		/** 0…1: share of the shorter film found in the other. */
		share: real().notNull(),
		/** Passages: seconds in the one, seconds in the other, length, and whether mirrored. */
		passages: text({ mode: 'json' })
			.$type<{ at: number; other: number; seconds: number; mirrored: boolean }[]>()
			.notNull(),
		/** What an officer said about it. */
		settled: text({ enum: ['copy', 'allowed', 'mistaken'] }),
		settledBy: text(),
		settledAt: moment(),
		at: moment().notNull()
	},
	(t) => [primaryKey({ columns: [t.filmId, t.otherId] }), index('twins_other').on(t.otherId)]
);

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './parts';

/**
 * Every act, once, in order. Triggers refuse to change or delete a row; all columns but `record` and
 * `leaf` repeat what stands in the record, to be searched.
 */
export const audit = sqliteTable(
	'audit',
	{
		/** 1, 2, 3 … without a gap. */
		seq: integer().primaryKey(),
		at: moment().notNull(),
		act: text().notNull(),
		noun: text().notNull(),
		thing: text().notNull(),
		/** Who acted; null for the portal itself and for somebody not signed in. */
		person: text(),
		/** Canonical JSON of the record. */
		record: text().notNull(),
		/** Leaf hash of the record, hexadecimal. */
		leaf: text().notNull()
	},
	(t) => [
		index('audit_thing').on(t.noun, t.thing, t.seq),
		index('audit_person').on(t.person, t.seq),
		index('audit_act').on(t.act, t.seq),
		index('audit_at').on(t.at)
	]
);

/** Personal values of records; may be erased, the commitment to them stays in the record. */
export const auditPersonal = sqliteTable(
	'audit_personal',
	{
		seq: integer().notNull(),
		/** JSON pointer into the record. */
		path: text().notNull(),
		/** Who the value is about, where known. */
		person: text(),
		/** 16 random bytes, hexadecimal. */
		salt: text().notNull(),
		/** Canonical JSON. */
		value: text().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.seq, t.path] }),
		index('audit_personal_person').on(t.person, t.seq)
	]
);

/** The one row that says how far the chain goes: right edge of its Merkle tree. */
export const auditTree = sqliteTable('audit_tree', {
	id: integer().primaryKey(),
	size: integer().notNull(),
	/** Moment of the last record. */
	at: moment().notNull(),
	/** Subtree roots, hexadecimal, largest first, separated by spaces. */
	hashes: text().notNull()
});

/** Signed checkpoints, as they also stand in the log of the data folder. */
export const checkpoints = sqliteTable('checkpoints', {
	id: integer().primaryKey(),
	/** How many records it covers. */
	size: integer().notNull(),
	at: moment().notNull(),
	/** Base64. */
	root: text().notNull(),
	/** The signed note (C2SP tlog-checkpoint). */
	note: text().notNull()
});

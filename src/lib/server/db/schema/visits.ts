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
import type { Bilingual } from '../../../domain/text';
import { groupKinds, visitStates } from '../../../domain/visits/visit';
import { id, listed, moment, stamps } from './parts';
import { places } from './places';

/** How a place takes groups; no row, no visits. */
export const visitPlans = sqliteTable(
	'visit_plans',
	{
		placeId: text()
			.primaryKey()
			.references(() => places.id, { onDelete: 'cascade' }),
		/** False while nobody can ask; what was agreed stays. */
		open: integer({ mode: 'boolean' }).notNull().default(false),
		/** Minutes of one visit. */
		slot: integer().notNull(),
		/** Heads one guide leads at once, and how many such batches a slot has room for. */
		batch: integer().notNull(),
		parallel: integer().notNull(),
		/** Heads of the largest group. */
		largest: integer().notNull(),
		/** Working days between asking and coming. */
		cutOff: integer().notNull(),
		/** Days ahead that can be asked for. */
		ahead: integer().notNull(),
		/** Working days a group has to say yes. */
		hold: integer().notNull(),
		/** Heads from which a letter with a seal is asked for; null for never. */
		letterFrom: integer(),
		note: text({ mode: 'json' }).$type<Bilingual>(),
		...stamps
	},
	() => [
		check(
			'visit_plans_sane',
			sql.raw('slot > 0 AND batch > 0 AND parallel > 0 AND largest BETWEEN 1 AND batch * parallel')
		)
	]
);

/** Who leads groups through a place: a name of work, for the office alone. */
export const visitGuides = sqliteTable(
	'visit_guides',
	{
		id: id(),
		placeId: text()
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		name: text().notNull(),
		/** When it was taken off the list; visits already led keep the name. */
		leftAt: moment(),
		...stamps
	},
	(t) => [index('visit_guides_place').on(t.placeId)]
);

/** Requests of groups. Names, contacts and notes are sealed, and deleted by their day; numbers stay. */
export const visitRequests = sqliteTable(
	'visit_requests',
	{
		id: id(),
		/** What is read over the telephone; never given twice. */
		code: text().notNull(),
		placeId: text()
			.notNull()
			.references(() => places.id, { onDelete: 'restrict' }),
		state: text({ enum: visitStates }).notNull().default('asked'),
		kind: text({ enum: groupKinds }).notNull(),
		heads: integer().notNull(),
		/** Batches it takes of its slot. */
		batches: integer().notNull(),
		/** What the group asked for, `YYYY-MM-DD` and minutes after midnight in Asia/Shanghai. */
		wishDay: text().notNull(),
		wishStarts: integer().notNull(),
		/** The slot that is offered or agreed; null before the first offer. */
		day: text(),
		starts: integer(),
		ends: integer(),
		/** Until when the slot is kept for an answer. */
		offeredUntil: moment(),
		/** Sealed JSON of group, liaison, phone, mail, note; null after its day. */
		sealed: text(),
		/** SHA-256 of the secret in the group’s link. */
		linkHash: text().notNull(),
		/** Key of the stored letter with a seal, its SHA-256, and what the scanner for malware said. */
		letterKey: text(),
		letterHash: text(),
		letterScan: text({ enum: ['waiting', 'clear', 'found'] }),
		/** What the group was told when it was declined or called off. */
		reason: text(),
		/** Who ended it. */
		endedBy: text({ enum: ['group', 'office'] }),
		endedAt: moment(),
		/** Heads that came, as counted at the door. */
		came: integer(),
		locale: text({ enum: ['zh', 'en'] })
			.notNull()
			.default('zh'),
		/** When the group agreed to its data being kept until the day below. */
		agreedAt: moment().notNull(),
		/** When name, contacts, note and letter are deleted. */
		forgetAt: moment().notNull(),
		/** How often a calendar was told of a change (RFC 5545 `SEQUENCE`). */
		sequence: integer().notNull().default(0),
		synthetic: integer({ mode: 'boolean' }).notNull().default(false),
		...stamps
	},
	(t) => [
		uniqueIndex('visit_requests_code').on(t.code),
		uniqueIndex('visit_requests_link').on(t.linkHash),
		index('visit_requests_slot').on(t.placeId, t.day, t.state),
		index('visit_requests_state').on(t.state, t.placeId, t.createdAt),
		index('visit_requests_day').on(t.day, t.placeId),
		index('visit_requests_forget')
			.on(t.forgetAt)
			.where(sql`sealed IS NOT NULL`),
		check('visit_requests_state_known', sql.raw(`state IN (${listed(visitStates)})`)),
		check('visit_requests_kind_known', sql.raw(`kind IN (${listed(groupKinds)})`)),
		check(
			'visit_requests_heads',
			sql.raw('heads >= 1 AND batches >= 1 AND coalesce(came, 0) >= 0')
		),
		check(
			'visit_requests_slot_whole',
			sql.raw(
				'(day IS NULL) = (starts IS NULL) AND (day IS NULL) = (ends IS NULL) AND coalesce(ends > starts, 1)'
			)
		),
		check(
			'visit_requests_slot_given',
			sql.raw(`day IS NOT NULL OR state IN ('asked', 'declined', 'cancelled')`)
		),
		check('visit_requests_offer', sql.raw(`state <> 'offered' OR offered_until IS NOT NULL`)),
		check('visit_requests_came', sql.raw(`state <> 'came' OR came >= 1`)),
		check('visit_requests_letter', sql.raw('(letter_key IS NULL) = (letter_hash IS NULL)'))
	]
);

/** Who leads which visit. */
export const visitLeads = sqliteTable(
	'visit_leads',
	{
		requestId: text()
			.notNull()
			.references(() => visitRequests.id, { onDelete: 'cascade' }),
		guideId: text()
			.notNull()
			.references(() => visitGuides.id, { onDelete: 'cascade' })
	},
	(t) => [
		primaryKey({ columns: [t.requestId, t.guideId] }),
		index('visit_leads_guide').on(t.guideId)
	]
);

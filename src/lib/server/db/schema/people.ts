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
import { roles, scopeKinds } from '../../../domain/people/who';
import { id, listed, moment, stamps } from './parts';

/** People who may sign in. Nothing is kept about them but what signing in needs. */
export const people = sqliteTable(
	'people',
	{
		id: id(),
		/** As `domain/people/email` normalises it; what tells two people apart. */
		email: text().notNull(),
		name: text().notNull(),
		/** Argon2id in PHC form; null for those who were invited, or come through another door. */
		passwordHash: text(),
		passwordAt: moment(),
		emailVerifiedAt: moment(),
		disabledAt: moment(),
		/** The language mail to them is written in. */
		locale: text({ enum: ['zh', 'en'] })
			.notNull()
			.default('zh'),
		/** When grants, password or factors last changed: older session tokens are exchanged. */
		rightsAt: moment().notNull().default(0),
		lastSignInAt: moment(),
		...stamps
	},
	(t) => [uniqueIndex('people_email').on(t.email), index('people_name').on(t.name)]
);

/** A person cannot be removed while tables say what they did; their row is emptied instead. */
const person = () =>
	text()
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' });

/** What a person may be, and where. Read anew with every request. */
export const grants = sqliteTable(
	'grants',
	{
		id: id(),
		personId: person(),
		role: text({ enum: roles }).notNull(),
		scopeKind: text({ enum: scopeKinds }),
		scopeId: text(),
		/** Person who gave it; null for the portal itself. */
		grantedBy: text(),
		at: moment().notNull()
	},
	(t) => [
		index('grants_person').on(t.personId),
		uniqueIndex('grants_once')
			.on(t.personId, t.role)
			.where(sql`scope_kind IS NULL`),
		uniqueIndex('grants_once_scoped')
			.on(t.personId, t.role, t.scopeKind, t.scopeId)
			.where(sql`scope_kind IS NOT NULL`),
		check('grants_role_known', sql.raw(`role IN (${listed(roles)})`)),
		check(
			'grants_manager_scoped',
			sql.raw(
				`(role = 'manager') = (scope_kind IS NOT NULL) AND (scope_kind IS NULL) = (scope_id IS NULL)`
			)
		)
	]
);

/** Sign-ins that are still good. The token itself lies only in the visitor's cookie. */
export const sessions = sqliteTable(
	'sessions',
	{
		/** SHA-256 of the token, hex. */
		id: text().primaryKey(),
		personId: person(),
		/** When the person signed in; a renewed token keeps it. */
		createdAt: moment().notNull(),
		/** When this token was made. */
		renewedAt: moment().notNull(),
		lastSeenAt: moment().notNull(),
		/** Ends then unless used before. */
		expiresAt: moment().notNull(),
		/** Ends then in any case. */
		endsAt: moment().notNull(),
		/** When it proved a second factor. */
		strongAt: moment(),
		/** When it last proved a password or factor. */
		provedAt: moment().notNull(),
		address: text(),
		/** Browser and system in a few words, for the person's own list. */
		agent: text()
	},
	(t) => [index('sessions_person').on(t.personId), index('sessions_ends').on(t.endsAt)]
);

/** One-time links: good once, for one purpose, for a short time. */
export const links = sqliteTable(
	'links',
	{
		/** SHA-256 of the token, hex. */
		id: text().primaryKey(),
		purpose: text({ enum: ['confirm', 'reset', 'invite', 'email'] }).notNull(),
		personId: person(),
		/** The address a change of e-mail leads to. */
		email: text(),
		createdAt: moment().notNull(),
		expiresAt: moment().notNull(),
		usedAt: moment()
	},
	(t) => [index('links_person').on(t.personId), index('links_expires').on(t.expiresAt)]
);

/** Half-finished ceremonies: a sign-in waiting for its second factor, a passkey, another door. */
export const steps = sqliteTable(
	'steps',
	{
		/** SHA-256 of the token, hex. */
		id: text().primaryKey(),
		kind: text({ enum: ['sign-in', 'passkey', 'oidc'] }).notNull(),
		personId: text().references(() => people.id, { onDelete: 'cascade' }),
		value: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
		/** Wrong answers so far. */
		tries: integer().notNull().default(0),
		expiresAt: moment().notNull()
	},
	(t) => [index('steps_expires').on(t.expiresAt)]
);

/** Second factor by a code that changes every half minute (RFC 6238). */
export const totps = sqliteTable('totps', {
	personId: person().primaryKey(),
	/** Sealed with the key of the data folder. */
	secret: text().notNull(),
	/** Null until the first code proved that the device has it. */
	confirmedAt: moment(),
	/** The last half minute a code was taken of; it and all before are used up. */
	lastStep: integer().notNull().default(0),
	createdAt: moment().notNull()
});

/** Codes for the day the device is lost, each good once. */
export const recoveryCodes = sqliteTable(
	'recovery_codes',
	{
		id: id(),
		personId: person(),
		/** The code's first two characters, to find its row. */
		hint: text().notNull(),
		/** Argon2id of the whole code. */
		hash: text().notNull(),
		usedAt: moment()
	},
	(t) => [uniqueIndex('recovery_codes_hint').on(t.personId, t.hint)]
);

/** Keys that live in a person's device (WebAuthn level 3). */
export const passkeys = sqliteTable(
	'passkeys',
	{
		/** Credential id, base64url. */
		id: text().primaryKey(),
		personId: person(),
		/** COSE public key, base64url. */
		publicKey: text().notNull(),
		counter: integer().notNull().default(0),
		transports: text({ mode: 'json' }).$type<string[]>().notNull(),
		/** Whether the key may be copied between devices, and whether it was. */
		deviceType: text({ enum: ['singleDevice', 'multiDevice'] }).notNull(),
		backedUp: integer({ mode: 'boolean' }).notNull().default(false),
		name: text().notNull(),
		createdAt: moment().notNull(),
		lastUsedAt: moment()
	},
	(t) => [index('passkeys_person').on(t.personId)]
);

/** Who a person is at another door (OpenID Connect). */
export const identities = sqliteTable(
	'identities',
	{
		issuer: text().notNull(),
		subject: text().notNull(),
		personId: person(),
		createdAt: moment().notNull(),
		lastUsedAt: moment()
	},
	(t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('identities_person').on(t.personId)]
);

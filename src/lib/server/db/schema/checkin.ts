import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { occasions } from './events';
import { moment } from './parts';
import { people } from './people';
import { gates } from './signups';

/** How the door of a date is kept, where it is kept otherwise than usual. */
export const doorRules = sqliteTable('door_rules', {
	occasionId: text()
		.primaryKey()
		.references(() => occasions.id, { onDelete: 'cascade' }),
	/** Whether people come in who did not sign up; they are counted, and nothing else is kept. */
	walkins: integer({ mode: 'boolean' }).notNull().default(false)
});

/** Heads that came in without having signed up, or were counted by mistake (negative). */
export const walkins = sqliteTable(
	'walkins',
	{
		/** Made on the device that counted, so that what is synced twice counts once. */
		id: text().primaryKey(),
		occasionId: text()
			.notNull()
			.references(() => occasions.id, { onDelete: 'cascade' }),
		heads: integer().notNull(),
		deviceAt: moment().notNull(),
		at: moment().notNull(),
		gateId: text().references(() => gates.id, { onDelete: 'set null' }),
		personId: text().references(() => people.id, { onDelete: 'set null' })
	},
	(t) => [index('walkins_occasion').on(t.occasionId), check('walkins_heads', sql.raw('heads <> 0'))]
);

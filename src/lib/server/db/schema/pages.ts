import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Content } from '../../../domain/studio/field';
import { id, moment, stamps } from './parts';

/** Pages of text the office writes itself; bodies are rich texts as `domain/rich` defines them. */
export const pages = sqliteTable(
	'pages',
	{
		id: id(),
		slug: text().notNull(),
		titleZh: text().notNull(),
		titleEn: text(),
		summaryZh: text(),
		summaryEn: text(),
		bodyZh: text({ mode: 'json' }).$type<Content>().notNull(),
		bodyEn: text({ mode: 'json' }).$type<Content>(),
		publishedAt: moment(),
		...stamps
	},
	(t) => [uniqueIndex('pages_slug').on(t.slug)]
);

/** The menus of the public pages: links in order, to our own paths or to https addresses. */
export const menuLinks = sqliteTable('menu_links', {
	id: id(),
	menu: text({ enum: ['header', 'footer'] }).notNull(),
	labelZh: text().notNull(),
	labelEn: text(),
	href: text().notNull(),
	position: integer().notNull().default(0),
	hidden: integer({ mode: 'boolean' }).notNull().default(false)
});

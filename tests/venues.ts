import { sql } from 'drizzle-orm';
import type { By, Grant, Role, Who } from '$lib/domain/people/who';
import type { Content } from '$lib/domain/studio/field';
import type { Db } from '$lib/server/db/open';
import { settings, venueRequests } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { panelOf } from '$lib/server/studio/panel';
import { approve, submit } from '$lib/server/studio/review';
import { save } from '$lib/server/studio/save';
import { NOON, place, putAll } from './make';
import { sample, somebody } from './people';

/** A person with an account, as the rules and the tables know them. */
export async function person(db: Db, name: string, ...roles: (Role | Grant)[]): Promise<Who> {
	const email = `${name}-${Math.random().toString(36).slice(2)}@example.cn`;
	const id = await somebody(db, { name, email, roles });
	return { ...sample(id, ...roles), name, email };
}

export const as = (who: Who, now = NOON): By => ({ who, address: '203.0.113.9', now });

/** An event of Pingyao on two Saturdays at a place. */
export const fair = (venue: string | null, over: Content = {}): Content => ({
	slug: 'fair',
	type: 'talk',
	title: { zh: '清廉故事会', en: 'Stories' },
	summary: { zh: '讲清廉故事。', en: null },
	series: null,
	chapter: null,
	demonstration: false,
	when: {
		precision: 'minute',
		first: { from: '2026-12-05T14:00', to: '2026-12-05T16:00' },
		rule: 'FREQ=WEEKLY;COUNT=2',
		days: 'any',
		more: [],
		except: []
	},
	place: venue,
	town: 'pingyao',
	programme: [],
	audiences: [],
	languages: ['zh-CN'],
	access: {},
	price: 0,
	album: [],
	sources: [],
	...over
});
/** The starts of its two dates. */
export const [FIRST, SECOND] = [
	Date.parse('2026-12-05T14:00:00+08:00'),
	Date.parse('2026-12-12T14:00:00+08:00')
] as const;
/** The same event on other days. */
export const on = (from: string, to: string, rule: string | null = null): Content => ({
	when: { precision: 'minute', first: { from, to }, rule, days: 'any', more: [], except: [] }
});

/** A hall of Jingshan with its manager, a hall nobody manages, and the people around them; one step of review. */
export async function venueWorld(db: Db) {
	const [hall, yard] = await putAll(db, [
		place({ slug: 'hall', town: 'jingshan', name: { zh: '径山讲堂', en: 'Jingshan hall' } }),
		place({ slug: 'yard', town: 'huanghu', name: { zh: '黄湖广场', en: 'Huanghu yard' } }),
		place({ slug: 'own', town: 'pingyao', name: { zh: '瓶窑书屋', en: 'Pingyao room' } })
	]);
	await write(db, (tx) => tx.insert(settings).values({ key: 'review.steps', value: 1 }));
	const at = (kind: 'town' | 'place', id: string): Grant => ({
		role: 'manager',
		scope: { kind, id }
	});
	return {
		...{ hall: hall!, yard: yard! },
		asker: await person(db, '瓶窑管理', at('town', 'pingyao')),
		host: await person(db, '讲堂管理', at('place', hall!)),
		stranger: await person(db, '仓前管理', at('town', 'cangqian')),
		editor: await person(db, '编辑', 'editor'),
		approver: await person(db, '审核', 'approver'),
		organizer: await person(db, '主办', 'organizer'),
		operator: await person(db, '运维', 'operator')
	};
}

/** Saves an event (a new version of it with `id`) and says its id and its number. */
export async function drafted(
	db: Db,
	by: By,
	content: Content,
	{ id = null as string | null, base = 0 } = {}
): Promise<Version> {
	const done = await save(db, by, 'events', { id, base, content });
	if (!done.ok) throw new Error(JSON.stringify(done));
	return { id: done.id, number: done.number };
}

/** The warnings of an event, seen and confirmed. */
const seen = async (db: Db, by: By, id: string) =>
	(await panelOf(db, by, 'events', id))?.checked?.mark;

interface Version {
	id: string;
	number: number;
}
export const submitted = async (db: Db, by: By, { id, number }: Version) =>
	submit(db, by, 'events', id, { number, seen: await seen(db, by, id) });
export const approved = async (db: Db, by: By, { id, number }: Version, publishAt?: number) =>
	approve(db, by, 'events', id, {
		...{ number, seen: await seen(db, by, id) },
		...(publishAt ? { publishAt } : {})
	});

/** Every question, oldest first. */
export const questions = (db: Db) =>
	db
		.select()
		.from(venueRequests)
		.orderBy(venueRequests.askedAt, sql`rowid`);

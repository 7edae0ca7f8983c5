import { and, asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Content } from '$lib/domain/studio/field';
import { emptyDb, NOON } from '../../../../../tests/make';
import type { Db } from '../../db/open';
import { bookings, events, occasions } from '../../db/schema';
import { write } from '../../db/write';
import { keeper as eventKeeper } from './events';
import { keeper as seriesKeeper } from './series';

const DAY = 86_400_000;
const week: Content = {
	slug: 'week',
	kind: 'week',
	title: { zh: '文化周', en: 'Week' },
	demonstration: false,
	chapters: [{ slug: 'road', title: { zh: '以路引廉', en: null }, day: null, summary: null }],
	album: [],
	sources: []
};
const talk = (over: Content = {}): Content => ({
	slug: 'talk',
	type: 'talk',
	title: { zh: '故事会', en: 'Stories' },
	series: 'week',
	chapter: 'road',
	demonstration: false,
	when: {
		precision: 'minute',
		first: { from: '2026-12-05T14:30', to: '2026-12-05T16:00' },
		rule: 'FREQ=WEEKLY;COUNT=3',
		days: 'any',
		more: [],
		except: []
	},
	programme: [{ at: '14:30', title: { zh: '开场', en: null }, who: null }],
	audiences: ['elders'],
	languages: ['zh-CN'],
	access: { toilet: true },
	price: 12.5,
	album: [],
	sources: [],
	...over
});
const twice = { ...(talk().when as Content), rule: 'FREQ=WEEKLY;COUNT=2' };

let db: Db;
const put = (content: Content, now = NOON) =>
	write(db, (tx) => eventKeeper.put(tx, 'e1', content, now));
const check = (content: Content) => eventKeeper.check(db, 'e1', content);
const dates = () =>
	db
		.select({ id: occasions.id, key: occasions.key, live: occasions.publishedAt })
		.from(occasions)
		.orderBy(asc(occasions.startsAt));

async function signUp(key: string) {
	const [date] = await db
		.select({ id: occasions.id })
		.from(occasions)
		.where(and(eq(occasions.eventId, 'e1'), eq(occasions.key, key)));
	await write(db, async (tx) => {
		await tx.insert(bookings).values({
			occasionId: date!.id,
			eventId: 'e1',
			code: 'ABCD2345',
			state: 'confirmed',
			heads: 2,
			linkHash: 'x'
		});
	});
}

beforeEach(async () => {
	db = await emptyDb();
	await write(db, (tx) => seriesKeeper.put(tx, 's1', week, NOON));
});

describe('an event', () => {
	test('is read as it was published, its series and chapters too', async () => {
		expect(await check(talk())).toEqual([]);
		await put(talk());
		const { when, ...rest } = (await eventKeeper.read(db, 'e1'))!;
		const { when: sent, ...told } = talk();
		expect(when).toEqual(sent);
		expect(rest).toMatchObject(told);
		expect(await seriesKeeper.read(db, 's1')).toMatchObject(week);
	});

	test('keeps its dates and their ids when it is edited', async () => {
		await put(talk());
		const before = await dates();
		expect(before.map(({ key }) => key)).toEqual([
			'20261205T1430',
			'20261212T1430',
			'20261219T1430'
		]);
		await put(talk({ title: { zh: '又一场', en: null }, when: twice }), NOON + DAY);
		expect(await dates()).toEqual(before.slice(0, 2));
	});

	test('does not lose a date somebody is signed up for', async () => {
		await put(talk());
		await signUp('20261219T1430');
		expect(await check(talk({ when: twice }))).toEqual([
			{ field: 'when', reason: 'signed-up', detail: { day: '2026-12-19', count: 1 } }
		]);
		expect(await check(talk())).toEqual([]);
	});

	test('is kept with its dates when it is withdrawn, unseen', async () => {
		await put(talk());
		await write(db, (tx) => eventKeeper.withdraw(tx, 'e1', NOON + 1));
		expect((await dates()).map(({ live }) => live)).toEqual([null, null, null]);
		const [row] = await db.select({ at: events.publishedAt }).from(events);
		expect(row).toEqual({ at: null });
	});

	test.each([
		['a chapter its series does not have', { chapter: 'sea' }, 'chapter', 'no-such'],
		['a series nobody knows', { series: 'moon', chapter: null }, 'series', 'no-such'],
		['a place nobody knows', { place: 'moon' }, 'place', 'no-such'],
		[
			'an end before its start',
			{
				when: {
					...(talk().when as Content),
					first: { from: '2026-12-05T14:30', to: '2026-12-05T14:00' }
				}
			},
			'when.to',
			'ends-before-start'
		],
		[
			'a rule that never ends',
			{ when: { ...(talk().when as Content), rule: 'FREQ=DAILY' } },
			'when.rule',
			'never-ends'
		]
	] as [string, Content, string, string][])(
		'is refused with %s',
		async (_, over, field, reason) => {
			expect(await check(talk(over))).toMatchObject([{ field, reason }]);
		}
	);
});

import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { cellsOf, columns } from '$lib/domain/export/place';
import { csvLine } from '$lib/domain/export/cell';
import { importing as zh } from '$lib/words/zh/import';
import { downloads } from '$lib/words/zh/downloads';
import { nouns } from '$lib/words/zh/nouns';
import { emptyDb, NOON } from '$tests/make';
import { openings, towns } from '../db/schema';
import { find, understand } from '../search';
import { problemsCsv, tell } from './tell';
import { take, rows, everything, why, good } from '$tests/worlds/import-places';

describe('importing places', () => {
	it('writes every column where it belongs, with hours and search', async () => {
		const db = await emptyDb();
		const report = await take(db, good);
		expect(tell(report, zh, { dryRun: false }).at(-1)).toBe('已导入：新增 3，修改 0，未变 0。');
		const [garden, village, nowhere] = await rows(db);
		expect(garden).toMatchObject({
			slug: 'u20bb7-yuan',
			kind: 'site',
			category: null,
			nameZh: '𠮷园',
			nameEn: 'Ji Garden',
			townSlug: 'pingyao',
			addressZh: '瓶窑镇某路1号',
			lon: 119.98138,
			lat: 30.41234,
			precision: 'exact',
			sourceDatum: 'wgs84',
			positionVerified: false,
			level: 'district',
			tags: ['家风', '考察点位'],
			phone: '0571-88880000',
			storyZh: '第一段\n第二段',
			access: { lift: true, toilet: true },
			publishedAt: NOON
		});
		expect(village).toMatchObject({
			slug: 'qing-feng-cun',
			kind: 'unit',
			category: 'village',
			lon: 119.9815278,
			lat: 30.4122222
		});
		expect(nowhere).toMatchObject({ kind: 'service', lon: null, lat: null, precision: 'unknown' });
		const week = await db
			.select()
			.from(openings)
			.where(eq(openings.placeId, garden!.id))
			.orderBy(asc(openings.weekday));
		expect(week.map(({ weekday, opens, closes }) => [weekday, opens, closes])).toEqual([
			[1, 540, 1020],
			[2, 540, 1020],
			[3, 540, 1020],
			[4, 540, 1020],
			[5, 540, 1020],
			[6, 540, 720]
		]);
		for (const q of ['清风', 'qingfeng', 'qfc']) {
			const understood = await understand(db, q, ['place']);
			const match = understood.ok && understood.value?.match;
			if (!match) throw new Error(`not understood: ${q}`);
			const found = await find(db, match, { among: ['place'], at: NOON, limit: 5 });
			expect(found.hits.map(({ id }) => id)).toEqual([village!.id]);
		}
	});

	it('running it twice changes nothing, not even a date or the content version', async () => {
		const db = await emptyDb();
		await take(db, good);
		const before = await everything(db);
		const again = await take(db, good, { now: NOON + 86_400_000 });
		expect(again.counts).toEqual({ rows: 3, added: 0, changed: 0, same: 3 });
		expect(await everything(db)).toBe(before);
	});

	it('a dry run says the same and writes nothing', async () => {
		const db = await emptyDb();
		const before = await everything(db);
		const report = await take(db, good, { dryRun: true });
		expect(tell(report, zh, { dryRun: true }).at(-1)).toBe(
			'试运行：将新增 3，修改 0，未变 0。没有写入任何数据。'
		);
		expect(await everything(db)).toBe(before);
		expect(await db.select().from(towns)).toEqual([]);
	});

	it('one bad row keeps all the good ones out, and every problem is reported at once', async () => {
		const db = await emptyDb();
		const before = await everything(db);
		const report = await take(
			db,
			`名称,类型,类别,镇街,经度,纬度,电话,开放时间,精度,标识
好地方,阵地,,瓶窑,119.98138,30.41234,,,,
坏一,什么,,火星镇,30.41234,119.98138,13812345678,随时,,A B
,阵地,,,,,,,,
坏三,阵地,村居,,119.98138,,,,,
坏四,场馆,,,119.9,30.4,,,,
坏五,场馆,,,,,,,精确,
坏六,场馆,,,119.98138,30.41234,,,未知,
坏七,场馆,,,2.35222,48.85661,,,,
坏�八,场馆,,,,,,,,
好地方,阵地,,瓶窑镇,,,,,,
`
		);
		expect(why(report)).toEqual([
			'3 电话 personal-mobile',
			'3 标识 bad-slug',
			'3 类型 unknown-value',
			'3 镇街 unknown-town',
			'3 开放时间 hours-grammar',
			'3 经度 swapped',
			'4 名称 missing',
			'5 纬度 half-a-position',
			'5 类别 category-only-for-units',
			'6 经度 too-coarse',
			'7 精度 precision-without-position',
			'8 精度 position-without-precision',
			'9 经度 outside-china',
			'10 名称 lost-characters',
			'11 名称 duplicate-place'
		]);
		expect(await everything(db)).toBe(before);
		const told = tell(report, zh, { dryRun: false }).join('\n');
		expect(told).toContain('第 3 行，镇街，“火星镇”：没有这个镇街');
		expect(told).not.toContain('13812345678');
		expect(problemsCsv(report.issues, zh)).not.toContain('13812345678');
	});

	it('an empty cell leaves what stands, 清空 takes it away, and only what differs counts as changed', async () => {
		const db = await emptyDb();
		await take(db, good);
		const report = await take(
			db,
			'名称,镇街,简介,电话,标签\n𠮷园,瓶窑镇,,清空,\n清风村,良渚,新的简介,,\n',
			{ now: NOON + 1 }
		);
		expect(report.counts).toEqual({ rows: 2, added: 0, changed: 2, same: 0 });
		const [garden, village] = await rows(db);
		expect(garden).toMatchObject({
			summaryZh: '简介',
			phone: null,
			tags: ['家风', '考察点位'],
			updatedAt: NOON + 1,
			publishedAt: NOON
		});
		expect(village).toMatchObject({ summaryZh: '新的简介', category: 'village', lon: 119.9815278 });
		expect((await db.select().from(openings)).length).toBe(6);
	});

	it('a place is known by its slug, else by name and town', async () => {
		const db = await emptyDb();
		await take(db, '标识,名称,类型,镇街\nyi,甲,阵地,瓶窑\ner,甲,阵地,良渚\n');
		expect((await take(db, '名称,类型,镇街\n甲,阵地,径山\n')).counts).toEqual({
			rows: 1,
			added: 1,
			changed: 0,
			same: 0
		});
		expect((await rows(db)).map(({ slug }) => slug).sort()).toEqual(['er', 'jia', 'yi']);
		expect(why(await take(db, '名称,类型\n甲,阵地\n'))).toEqual(['2 名称 ambiguous-name']);
		expect(why(await take(db, '标识,名称,类型,镇街\nsan,甲,阵地,瓶窑\n'))).toEqual([
			'2 标识 other-slug'
		]);
		expect((await take(db, '标识,名称\nyi,甲改名\n')).counts).toEqual({
			rows: 1,
			added: 0,
			changed: 1,
			same: 0
		});
		expect(why(await take(db, '标识,名称,类型\nsi,丙,阵地\nsi,丁,阵地\n'))).toEqual([
			'3 标识 duplicate-slug'
		]);
	});

	it('equal names in other towns get counted slugs, the same ones whenever it runs', async () => {
		const text = '名称,类型,镇街\n甲园,阵地,瓶窑\n甲园,阵地,良渚\n';
		const db = await emptyDb();
		await take(db, text);
		expect((await rows(db)).map(({ slug, townSlug }) => [slug, townSlug])).toEqual([
			['jia-yuan', 'pingyao'],
			['jia-yuan-2', 'liangzhu']
		]);
		expect((await take(db, text)).counts).toEqual({ rows: 2, added: 0, changed: 0, same: 2 });
	});

	it('a position that moves loses its “verified”, one that stays keeps it', async () => {
		const db = await emptyDb();
		await take(db, '标识,名称,类型,经度,纬度,已核实\nyi,甲,阵地,119.98138,30.41234,是\n');
		await take(db, '标识,经度,纬度\nyi,119.98138,30.41234\n');
		expect((await rows(db))[0]).toMatchObject({ positionVerified: true });
		await take(db, '标识,经度,纬度\nyi,119.98238,30.41234\n');
		expect((await rows(db))[0]).toMatchObject({ positionVerified: false });
	});

	it('more rows than the limit are refused before anything is written', async () => {
		const db = await emptyDb();
		const report = await take(
			db,
			`名称,类型\n${Array.from({ length: 200_000 }, (_, i) => `点${i},阵地`).join('\n')}`
		);
		expect(report.refusal).toEqual({
			reason: 'too-many-rows',
			detail: { rows: 100_001, limit: 100_000 }
		});
		expect(await rows(db)).toEqual([]);
	});

	it('what the portal exports comes back unchanged', async () => {
		const db = await emptyDb();
		await take(db, good.replace('某路１号', '=某路１号'));
		const stands = await rows(db);
		const names = new Map(
			(await db.select().from(towns)).map(({ slug, nameZh }) => [slug, nameZh])
		);
		const lines = stands.map((place) =>
			csvLine(
				cellsOf(
					{
						...place,
						townZh: names.get(place.townSlug ?? '') ?? null,
						townEn: null,
						sources: [],
						licences: []
					},
					{ ...nouns, ...downloads, synthetic: nouns.synthetic, english: false },
					{ notice: '', page: 'http://127.0.0.1/places/x' }
				)
			)
		);
		const header = csvLine(columns.map((column) => downloads.columns[column]));
		const report = await take(db, header + lines.join(''));
		expect(report.issues).toEqual([]);
		expect(report.counts).toEqual({ rows: 3, added: 0, changed: 0, same: 3 });
	});
});

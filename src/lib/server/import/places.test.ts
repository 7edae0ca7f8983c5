import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { convert, type Datum, type Position } from '$lib/domain/datum';
import { cellsOf, columns } from '$lib/domain/export/place';
import { csvLine } from '$lib/domain/export/cell';
import { reasons } from '$lib/domain/import/issue';
import { importing as zh } from '$lib/words/zh/import';
import { importing as en } from '$lib/words/en/import';
import { downloads } from '$lib/words/zh/downloads';
import { nouns } from '$lib/words/zh/nouns';
import { emptyDb, NOON, putAll } from '$tests/make';
import type { Db } from '../db/open';
import { openings, places, towns } from '../db/schema';
import { contentVersion } from '../db/write';
import { find, understand } from '../search';
import { importPlaces, type ImportOptions } from './places';
import { fileReasons } from './table';
import { cell, problemsCsv, tell } from './tell';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'import-'));
});

let files = 0;
async function take(db: Db, text: string, options: Partial<ImportOptions> = {}) {
	const path = join(folder, `${++files}.csv`);
	await writeFile(path, text);
	return importPlaces(db, path, { dryRun: false, anyway: false, now: NOON, ...options });
}
const rows = (db: Db) => db.select().from(places).orderBy(asc(places.id));
const everything = async (db: Db) =>
	JSON.stringify([await rows(db), await db.select().from(openings), await contentVersion(db)]);
const why = (report: Awaited<ReturnType<typeof take>>) =>
	report.issues.map(({ line, column, reason }) => `${line} ${column} ${reason}`);

const good = `名称,英文名,类型,类别,镇街,地址,经度,纬度,级别,标签,电话,简介,介绍,开放时间,无障碍
𠮷园,Ji Garden,阵地,,瓶窑,瓶窑镇某路１号,119.98138,30.41234,区级,家风；考察点位,0571-88880000,简介,"第一段
第二段",周一至周五 09:00-17:00; 周六 09:00-12:00,电梯、没有台阶
清风村,,清廉单元,村居,良渚街道,,119°58′53.5″,30°24′44″,,,,,,,
无址点,,服务点,,,,,,,,,,,,
`.replace('没有台阶', '无障碍厕所');

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

it('the tables in the manual can be imported as they stand, and mean the same in both languages', async () => {
	const manual = await readFile(join(import.meta.dirname, '../../../../docs/import.md'), 'utf8');
	const tables = manual.match(/(?:^\|.*\|\n)+/gm)!;
	expect(tables.length).toBe(2);
	const results = [];
	for (const table of tables) {
		const lines = table
			.trim()
			.split('\n')
			.filter((_, i) => i !== 1);
		const text = lines
			.map((row) =>
				row
					.slice(1, -1)
					.split('|')
					.map((cell) => cell.trim())
					.join('\t')
			)
			.join('\n');
		const db = await emptyDb();
		expect((await take(db, text)).counts).toEqual({ rows: 2, added: 2, changed: 0, same: 0 });
		const stored = await rows(db);
		results.push(stored.map(({ id: _, ...row }) => row));
	}
	expect(results[0]).toEqual(results[1]);
});

describe('the datum', () => {
	const true5: Position[] = [
		[119.981381, 30.412345],
		[120.012345, 30.376543],
		[119.765432, 30.501234],
		[119.912345, 30.287654],
		[119.854321, 30.354321]
	];
	const standing = async () => {
		const db = await emptyDb();
		await putAll(
			db,
			true5.map(([lon, lat], i) => ({
				slug: `known-${i}`,
				kind: 'site',
				name: { zh: `已知${i}` },
				lon,
				lat,
				precision: 'exact'
			}))
		);
		return db;
	};
	const file = (datum: Datum, header = '经度,纬度') =>
		`名称,类型,${header}\n${[...true5, [119.9, 30.4] as Position]
			.map(
				(position, i) =>
					`${i < 5 ? `已知${i}` : '新的'},阵地,${convert(position, 'wgs84', datum)
						.map((n) => n.toFixed(6))
						.join(',')}`
			)
			.join('\n')}\n`;

	it('is converted to WGS-84 and remembered; a column of its own goes before --datum', async () => {
		const db = await emptyDb();
		const [lon, lat] = convert([119.98138, 30.41234], 'wgs84', 'gcj02');
		const [lon9, lat9] = convert([119.98138, 30.41234], 'wgs84', 'bd09');
		await take(
			db,
			`名称,类型,坐标,坐标系\n甲,阵地,"${lon},${lat}",\n乙,阵地,"${lon9},${lat9}",百度\n`,
			{ datum: 'gcj02' }
		);
		for (const [i, datum] of (['gcj02', 'bd09'] as const).entries()) {
			const place = (await rows(db))[i]!;
			expect(place.sourceDatum).toBe(datum);
			expect(
				Math.abs(place.lon! - 119.98138) < 2e-6 && Math.abs(place.lat! - 30.41234) < 2e-6
			).toBe(true);
		}
	});

	it.each([
		['gcj02', 525],
		['bd09', 1140]
	] as const)(
		'a whole file in %s taken for WGS-84 is refused with the way out, and nothing is written',
		async (datum, least) => {
			const db = await standing();
			const before = await everything(db);
			const report = await take(db, file(datum));
			expect(report.refusal).toMatchObject({
				reason: 'datum-alarm',
				detail: { declared: 'wgs84', looksLike: datum, matches: 5 }
			});
			expect(Number(report.refusal!.detail.metres)).toBeGreaterThan(least - 30);
			expect(tell(report, zh, { dryRun: false }).join('')).toContain(
				`请加上 --datum ${datum} 重新导入；确认无误的，加上 --anyway`
			);
			expect(await everything(db)).toBe(before);
			expect((await take(db, file(datum), { datum })).ok).toBe(true);
		}
	);

	it('a file in WGS-84 shifted by a wrong --datum is refused too', async () => {
		const report = await take(await standing(), file('wgs84'), { datum: 'gcj02' });
		expect(report.refusal).toMatchObject({
			reason: 'datum-alarm',
			detail: { declared: 'gcj02', looksLike: 'wgs84' }
		});
	});

	it('--anyway imports with a warning', async () => {
		const report = await take(await standing(), file('gcj02'), { anyway: true });
		expect(report.ok).toBe(true);
		expect(report.notes.map(({ reason }) => reason)).toEqual(['datum-alarm']);
	});

	it('a column that names its datum is believed, and must not contradict the command', async () => {
		expect((await take(await standing(), file('gcj02', '经度（GCJ-02）,纬度（GCJ-02）'))).ok).toBe(
			true
		);
		const report = await take(await standing(), file('gcj02', '经度（火星坐标）,纬度'), {
			datum: 'bd09'
		});
		expect(report.refusal).toEqual({
			reason: 'datum-conflict',
			detail: { header: 'gcj02', datum: 'bd09' }
		});
	});

	it('says so when there is too little to compare', async () => {
		const report = await take(await emptyDb(), '名称,类型,经度,纬度\n甲,阵地,119.98138,30.41234\n');
		expect(report.notes).toEqual([{ reason: 'datum-unchecked', detail: { matches: 0 } }]);
	});
});

describe('the report', () => {
	it('has a sentence in both languages for every reason', () => {
		for (const language of [zh, en]) {
			expect(Object.keys(language.reason).sort()).toEqual([...reasons].sort());
			expect(Object.keys(language.file).sort()).toEqual([...fileReasons].sort());
		}
	});

	it('prints at most 200 problems and counts all of them', async () => {
		const report = await take(
			await emptyDb(),
			`名称,类型\n${'甲,谁\n'.repeat(1).concat(Array.from({ length: 299 }, (_, i) => `点${i},谁\n`).join(''))}`
		);
		const lines = tell(report, en, { dryRun: false });
		expect(lines.filter((line) => line.startsWith('  line ')).length).toBe(200);
		expect(lines.slice(-2)).toEqual([
			'  … and 100 more; write them all with --report FILE.csv.',
			'Not imported: 300 problems. Nothing was changed.'
		]);
		expect(problemsCsv(report.issues, en).split('\r\n').length).toBe(302);
	});

	it('no value from the file can become a formula or move the cursor of a terminal', async () => {
		for (const start of ['=', '+', '-', '@', '\t'])
			expect(cell(`${start}1`).replace(/^"/, '')).toMatch(/^'/);
		const report = await take(
			await emptyDb(),
			'名称,类型\n甲,"=HYPERLINK(""http://x"")\u001b[2J"\n'
		);
		expect(tell(report, zh, { dryRun: false }).join('')).not.toContain('\u001b');
		expect(problemsCsv(report.issues, zh)).not.toContain('\u001b');
	});
});

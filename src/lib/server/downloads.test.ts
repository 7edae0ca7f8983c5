import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { everything } from '$lib/domain/filter';
import { columns } from '$lib/domain/export/place';
import { zh } from '$lib/words/zh';
import { downloads } from '$lib/words/zh/downloads';
import { NOON, emptyDb, place, putAll } from '$tests/make';
import type { Db } from './db/open';
import { citations, places, sources } from './db/schema';
import { write } from './db/write';
import { csv, geojson, idsOf, notesFor, rowsOf, xlsx } from './downloads';
import type { Making } from './downloads';
import { crc32, zip } from './downloads/zip';

const making = async (db: Db, total: number): Promise<Making> => ({
	words: zh,
	spoken: downloads,
	locale: 'zh',
	notes: await notesFor(db, {
		words: zh,
		locale: 'zh',
		query: 'kind=site',
		total,
		at: NOON,
		origin: 'https://lian.invalid'
	}),
	page: (slug) => `https://lian.invalid/places/${slug}`
});

async function text(pieces: AsyncIterable<string>): Promise<string> {
	let whole = '';
	for await (const piece of pieces) whole += piece;
	return whole;
}

async function bytes(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const all = [];
	for await (const piece of pieces) all.push(piece);
	return Buffer.concat(all);
}

/** Two published places and a draft that could leak, with a source that names a licence. */
async function world() {
	const db = await emptyDb();
	const [hall] = await putAll(db, [
		place({
			slug: 'hall',
			name: { zh: '=展示馆', en: 'Hall, "first"' },
			town: 'pingyao',
			tags: ['甲', '乙'],
			lon: 119.95,
			lat: 30.4,
			precision: 'town'
		}),
		place({ slug: 'academy', kind: 'unit', category: 'school', name: { zh: '学校' } }),
		{ ...place({ slug: 'canary', name: { zh: '未公开的草稿' } }), draft: true }
	]);
	await write(db, async (tx) => {
		await tx.insert(sources).values({ slug: 'A9', titleZh: '公开文章', licence: 'CC BY 4.0' });
		await tx
			.insert(citations)
			.values({ subject: 'place', subjectId: hall!, field: 'name', sourceSlug: 'A9' });
	});
	const ids = await idsOf(db, everything, { at: NOON, limit: 10 });
	return { db, ids, making: await making(db, ids.length) };
}

describe('a download', () => {
	test('in CSV begins with a byte order mark and holds one line per place of the list', async () => {
		const { db, ids, making } = await world();
		const file = await text(csv(rowsOf(db, ids), making));
		expect(file.charCodeAt(0)).toBe(0xfeff);
		const [header, ...rows] = parse(file, { bom: true }) as string[][];
		expect(header).toEqual(columns.map((column) => downloads.columns[column]));
		expect(rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])))).toEqual(
			[
				{
					slug: 'hall',
					name: "'=展示馆",
					nameEn: 'Hall, "first"',
					kind: '廉洁文化阵地',
					category: '',
					level: '',
					town: 'pingyao',
					address: '',
					addressEn: '',
					summary: '',
					summaryEn: '',
					tags: '甲、乙',
					lon: '119.95',
					lat: '30.4',
					precision: '镇街级',
					verified: '否',
					sources: '公开文章',
					licence: 'CC BY 4.0',
					notice: making.notes.notice,
					page: 'https://lian.invalid/places/hall'
				},
				{
					slug: 'academy',
					name: '学校',
					nameEn: '',
					kind: '清廉单元',
					category: '清廉学校',
					level: '',
					town: '',
					address: '',
					addressEn: '',
					summary: '',
					summaryEn: '',
					tags: '',
					lon: '',
					lat: '',
					precision: '未知',
					verified: '否',
					sources: '',
					licence: '',
					notice: making.notes.notice,
					page: 'https://lian.invalid/places/academy'
				}
			]
		);
	});

	test('in GeoJSON says who gives it, how to take it and what it rests on', async () => {
		const { db, ids, making } = await world();
		const file = JSON.parse(await text(geojson(rowsOf(db, ids), making)));
		expect(file).toMatchObject({
			type: 'FeatureCollection',
			numberMatched: 2,
			timeStamp: '2026-11-22T12:00:00+08:00',
			attribution: '廉图 · 余杭清廉文化地图 https://lian.invalid',
			notice: '示意图·非测绘成果；坐标为 WGS-84，精确程度见“位置精度”一列',
			sources: ['公开文章']
		});
		expect(
			file.features.map(({ id, geometry }: { id: string; geometry: unknown }) => [id, geometry])
		).toEqual([
			['hall', { type: 'Point', coordinates: [119.95, 30.4] }],
			['academy', null]
		]);
	});

	test('in XLSX has the table on one sheet and the notes on the other', async () => {
		const { db, ids, making } = await world();
		const { sheets } = await readXlsx(await bytes(xlsx(rowsOf(db, ids), making)));
		expect(sheets.map(({ name }) => name)).toEqual(['名录', '说明']);
		expect(sheets[0]!.rows.map((row) => row.slice(0, 2))).toEqual([
			['标识', '名称'],
			['hall', "'=展示馆"],
			['academy', '学校']
		]);
		expect(sheets[0]!.rows[1]!.slice(12, 14)).toEqual([119.95, 30.4]);
		expect(sheets[1]!.rows.slice(1, 5).map(([, value]) => value)).toEqual([
			'廉图地点名录',
			'kind=site',
			2,
			'2026-11-22T12:00:00+08:00'
		]);
		expect(sheets[1]!.rows.at(-1)).toEqual(['来源', '公开文章']);
	});

	test('never holds a draft', async () => {
		const { db, ids, making } = await world();
		const whole =
			(await text(csv(rowsOf(db, ids), making))) + (await text(geojson(rowsOf(db, ids), making)));
		expect(whole).not.toMatch(/canary|未公开的草稿/);
		const { sheets } = await readXlsx(await bytes(xlsx(rowsOf(db, ids), making)));
		expect(JSON.stringify(sheets)).not.toMatch(/canary|未公开的草稿/);
	});

	test('leaves out what is withdrawn while it runs', async () => {
		const { db, ids, making } = await world();
		await write(db, async (tx) => {
			await tx.update(places).set({ publishedAt: null }).where(eq(places.slug, 'academy'));
		});
		const file = parse(await text(csv(rowsOf(db, ids), making)), { bom: true }) as string[][];
		expect(file.slice(1).map(([slug]) => slug)).toEqual(['hall']);
	});

	test('of nothing is a file with its header alone', async () => {
		const { db, making } = await world();
		expect(parse(await text(csv(rowsOf(db, []), making)), { bom: true })).toHaveLength(1);
		expect(JSON.parse(await text(geojson(rowsOf(db, []), making))).features).toEqual([]);
		expect(
			(await readXlsx(await bytes(xlsx(rowsOf(db, []), making)))).sheets[0]!.rows
		).toHaveLength(1);
	});

	test('keeps texts that look like mark-up or escapes in XLSX', async () => {
		const db = await emptyDb();
		await putAll(db, [place({ slug: 'odd', name: { zh: '<a>&"_x0041_ ' + '𠮷' } })]);
		const ids = await idsOf(db, everything, { at: NOON, limit: 10 });
		const { sheets } = await readXlsx(
			await bytes(xlsx(rowsOf(db, ids), await making(db, ids.length)))
		);
		expect(sheets[0]!.rows[1]![1]).toBe('<a>&"_x0041_ 𠮷');
	});
});

test('the checksum of an archive is the published one for “123456789”', () => {
	expect(crc32(0, Buffer.from('123456789'))).toBe(0xcbf43926);
});

describe('an archive', () => {
	async function* broken(): AsyncGenerator<string> {
		yield 'begin';
		throw new Error('no disk');
	}

	test('breaks off with the reason when its text does', async () => {
		await expect(bytes(zip([{ name: 'a', text: broken() }]))).rejects.toThrow('no disk');
	});

	test('stops reading when nobody wants more', async () => {
		let closed = false;
		async function* endless(): AsyncGenerator<string> {
			try {
				for (let n = 0; ; n++) yield `${Math.sin(n)}`.repeat(1000);
			} finally {
				closed = true;
			}
		}
		const pieces = zip([{ name: 'a', text: endless() }]);
		await pieces.next();
		await pieces.next();
		await pieces.return(undefined);
		await new Promise(setImmediate);
		expect(closed).toBe(true);
	});
});

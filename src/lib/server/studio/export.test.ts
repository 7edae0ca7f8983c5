import { beforeEach, describe, expect, test } from 'vitest';
import { parseList } from '$lib/domain/studio/list';
import type { Noun } from '$lib/domain/studio/noun';
import { emptyDb, place, putAll } from '$tests/make';
import { by } from '$tests/media';
import type { Db } from '../db/open';
import { audit, items } from '../db/schema';
import { write } from '../db/write';
import { readWorkbook } from '../import/xlsx';
import { enterAll } from './enter';
import { exportList } from './export';
import type { Format } from './export';
import { contentOf } from './items';
import { save } from './save';

let db: Db;
const editor = by('editor');
const manager = by('manager', { scope: { kind: 'town', id: 'liangzhu' } });

beforeEach(async () => {
	db = await emptyDb();
	await putAll(db, [
		place({
			slug: 'a-hall',
			name: { zh: '=1+1', en: '@evil' },
			town: 'liangzhu',
			tags: ['清风', '家风'],
			phone: '057188881234',
			lon: 120.03,
			lat: 30.38,
			precision: 'village',
			positionVerified: true
		}),
		place({ slug: 'b-hall', name: { zh: '乙馆, “廉”' }, town: 'pingyao', draft: true } as never)
	]);
	await write(db, (tx) => enterAll(tx));
});

async function file(format: Format, address = '', who = editor, noun: Noun = 'places') {
	const made = await exportList(db, who, noun, parseList(noun, new URLSearchParams(address)), {
		format,
		locale: 'zh',
		origin: 'https://lian.example'
	});
	const parts: Uint8Array[] = [];
	for await (const piece of made!.pieces)
		parts.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
	return Buffer.concat(parts);
}
const lines = async (address = '', who = editor) =>
	(await file('csv', `sort=name&${address}`, who)).toString().trim().split('\r\n');

describe('a table of a list', () => {
	test('opens in spreadsheets: byte order mark, a header, one line for each thing', async () => {
		const [header, ...rows] = await lines();
		expect((await file('csv')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
		expect(header!.startsWith('编号,状态,公众可见,名称,英文名称,标识,类型,')).toBe(true);
		expect(rows.length).toBe(2);
		expect(rows.every((row) => row.includes('https://lian.example/studio/places/'))).toBe(true);
	});

	test('holds no formula, and keeps long numbers whole', async () => {
		const row = (await lines()).find((line) => line.includes('a-hall'))!;
		expect(row).toContain(",'=1+1,'@evil,");
		expect(row).toContain(",'057188881234,");
		expect(row).toContain(',120.03,30.38,村级,');
		expect(row).toContain(',清风、家风,');
	});

	test('holds what the filter keeps and the person may see', async () => {
		expect((await lines('state=draft')).length).toBe(2);
		expect((await lines('', manager)).join('\n')).not.toContain('b-hall');
		expect((await lines('', by('citizen'))).length).toBe(1);
	});

	test('holds the newest version, not the public one', async () => {
		const [item] = await db.select().from(items);
		const content = await contentOf(db, item!, 0);
		const saved = await save(db, editor, 'places', {
			id: item!.id,
			base: 0,
			content: { ...content, name: { zh: '新名称' } }
		});
		expect(saved.ok).toBe(true);
		expect((await lines()).join('\n')).toContain(',新名称,');
	});

	test('is recorded: who took how much of what', async () => {
		await lines('state=draft');
		const [act] = await db.select().from(audit);
		expect([act!.act, act!.noun, JSON.parse(act!.record).after]).toEqual([
			'export',
			'places',
			{ filter: '?state=draft&sort=name', total: 1 }
		]);
	});
});

test('a workbook is understood by the import, columns and values alike', async () => {
	const { header, rows } = await readWorkbook(await file('xlsx', 'sort=name'), undefined);
	const known = [...header.titles.keys()];
	for (const field of [
		'slug',
		'name',
		'nameEn',
		'kind',
		'town',
		'summary',
		'phone',
		'lon',
		'lat'
	] as const)
		expect(known).toContain(field);
	const read = [];
	for await (const row of rows) read.push(row.cells);
	expect(read.map((cells) => cells.includes('057188881234'))).toEqual([true, false]);
});

test('map data holds a feature for each thing, drawn where its position is known', async () => {
	const { features, ...rest } = JSON.parse((await file('geojson', 'sort=name')).toString()) as {
		features: { geometry: unknown; properties: Record<string, unknown> }[];
		numberMatched: number;
	};
	expect([rest.numberMatched, features.length]).toEqual([2, 2]);
	const drawn = features.filter(({ geometry }) => geometry);
	expect(drawn.map(({ geometry, properties }) => [geometry, properties.name])).toEqual([
		[{ type: 'Point', coordinates: [120.03, 30.38] }, '=1+1']
	]);
});

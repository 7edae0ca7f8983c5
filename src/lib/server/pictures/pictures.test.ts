import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { NOON, emptyDb, place, putAll } from '$tests/make';
import { plant } from '../seed';
import { spoken } from '../machine/speech';
import { paint, subject } from '../pictures';
import { card } from './card';
import { openHarfBuzz } from './harfbuzz';
import { slicesOf } from './slices';
import { Typesetter } from './type';
import { look } from './window';
import decompress from 'woff2-encoder/decompress';

const folder = mkdtempSync(join(tmpdir(), 'liantu-pictures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const frame = { west: 119, south: 30, east: 121, north: 31, width: 1200, height: 900 };
const nowhere = { file: join(folder, 'none.svg'), frame };
const words = {
	site: '廉图',
	district: '余杭清廉文化地图',
	tagline: '一张图',
	notice: '示意图·非测绘成果',
	label: '阵地',
	title: '澄清正名展示馆',
	summary: '一处阵地。'
};
const bold = { family: 'serif' as const, weight: 700, size: 60 };

describe('our type', () => {
	test('is unpacked to a font whose glyphs have outlines', async () => {
		const hb = await openHarfBuzz();
		const file = slicesOf('serif').fileOf('廉'.codePointAt(0)!)!;
		const font = hb.createFont(
			hb.createFace(hb.createBlob(await decompress(readFileSync(file))), 0)
		);
		const shape = (text: string) => {
			const buffer = hb.createBuffer();
			buffer.addText(text);
			buffer.guessSegmentProperties();
			hb.shape(font, buffer);
			return buffer.json()[0]!;
		};
		const { g, ax } = shape('廉');
		expect(g).toBeGreaterThan(0);
		expect(ax).toBe(1000);
		const light = font.glyphToPath(g);
		font.setVariations({ wght: 900 });
		const heavy = font.glyphToPath(g);
		expect(light).toMatch(/^M[\d.-]+,[\d.-]+[LQ].*Z$/);
		expect(heavy).not.toBe(light);
	});

	test('has every character the portal may show in common use', () => {
		const serif = slicesOf('serif');
		const missing = [
			...'廉洁文化阵地清廉单元村居学校医院交通玉琮苕溪鸬鸟瓶窑径山仓前，。“”《》·ABCxyz0189'
		].filter((char) => !serif.fileOf(char.codePointAt(0)!));
		expect(missing).toEqual([]);
	});

	test('sets a Chinese line as wide as its characters', async () => {
		const type = await Typesetter.open('清廉文化');
		expect(Math.round(type.line('清廉文化', bold).width)).toBe(240);
		expect(type.line('', bold)).toEqual({ paths: '', width: 0 });
		expect(type.line('\u{10ffff}', bold)).toEqual({ paths: '', width: 0 });
	});
});

describe('lines', () => {
	const wrap = async (text: string, width: number, most: number) =>
		(await Typesetter.open(text)).wrap(text, bold, width, most);

	test('part after a mark where both halves fit', async () => {
		expect(await wrap('演示线路：从良渚到鸬鸟', 600, 2)).toEqual(['演示线路：', '从良渚到鸬鸟']);
	});

	test('never begin with a closing mark nor end with an opening one', async () => {
		for (const width of [130, 190, 250, 310]) {
			const lines = await wrap('他说“清廉，是根本”（余杭）。', width, 20);
			expect(lines.join('')).toBe('他说“清廉，是根本”（余杭）。');
			expect(lines.filter((line) => /^[，。”）]|[“（]$/.test(line))).toEqual([]);
		}
	});

	test('keep words whole and line breaks as they are', async () => {
		expect(await wrap('Integrity culture', 330, 3)).toEqual(['Integrity', 'culture']);
		expect(await wrap('一张图，\n看见', 600, 2)).toEqual(['一张图，', '看见']);
	});

	test('that do not fit end in an ellipsis within the width', async () => {
		const type = await Typesetter.open('清廉文化');
		const lines = type.wrap('清廉文化'.repeat(30), bold, 400, 2);
		expect(lines).toHaveLength(2);
		expect(lines[1]).toMatch(/…$/);
		expect(type.line(lines[1]!, bold).width).toBeLessThanOrEqual(400);
	});
});

describe('the window', () => {
	test('stands over a place, closer than over the district', () => {
		const near = look({ of: 'place', at: [120, 30.5], sure: true }, frame);
		expect(near.side).toBe(260);
		expect(near.pin!.map(Math.round)).toEqual([200, 200]);
		expect(look({ of: 'district' }, frame)).toMatchObject({ side: 620, pin: null, line: [] });
	});

	test('holds a whole trail', () => {
		const { line } = look(
			{
				of: 'trail',
				line: [
					[119.5, 30.2],
					[120.5, 30.8]
				]
			},
			frame
		);
		expect(line).toHaveLength(2);
		expect(line.flat().every((at) => at > 0 && at < 400)).toBe(true);
	});

	test('shows the district for what lies off the drawing', () => {
		expect(look({ of: 'place', at: [10, 50], sure: true }, frame)).toMatchObject({ pin: null });
		expect(look({ of: 'trail', line: [] }, frame)).toMatchObject({ line: [] });
	});
});

describe('a picture', () => {
	test('is made of outlines only, so that no font and no markup of a name reaches it', async () => {
		const svg = card(
			await Typesetter.open(Object.values(words).join('')),
			{ ...words, title: '</svg><script>' },
			{
				map: null,
				pin: [200, 200],
				sure: true,
				line: []
			}
		);
		expect(svg).not.toMatch(/<text|<script|font/);
		expect(svg.match(/<\/svg>/g)).toHaveLength(1);
	});

	test('is 1200 by 630, painted once and kept', async () => {
		const first = await paint(words, { of: 'district' }, nowhere, folder);
		const { width, height, format } = await sharp(first.bytes).metadata();
		expect([format, width, height]).toEqual(['png', 1200, 630]);
		expect(readdirSync(folder)).toEqual([`${first.hash}.png`]);
		const again = await paint(words, { of: 'district' }, nowhere, folder);
		expect(again.bytes.equals(first.bytes)).toBe(true);
		const other = await paint({ ...words, title: '别处' }, { of: 'district' }, nowhere, folder);
		expect(other.hash).not.toBe(first.hash);
		expect(existsSync(join(folder, `${other.hash}.png`))).toBe(true);
	});

	test('says what the page says, in its language, and nothing of drafts', async () => {
		const db = await emptyDb();
		await putAll(db, [
			place({ slug: 'hall', name: { zh: '馆', en: 'Hall' }, lon: 120, lat: 30, precision: 'town' }),
			{ ...place({ slug: 'canary' }), draft: true }
		]);
		const url = new URL('https://lian.example/og/place/hall.png');
		const [zh, en] = (['zh', 'en'] as const).map((locale) => spoken({ url, locals: { locale } }));
		const chinese = await subject(db, 'place', 'hall', zh!, NOON);
		expect([chinese?.words.title, chinese?.words.label]).toEqual(['馆', '廉洁文化阵地']);
		expect(chinese?.sight).toEqual({ of: 'place', at: [120, 30], sure: false });
		expect((await subject(db, 'place', 'hall', en!, NOON))?.words.title).toBe('Hall');
		expect(await subject(db, 'place', 'canary', zh!, NOON)).toBeNull();
		expect(await subject(db, 'home', 'other', zh!, NOON)).toBeNull();
		expect(await subject(db, 'trail', 'none', zh!, NOON)).toBeNull();
		expect(await subject(db, 'article', 'none', zh!, NOON)).toBeNull();
	});

	test('of an event says when, as well as it is known, and shows its venue', async () => {
		const db = await emptyDb();
		await plant(db, NOON);
		const url = new URL('https://lian.example/og/event/x.png');
		const words = spoken({ url, locals: { locale: 'zh' } });
		const drama = await subject(db, 'event', 'drama-luyu-asks-tea', words, NOON);
		expect(drama?.words.label).toBe('演出 · 2024年11月11日至2024年11月15日');
		const week = await subject(db, 'series', 'culture-week-2024', words, NOON);
		expect([week?.words.label, week?.words.title]).toEqual(['活动周', '第三届“玉琮杯”廉洁文化周']);
		expect(await subject(db, 'event', 'none', words, NOON)).toBeNull();
		expect(await subject(db, 'series', 'culture-week-2024', words, NOON - 1)).toBeNull();
	});
});

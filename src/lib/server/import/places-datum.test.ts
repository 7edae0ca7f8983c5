import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convert } from '$lib/domain/datum';
import type { Datum, Position } from '$lib/domain/datum';
import { reasons } from '$lib/domain/import/issue';
import { importing as zh } from '$lib/words/zh/import';
import { importing as en } from '$lib/words/en/import';
import { emptyDb, putAll } from '$tests/make';
import { fileReasons } from './table';
import { cell, problemsCsv, tell } from './tell';
import { take, rows, everything } from '$tests/worlds/import-places';

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

import { createClient } from '@libsql/client';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { match } from './match';
import { parse } from './query';
import { sample } from './readings.sample';
import { bodyTokens, nameTokens, placeTokens } from './tokens';

const db = createClient({ url: ':memory:' });
afterAll(() => db.close());
beforeAll(async () => {
	await db.execute(
		"CREATE VIRTUAL TABLE search_index USING fts5(name, place, body, content='', contentless_delete=1, tokenize='ascii')"
	);
	const rows = [
		['玉琮廉路', '鸬鸟镇', ''],
		['玉琮廉路馆', '', ''],
		['路馆', '鸬鸟镇', '走一走玉琮廉路。'],
		['𫖯安', '', '']
	];
	for (const [i, [name = '', place = '', body = '']] of rows.entries())
		await db.execute({
			sql: 'INSERT INTO search_index (rowid, name, place, body) VALUES (?, ?, ?, ?)',
			args: [
				i + 1,
				nameTokens(name, sample).tokens.join(' '),
				placeTokens(place, sample).tokens.join(' '),
				bodyTokens(body, sample).tokens.join(' ')
			]
		});
});

const run = async (expression: string) => {
	const found = await db.execute({
		sql: 'SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid',
		args: [expression]
	});
	return found.rows.map((row) => Number(row.rowid));
};

const understood = (text: string) => {
	const ruled = parse(text);
	return ruled.ok && ruled.value ? match(ruled.value) : null;
};

describe('match', () => {
	test.each([
		['玉琮', [1, 2, 3]],
		['廉', [1, 2, 3]],
		['琮路', []],
		['路馆', [2, 3]],
		['yucong', [1, 2, 3]],
		['yuco', [1, 2, 3]],
		['conglian', [1, 2, 3]],
		['ycll', [1, 2]],
		['ｙｃｌｌ', [1, 2]],
		['luniao', [1, 3]],
		['lu niao', [1, 3]],
		['luni', [1, 3]],
		['鸕鳥', [1, 3]],
		['yucong廉路', [1, 2, 3]],
		['玉琮 鸬鸟', [1, 3]],
		['𫖯', [4]],
		['zzz', []]
	])('%s is found in rows %j', async (text, rows) => {
		expect(await run(understood(text)?.anywhere ?? '')).toEqual(rows);
	});

	test('each expression finds what the better ones find, and more', async () => {
		const all = understood('玉琮廉路');
		expect(all && (await Promise.all(Object.values(all).map(run)))).toEqual([
			[1],
			[1, 2],
			[1, 2],
			[1, 2],
			[1, 2, 3]
		]);
		const wide = understood('路 鸬鸟');
		expect(wide && (await run(wide.name))).toEqual([]);
		expect(wide && (await run(wide.place))).toEqual([1, 3]);
	});

	test('a name typed in sounds is recognised as whole', async () => {
		expect(await run(understood('yuconglianlu')?.exact ?? '')).toEqual([1]);
		expect(await run(understood('YCLL')?.exact ?? '')).toEqual([1]);
		expect(await run(understood('ycl')?.begins ?? '')).toEqual([1, 2]);
	});

	test('no query, however hostile, is a syntax error for FTS5', async () => {
		const hostile = fc.string({
			unit: fc.oneof(
				fc.constantFrom(
					'"',
					"'",
					'*',
					'(',
					')',
					'^',
					':',
					'-',
					'+',
					' ',
					'{',
					'}',
					'\u0000',
					'＝',
					'廉',
					'\ud800'
				),
				fc.constantFrom('NEAR', 'AND', 'OR', 'NOT', 'name', 'a', '1', 'é', '鳥', 'ﷺ'),
				fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })
			),
			maxLength: 24
		});
		await fc.assert(
			fc.asyncProperty(hostile, async (text) => {
				const all = understood(text);
				if (all) for (const expression of Object.values(all)) await run(expression);
			}),
			{ numRuns: 2000 }
		);
	});
});

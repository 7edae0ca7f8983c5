import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tallyOf, totalOf } from './cube';
import type { Cell } from './cube';
import { choosing, conditionsIn, formatList, listSorts, parseList, wholeList } from './list';
import { states } from './state';
import type { State } from './state';

const read = (text: string) => parseList('places', new URLSearchParams(text));

describe('a list', () => {
	test('opens with everything, newest change first', () => {
		expect([read(''), formatList(wholeList)]).toEqual([wholeList, '']);
	});

	test('is read from an address and written back alike', () => {
		const address =
			'?q=%E8%89%AF%E6%B8%9A&state=draft,review&kind=unit&category=village&town=liangzhu&live=no&mine=yes&newer=yes&trash=yes&sort=name&page=3';
		expect(formatList(read(address))).toBe(address);
		expect(conditionsIn(read(address))).toBe(9);
	});

	test.each([
		['state=nonsense', wholeList],
		['kind=unit,nonsense', { ...wholeList, kinds: ['unit'] }],
		['sort=phone', wholeList],
		['sort=updated', { ...wholeList, down: false }],
		['page=0', wholeList],
		['page=1e9', wholeList],
		["town=a'b", wholeList],
		['live=perhaps', wholeList],
		['live=yes&live=no', wholeList],
		['live=no&live=no', { ...wholeList, live: false }],
		[`q=${'x'.repeat(500)}`, { ...wholeList, q: 'x'.repeat(200) }]
	])('leaves out what makes no sense: %s', (text, expected) => {
		expect(read(text)).toEqual(expected);
	});

	test('knows only the options of its noun', () => {
		expect(parseList('trails', new URLSearchParams('kind=unit,walk')).kinds).toEqual(['walk']);
	});

	test('whatever the address says, reading what was written changes nothing', () => {
		const word = fc.constantFrom(
			'draft',
			'unit',
			'village',
			'a',
			'-name',
			'yes',
			'no',
			'2',
			',',
			''
		);
		const name = fc.constantFrom('q', 'state', 'kind', 'category', 'town', 'live', 'sort', 'page');
		fc.assert(
			fc.property(fc.array(fc.tuple(name, word)), (pairs) => {
				const query = parseList('places', new URLSearchParams(pairs));
				const again = parseList('places', new URLSearchParams(formatList(query)));
				expect(formatList(again)).toBe(formatList(query));
			})
		);
	});

	test('choosing another value goes back to the first page', () => {
		expect(choosing({ ...wholeList, page: 4 }, 'town', ['liangzhu'])).toEqual({
			...wholeList,
			towns: ['liangzhu']
		});
		expect(listSorts).toContain(wholeList.sort);
	});
});

const cell = (over: Partial<Cell>): Cell => ({
	trashed: false,
	state: 'draft',
	live: false,
	newer: false,
	kind: 'site',
	category: '',
	town: '',
	n: 1,
	...over
});

describe('counting', () => {
	const cells = [
		cell({ n: 5 }),
		cell({ state: 'published', live: true, n: 7 }),
		cell({ state: 'published', live: true, newer: true, kind: 'unit', n: 2 }),
		cell({ trashed: true, n: 3 })
	];

	test('leaves the trash out until it is asked for', () => {
		expect([totalOf(cells, wholeList), totalOf(cells, { ...wholeList, trash: true })]).toEqual([
			14, 3
		]);
	});

	test('shows for each value how many it would add, and for each switch how many it would leave', () => {
		expect(tallyOf(cells, { ...wholeList, states: ['published'] })).toEqual({
			total: 9,
			facets: {
				state: { draft: 5, published: 9 },
				kind: { site: 7, unit: 2 },
				category: { '': 9 },
				town: { '': 9 }
			},
			live: { yes: 9, no: 0 },
			newer: 2,
			trash: 0
		});
	});

	test('the total is the sum of the chosen values, whatever is chosen', () => {
		const some: fc.Arbitrary<Cell[]> = fc.array(
			fc.record({
				trashed: fc.boolean(),
				state: fc.constantFrom(...states),
				live: fc.boolean(),
				newer: fc.boolean(),
				kind: fc.constantFrom('site', 'unit'),
				category: fc.constantFrom('', 'village'),
				town: fc.constantFrom('', 'a', 'b'),
				n: fc.nat(9)
			})
		);
		fc.assert(
			fc.property(some, fc.subarray<State>([...states]), fc.boolean(), (cells, chosen, trash) => {
				const query = { ...wholeList, states: chosen as State[], trash };
				const { total, facets } = tallyOf(cells, query);
				expect(total).toBe(totalOf(cells, query));
				let sum = 0;
				for (const value of chosen.length ? chosen : states) sum += facets.state[value] ?? 0;
				expect(sum).toBe(total);
			})
		);
	});
});

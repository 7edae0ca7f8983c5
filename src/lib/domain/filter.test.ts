import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, formatFilter, MAX_QUERY, parseBox, parseFilter } from './filter';
import { categories, kinds, levels } from './place';

const parse = (query: string) => parseFilter(new URLSearchParams(query));
const reasons = (query: string) => {
	const ruled = parse(query);
	return ruled.ok ? [] : ruled.refusals.map(({ field, reason }) => `${field}:${reason}`);
};

describe('a filter', () => {
	it('asks for everything when the address says nothing', () => {
		expect(parse('')).toEqual({ ok: true, value: everything });
		expect(parse('kind=&town=&q=+')).toEqual({ ok: true, value: everything });
	});

	it('takes repeated and comma-separated values alike, each once', () => {
		const one = parse('kind=site&kind=unit');
		expect(one).toEqual(parse('kind=site,unit,site'));
		expect(one.ok && one.value.kinds).toEqual(['site', 'unit']);
	});

	it('refuses every wrong value at once and never shows something else instead', () => {
		expect(
			reasons(
				'kind=castle&level=x&town=DROP%20TABLE&open=perhaps&sort=name;--&page=0&bbox=1,2&near=9'
			)
		).toEqual([
			'kind:unknown-value',
			'level:unknown-value',
			'town:unknown-value',
			'open:unknown-value',
			'bbox:box-shape',
			'near:position-shape',
			'sort:unknown-value',
			'page:page-out-of-range'
		]);
	});

	it('refuses a search text that is too long and says how long it may be', () => {
		const ruled = parse(`q=${'廉'.repeat(MAX_QUERY + 1)}`);
		expect(ruled).toEqual({
			ok: false,
			refusals: [
				{ field: 'q', reason: 'too-long', detail: { limit: MAX_QUERY, length: MAX_QUERY + 1 } }
			]
		});
	});

	it('sorts by distance only from somewhere, and then by itself', () => {
		expect(reasons('sort=near')).toEqual(['sort:needs-position']);
		const ruled = parse('near=119.98,30.38');
		expect(ruled.ok && [ruled.value.near, ruled.value.sort]).toEqual([[119.98, 30.38], 'near']);
	});

	it('refuses a crowd of values as one, so that the answer stays small', () => {
		const crowd = Array.from({ length: 2000 }, (_, i) => `a${i}`).join();
		expect(reasons(`kind=${crowd}&town=${crowd}`)).toEqual([
			'kind:too-many-values',
			'town:too-many-values'
		]);
	});

	it('names a trail only once', () => {
		expect(reasons('trail=a1&trail=b2')).toEqual(['trail:only-one']);
	});

	it('comes back from its address unchanged', () => {
		const some = <T>(values: readonly T[]) => fc.subarray([...values]);
		const degree = (limit: number) =>
			fc.integer({ min: -limit * 1000, max: limit * 1000 }).map((n) => n / 1000);
		fc.assert(
			fc.property(
				fc.record({
					kinds: some(kinds),
					categories: some(categories),
					towns: some(['liangzhu', 'luniao', 'pingyao']),
					levels: some(levels),
					trail: fc.constantFrom(null, 'yucong-trail'),
					open: fc.boolean(),
					q: fc.constantFrom('', '瓶窑', "'; DROP TABLE places; --", 'a&b=c', '＂廉＂'),
					near: fc.option(fc.tuple(degree(180), degree(90)), { nil: null }),
					page: fc.integer({ min: 1, max: 10_000 })
				}),
				(parts) => {
					const filter = {
						...everything,
						...parts,
						sort: parts.near ? ('near' as const) : ('name' as const)
					};
					const back = parseFilter(formatFilter(filter));
					expect(back.ok && back.value).toEqual(filter);
				}
			)
		);
	});

	it('never throws, whatever the address holds', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary' }))), (pairs) => {
				const ruled = parseFilter(new URLSearchParams(pairs));
				expect(typeof ruled.ok).toBe('boolean');
			})
		);
	});
});

describe('a box', () => {
	it.each([
		['119.6,30.1,120.2,30.6', [119.6, 30.1, 120.2, 30.6]],
		['119.6,30.1,0,120.2,30.6,900', [119.6, 30.1, 120.2, 30.6]]
	])('%s is read', (text, box) => {
		expect(parseBox(text)).toEqual({ ok: true, value: box });
	});

	it.each([
		['', 'box-shape'],
		['1,2,3', 'box-shape'],
		['1,2,3,4,5', 'box-shape'],
		['a,b,c,d', 'box-shape'],
		['1e2,1,1e2,2', 'box-shape'],
		['NaN,0,1,1', 'box-shape'],
		['-181,0,0,1', 'box-outside-world'],
		['0,0,1,91', 'box-outside-world'],
		['2,0,1,1', 'box-inverted'],
		['0,2,1,1', 'box-inverted']
	])('“%s” is refused: %s', (text, reason) => {
		expect(parseBox(text)).toEqual({ ok: false, refusals: [{ field: 'bbox', reason }] });
	});
});

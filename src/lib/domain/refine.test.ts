import { describe, expect, it } from 'vitest';
import { everything, formatFilter, parseFilter } from './filter';
import { choices, without } from './refine';

const asked = () => {
	const ruled = parseFilter(
		new URLSearchParams(
			'q=廉&kind=unit&kind=site&category=village&town=liangzhu&level=province&trail=yucong-trail&open=1&bbox=119,30,121,31&near=120,30.3&page=3'
		)
	);
	if (!ruled.ok) throw new Error(JSON.stringify(ruled.refusals));
	return ruled.value;
};

describe('taking conditions away', () => {
	it('one after the other ends at the filter that asks for everything', () => {
		let filter = asked();
		let steps = 0;
		for (let all = choices(filter); all.length; all = choices(filter)) {
			filter = without(filter, all[0]!);
			steps++;
		}
		expect(steps).toBe(10);
		expect(filter).toEqual(everything);
	});

	it('takes away exactly the one named and goes back to the first page', () => {
		const next = without(asked(), { field: 'kind', value: 'unit' });
		expect(formatFilter(next).getAll('kind')).toEqual(['site']);
		expect(next.page).toBe(1);
		expect(choices(next).length).toBe(9);
	});
});

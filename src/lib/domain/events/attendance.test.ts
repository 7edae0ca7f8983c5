import { describe, expect, it } from 'vitest';
import { monthOf, sumsBy, total } from './attendance';
import type { Held, Published } from './attendance';

const at = Date.parse('2026-11-22T12:00:00+08:00');
const held = (eventId: string, counted: number | null, town = 'a'): Held => ({
	...{ at, eventId, type: 'talk', town, counted }
});
const published = (eventId: string, people: number): Published => ({
	...{ eventId, at, type: 'talk', town: 'a', people }
});
const all = () => 'all';

describe('attendance', () => {
	it('counts every date that took place, and the people at its door', () => {
		const sums = sumsBy([held('x', 3), held('x', 4), held('y', null)], [], all);
		expect(sums.get('all')).toEqual({ dates: 3, counted: 7, published: 0, unknown: 1 });
	});

	it('takes the published number only of an event where nobody was counted, and keeps it apart', () => {
		const sums = sumsBy(
			[held('x', 3), held('y', null), held('y', null)],
			[published('x', 900), published('y', 50)],
			all
		);
		expect(sums.get('all')).toEqual({ dates: 3, counted: 3, published: 50, unknown: 0 });
	});

	it('says which dates nobody knows a number of', () => {
		expect(sumsBy([held('x', 3), held('x', null)], [published('x', 9)], all).get('all')).toEqual({
			...{ dates: 2, counted: 3, published: 0, unknown: 1 }
		});
	});

	it('is the same however it is cut', () => {
		const rows = [held('x', 3, 'a'), held('y', null, 'b'), held('z', 5, 'b')];
		const towns = sumsBy(rows, [published('y', 7)], ({ eventId }) => eventId);
		expect(total(towns.values())).toEqual(sumsBy(rows, [published('y', 7)], all).get('all'));
	});

	it('belongs to the month in Asia/Shanghai', () => {
		expect(monthOf(Date.parse('2026-10-31T16:00:00Z'))).toBe('2026-11');
		expect(monthOf(Date.parse('2026-10-31T15:59:59Z'))).toBe('2026-10');
	});
});

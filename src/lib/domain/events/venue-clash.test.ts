import { describe, expect, it } from 'vitest';
import { clashes } from './venue-clash';

const at = (id: string, placeId: string | null, startsAt: number, endsAt: number | null) => ({
	...{ id, placeId, startsAt, endsAt }
});

describe('dates at one place', () => {
	it('clash when they overlap, each with the other', () => {
		const found = clashes([
			at('a', 'hall', 0, 10),
			at('b', 'hall', 9, 20),
			at('c', 'hall', 10, 11)
		]);
		expect([...found].sort()).toEqual([
			['a', ['b']],
			['b', ['a', 'c']],
			['c', ['b']]
		]);
	});

	it('do not clash when one ends as the other begins, nor at different places, nor at none', () => {
		expect(clashes([at('a', 'hall', 0, 10), at('b', 'hall', 10, 20)]).size).toBe(0);
		expect(clashes([at('a', 'hall', 0, 10), at('b', 'yard', 0, 10)]).size).toBe(0);
		expect(clashes([at('a', null, 0, 10), at('b', null, 0, 10)]).size).toBe(0);
	});

	it('last an hour where nobody said when they end', () => {
		const hour = 3_600_000;
		expect(clashes([at('a', 'hall', 0, null), at('b', 'hall', hour - 1, null)]).size).toBe(2);
		expect(clashes([at('a', 'hall', 0, null), at('b', 'hall', hour, null)]).size).toBe(0);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countUp } from './checkin-count';
import type { Pass } from './checkin-count';

const pass = (id: string, heads: number, deviceAt: number, extra = false): Pass => ({
	...{ id, heads, deviceAt, extra }
});

describe('counting who came', () => {
	it('counts those of a group who come one after the other', () => {
		const passes = [pass('a', 2, 10), pass('b', 1, 20)];
		expect(countUp(3, passes)).toEqual({ came: 3, doubled: [], since: 10 });
	});

	it('counts heads once when two devices let the same ticket in, and says which was the second', () => {
		const passes = [pass('late', 2, 20), pass('first', 2, 10)];
		expect(countUp(2, passes)).toEqual({ came: 2, doubled: ['late'], since: 10 });
	});

	it('counts more than signed up only where somebody said so knowingly', () => {
		const passes = [pass('a', 2, 10), pass('b', 1, 20, true)];
		expect(countUp(2, passes)).toEqual({ came: 3, doubled: [], since: 10 });
	});

	it('takes back what was counted by mistake, first of those let in knowingly', () => {
		const passes = [pass('a', 2, 10), pass('b', 1, 20, true), pass('c', -1, 30)];
		expect(countUp(2, passes)).toEqual({ came: 2, doubled: [], since: 10 });
		expect(countUp(2, [...passes, pass('d', -9, 40)])).toEqual({
			...{ came: 0, doubled: [], since: null }
		});
	});

	it('lets somebody in again who went out', () => {
		const passes = [pass('a', 1, 10), pass('b', -1, 20), pass('c', 1, 30)];
		expect(countUp(1, passes)).toEqual({ came: 1, doubled: [], since: 30 });
	});

	it('comes to the same whatever is told first, and however often', () => {
		const made = fc.uniqueArray(
			fc.record({
				id: fc.string({ minLength: 1, maxLength: 4 }),
				heads: fc.integer({ min: -3, max: 4 }).filter((n) => n !== 0),
				deviceAt: fc.integer({ min: 1, max: 5 }),
				extra: fc.boolean()
			}),
			{ selector: ({ id }) => id, maxLength: 12 }
		);
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 6 }),
				made,
				fc.infiniteStream(fc.nat()),
				(heads, all, dice) => {
					const wanted = countUp(heads, all);
					const told = [...all, ...all.slice(0, 4)]
						.map((one) => ({ one, at: dice.next().value }))
						.sort((a, b) => a.at - b.at)
						.map(({ one }) => one);
					expect(countUp(heads, told)).toEqual(wanted);
					const extra = all.filter((one) => one.extra && one.heads > 0);
					const most = heads + extra.reduce((sum, one) => sum + one.heads, 0);
					expect([wanted.came >= 0, wanted.came <= most]).toEqual([true, true]);
				}
			)
		);
	});
});

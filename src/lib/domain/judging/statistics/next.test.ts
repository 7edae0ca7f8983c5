import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextScores } from './next';
import { randomFrom } from './random';

const limits = { most: 10, seed: 'wave' };
const jurors = (loads: number[]) => loads.map((load, juror) => ({ juror, load }));

describe('a second wave', () => {
	test('goes first where P·(1 − P)·sd is largest', () => {
		const entries = [
			{ entry: 1, chance: 0.99, sd: 4, n: 2 },
			{ entry: 2, chance: 0.5, sd: 3, n: 2 },
			{ entry: 3, chance: 0.5, sd: 2, n: 2 },
			{ entry: 4, chance: 0, sd: 4, n: 2 }
		];
		const next = nextScores(
			{ entries, jurors: jurors([0, 0, 0, 0]), noise: 4, closed: () => false },
			4,
			limits
		);
		// sd 3 falls to 2.4 after one more score with noise 4, then to 2.1, then to 1.8.
		expect(next.map(({ entry }) => entry)).toEqual([2, 2, 2, 3]);
	});

	test('asks the least loaded first and levels their loads', () => {
		const entries = Array.from({ length: 9 }, (_, entry) => ({ entry, chance: 0.4, sd: 3, n: 2 }));
		const next = nextScores(
			{ entries, jurors: jurors([5, 2, 3]), noise: 5, closed: () => false },
			8,
			limits
		);
		const loads = [5, 2, 3];
		for (const { juror } of next) loads[juror]!++;
		expect(loads.sort()).toEqual([6, 6, 6]);
	});

	test('asks nobody for what is closed to them, and stops when nobody is left', () => {
		const entries = [{ entry: 1, chance: 0.5, sd: 3, n: 2 }];
		const closed = (_: number, juror: number) => juror !== 1;
		expect(nextScores({ entries, jurors: jurors([0, 7]), noise: 5, closed }, 5, limits)).toEqual([
			{ entry: 1, juror: 1 }
		]);
		expect(nextScores({ entries, jurors: [], noise: 5, closed: () => false }, 5, limits)).toEqual(
			[]
		);
	});

	test('keeps its laws in any state: budget, most, closed pairs, no pair twice', () => {
		fc.assert(
			fc.property(
				fc.record({
					entries: fc.integer({ min: 1, max: 30 }),
					jurors: fc.integer({ min: 2, max: 8 }),
					budget: fc.nat(80),
					most: fc.integer({ min: 1, max: 6 }),
					seed: fc.nat()
				}),
				({ entries, jurors: count, budget, most, seed }) => {
					const random = randomFrom(seed);
					const field = Array.from({ length: entries }, (_, entry) => ({
						entry,
						chance: random.uniform(),
						sd: 3 * random.uniform(),
						n: random.below(4)
					}));
					const shut = new Set(
						Array.from({ length: entries }, (_, entry) => `${entry} ${random.below(count)}`)
					);
					const state = {
						entries: field,
						jurors: jurors(Array.from({ length: count }, () => 3)),
						noise: 5,
						closed: (entry: number, juror: number) => shut.has(`${entry} ${juror}`)
					};
					const next = nextScores(state, budget, { most, seed });
					expect(next).toEqual(nextScores(state, budget, { most, seed }));
					expect(next.length).toBeLessThanOrEqual(budget);
					expect(new Set(next.map(({ entry, juror }) => `${entry} ${juror}`)).size).toBe(
						next.length
					);
					expect(next.filter(({ entry, juror }) => state.closed(entry, juror))).toEqual([]);
					for (const { entry, n } of field) {
						const more = next.filter((one) => one.entry === entry).length;
						expect(more === 0 || n + more <= most).toBe(true);
					}
				}
			)
		);
	});

	test('leaves loads within one wherever nothing is closed', () => {
		const shape = fc.record({
			loads: fc.array(fc.integer({ min: 3, max: 4 }), { minLength: 2, maxLength: 9 }),
			budget: fc.nat(120),
			seed: fc.nat()
		});
		fc.assert(
			fc.property(shape, ({ loads, budget, seed }) => {
				const random = randomFrom(seed);
				const entries = Array.from({ length: 60 }, (_, entry) => ({
					...{ entry, chance: random.uniform(), sd: 3, n: 2 }
				}));
				const state = { entries, jurors: jurors(loads), noise: 5, closed: () => false };
				const next = nextScores(state, budget, { most: 4, seed });
				expect(next.length).toBe(Math.min(budget, 120));
				const after = loads.map(
					(load, juror) => load + next.filter((one) => one.juror === juror).length
				);
				expect(Math.max(...after) - Math.min(...after)).toBeLessThanOrEqual(1);
			})
		);
	});
});

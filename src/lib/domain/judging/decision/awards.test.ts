import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardByRule, awardTrouble } from './awards';
import type { Placed, Prize } from './awards';

const prize = (id: string, ordinal: number, most: number, over: Partial<Prize> = {}): Prize => ({
	id,
	ordinal,
	most,
	categories: null,
	each: false,
	least: null,
	...over
});
const placed = (entry: string, place: number, over: Partial<Placed> = {}): Placed => ({
	entry,
	place,
	category: 'film',
	figure: 1_000_000 - place,
	...over
});
const given = (list: readonly Placed[], prizes: readonly Prize[]) =>
	Object.fromEntries(
		awardByRule(list, prizes).awards.map(({ entry, prize, tied }) => [entry, tied ? 'tied' : prize])
	);

describe('prizes by the rule', () => {
	const gold = prize('gold', 1, 1);
	const silver = prize('silver', 2, 2);

	it('go to the best, the highest first, and to nobody twice', () => {
		expect(
			given([placed('d', 4), placed('a', 1), placed('c', 3), placed('b', 2)], [silver, gold])
		).toEqual({ a: 'gold', b: 'silver', c: 'silver', d: null });
	});

	it('count in each category by themselves where they say so', () => {
		const list = [
			placed('a', 1),
			placed('b', 2),
			placed('c', 3, { category: 'video' }),
			placed('d', 4, { category: 'video' })
		];
		expect(given(list, [prize('gold', 1, 1, { each: true })])).toEqual({
			a: 'gold',
			b: null,
			c: 'gold',
			d: null
		});
		expect(given(list, [prize('gold', 1, 1, { categories: ['video'] })])).toEqual({
			a: null,
			b: null,
			c: 'gold',
			d: null
		});
	});

	it('stay vacant where nobody reaches the least figure', () => {
		const { awards, vacancies } = awardByRule(
			[placed('a', 1, { figure: 850_000 }), placed('b', 2, { figure: 840_000 })],
			[prize('gold', 1, 2, { least: 850_000 })]
		);
		expect(awards.map(({ prize }) => prize)).toEqual(['gold', null]);
		expect(vacancies).toEqual([{ prize: 'gold', category: null, places: 1, tied: 0 }]);
	});

	it('are left to the committee where equal entries want more room than there is', () => {
		expect(given([placed('a', 1), placed('b', 1), placed('c', 3)], [gold, silver])).toEqual({
			a: 'tied',
			b: 'tied',
			c: 'silver'
		});
	});

	it('are not given to an entry without a figure', () => {
		expect(given([placed('a', 1, { figure: null })], [gold])).toEqual({ a: null });
	});

	it('are never more than there are, and never leave the better behind the worse', () => {
		fc.assert(
			fc.property(
				fc.array(fc.record({ place: fc.integer({ min: 1, max: 12 }), video: fc.boolean() }), {
					maxLength: 30
				}),
				fc.array(fc.record({ most: fc.integer({ min: 1, max: 5 }), each: fc.boolean() }), {
					maxLength: 4
				}),
				(list, kinds) => {
					const entries = list.map(({ place, video }, at) =>
						placed(`e${at}`, place, { category: video ? 'video' : 'film' })
					);
					const prizes = kinds.map((one, at) => prize(`p${at}`, at + 1, one.most, one));
					const { awards } = awardByRule(entries, prizes);
					const won = awards.flatMap(({ entry, prize: id }, at) =>
						id ? [{ entry, category: entries[at]!.category, prize: id }] : []
					);
					expect(awardTrouble(won, prizes)).toEqual([]);
					const rank = (at: number) => {
						const { prize: id, tied } = awards[at]!;
						return tied ? null : id ? prizes.findIndex((one) => one.id === id) : Infinity;
					};
					for (const [at, one] of entries.entries())
						for (const [other, two] of entries.entries()) {
							const [a, b] = [rank(at), rank(other)];
							if (
								one.category === two.category &&
								one.place < two.place &&
								a !== null &&
								b !== null
							)
								expect(a).toBeLessThanOrEqual(b);
						}
				}
			)
		);
	});
});

describe('prizes given by hand', () => {
	it('are refused beyond their number, outside their category, and when nobody knows them', () => {
		const prizes = [prize('gold', 1, 1, { categories: ['film'] })];
		expect(
			awardTrouble(
				[
					{ entry: 'a', category: 'film', prize: 'gold' },
					{ entry: 'b', category: 'film', prize: 'gold' },
					{ entry: 'c', category: 'video', prize: 'gold' },
					{ entry: 'd', category: 'film', prize: 'tin' }
				],
				prizes
			)
		).toEqual([
			{ prize: 'gold', reason: 'too-many' },
			{ prize: 'gold', reason: 'other-category', entry: 'c' },
			{ prize: 'tin', reason: 'unknown', entry: 'd' }
		]);
	});
});

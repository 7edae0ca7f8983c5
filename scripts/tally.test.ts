import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../src/lib/domain/audit/canonical';
import { pointsText, resultOf, resultText } from '../src/lib/domain/judging/result';
import type { TallyFile } from '../src/lib/domain/judging/result/file';
import { aggregates, methodKeys } from '../src/lib/domain/judging/round';
import type { RoundPlan, Tie } from '../src/lib/domain/judging/round';
import { newRound } from '../src/lib/domain/judging/round-new';
import { emptySheet } from '../src/lib/domain/judging/sheet';
import { differences, tally } from './tally';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** What the portal would give out of a round with these scores. */
function fileOf(
	plan: RoundPlan,
	entries: TallyFile['entries'],
	scores: TallyFile['scores'],
	seed = digest('a seed')
): TallyFile {
	const result = resultOf(
		{
			...{ plan, seed, entries },
			sheets: scores.map(({ entry, juror, marks, verdict, rank }) => ({
				...{ code: entry, juror },
				sheet: { ...emptySheet, marks, verdict, rank }
			}))
		},
		digest
	);
	const rule = canonical({ plan });
	return {
		...{ format: 'liantu scores 1', edition: 'a/1', round: 1, state: 'closed', at: '' },
		...{ rule, ruleHash: digest(rule), seed, drawn: null, entries, scores },
		portal: {
			by: result.by,
			entries: result.entries.map(({ code, units, place, tie, selected }) => ({
				...{ entry: code, figure: units === null ? null : pointsText(units) },
				...{ place, tie, selected }
			})),
			sha256: digest(resultText(result))
		}
	};
}

const ties: fc.Arbitrary<Tie[]> = fc
	.tuple(
		fc.subarray<Tie>([
			{ by: 'criterion', criterion: 'theme' },
			{ by: 'criterion', criterion: 'reach' },
			{ by: 'mean' },
			{ by: 'median' },
			{ by: 'highest' },
			{ by: 'lowest' }
		]),
		fc.constantFrom<Tie[]>([], [{ by: 'lot' }], [{ by: 'committee' }])
	)
	.map(([some, last]) => [...some, ...last]);

/** A round of few marks, so that equal figures are many; sheets may lack anything. */
const rounds = fc
	.record({
		method: fc.constantFrom(...methodKeys),
		aggregate: fc.constantFrom(...aggregates),
		trimming: fc.record({
			high: fc.integer({ min: 0, max: 2 }),
			low: fc.integer({ min: 0, max: 2 }),
			from: fc.integer({ min: 5, max: 7 })
		}),
		selection: fc.record({
			within: fc.constantFrom('all' as const, 'category' as const),
			count: fc.option(fc.integer({ min: 1, max: 5 })),
			quotas: fc.dictionary(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 3 })),
			least: fc.option(fc.integer({ min: 0, max: 80 }))
		}),
		ties
	})
	.chain((over) =>
		fc.record({
			plan: fc.constant(newRound({ zh: '初评' }, over)),
			groups: fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 9 }),
			said: fc.array(
				fc.record({
					entry: fc.nat(8),
					juror: fc.nat(7),
					mark: fc.integer({ min: 14, max: 17 }),
					theme: fc.integer({ min: 13, max: 18 }),
					missing: fc.boolean(),
					verdict: fc.constantFrom('yes' as const, 'no' as const, null),
					rank: fc.option(fc.integer({ min: 1, max: 5 }))
				}),
				{ maxLength: 60 }
			)
		})
	)
	.map(({ plan, groups, said }) => {
		const entries = groups.map((group, at) => ({ code: `K${at}`, group }));
		const pairs = new Map(
			said
				.filter(({ entry }) => entry < entries.length)
				.map((one) => [`${one.entry} ${one.juror}`, one])
		);
		const scores = [...pairs.values()].map(
			({ entry, juror, mark, theme, missing, verdict, rank }, at) => ({
				...{ entry: `K${entry}`, juror: `评委 0${juror}`, verdict, rank },
				marks: {
					theme: theme * 500,
					story: mark * 500,
					craft: mark * 500,
					...(missing && at % 5 === 0 ? {} : { reach: mark * 500 })
				} as Record<string, number>
			})
		);
		return fileOf(plan, entries, scores);
	});

describe('the tally', () => {
	it('is the portal’s to the last digit, whatever the method, the aggregate and the ties', () => {
		const seen = new Set<string>();
		fc.assert(
			fc.property(rounds, (file) => {
				const result = tally(file);
				expect(differences(file, result)).toEqual([]);
				expect(result.sha256).toBe(file.portal.sha256);
				expect(result.by).toBe(file.portal.by);
				const { plan } = JSON.parse(file.rule) as { plan: RoundPlan };
				seen.add(`${plan.method} ${result.by}`);
			}),
			{ numRuns: 1500 }
		);
		for (const method of methodKeys)
			for (const by of ['mean', 'trimmed']) expect(seen).toContain(`${method} ${by}`);
	});

	it('is the portal’s where jurors are strict and mild, and calibration takes that out', () => {
		for (const method of methodKeys) {
			const plan = newRound({ zh: '终评' }, { method, aggregate: 'calibrated' });
			const entries = Array.from({ length: 12 }, (_, at) => ({ code: `K${at}`, group: 'all' }));
			const scores = entries.flatMap(({ code }, at) =>
				[0, 1, 2, 3].map((n) => {
					const juror = (at + n) % 6;
					const mark = 7000 + at * 200 - juror * 300 + ((at * 7 + juror * 13) % 5) * 100;
					return {
						...{ entry: code, juror: `评委 0${juror}` },
						...{ verdict: mark > 7300 ? ('yes' as const) : ('no' as const), rank: 12 - at },
						marks: { theme: mark, story: mark, craft: mark, reach: mark }
					};
				})
			);
			const file = fileOf(plan, entries, scores);
			const result = tally(file);
			expect([result.by, differences(file, result)]).toEqual(['calibrated', []]);
		}
	});

	it('is the same for exact thirds, trimming with one of seven missing, and a lot', () => {
		const plan = newRound(
			{ zh: '复评' },
			{
				aggregate: 'trimmed',
				perEntry: 7,
				criteria: [{ id: 'all', title: { zh: '总' }, about: null, weight: 100, anchors: [] }],
				ties: [{ by: 'lot' }],
				selection: { within: 'all', count: 1, quotas: {}, least: null }
			}
		);
		const score = (entry: string, juror: number, points: number) => ({
			...{ entry, juror: `评委 ${juror}`, verdict: null, rank: null },
			marks: { all: points * 100 }
		});
		const file = fileOf(
			plan,
			['AB', 'CD', 'EF'].map((code) => ({ code, group: 'all' })),
			[
				...[100, 80, 81, 82, 83, 0].map((points, at) => score('AB', at, points)),
				...[100, 80, 81, 82, 83, 1].map((points, at) => score('CD', at, points)),
				...[70, 70, 71].map((points, at) => score('EF', at, points))
			]
		);
		const { lines } = tally(file);
		expect(lines.map(({ figure }) => figure)).toEqual(['81.5000', '81.5000', '70.3333']);
		expect(lines.map(({ selected }) => selected)).toEqual([true, false, false]);
		expect(differences(file, tally(file))).toEqual([]);
	});

	it('names the entry where a figure, a place or a score is not the portal’s', () => {
		const plan = newRound({ zh: '' }, { method: 'yes-no', criteria: [], ties: [] });
		const said = (entry: string, verdict: 'yes' | 'no') => ({
			...{ entry, juror: '评委 1', marks: {}, verdict, rank: null }
		});
		const file = fileOf(
			plan,
			[
				{ code: 'AB', group: 'all' },
				{ code: 'CD', group: 'all' }
			],
			[said('AB', 'yes'), said('CD', 'no')]
		);
		file.scores[0]!.verdict = 'no';
		expect(differences(file, tally(file))).toEqual([
			'differs at AB: the portal has 100.0000 at place 1',
			'differs at CD: the portal has 0.0000 at place 2'
		]);
		const other = { ...file, rule: file.rule.replace('"count":150', '"count":1') };
		expect(differences(other, tally(other))[0]).toBe('the rule is not the one that was hashed');
	});
});

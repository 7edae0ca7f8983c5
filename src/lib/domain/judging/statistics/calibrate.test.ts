import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate, type Calibrated, type Observation } from '.';
import { randomFrom } from './random';

const random = randomFrom('a jury');
const severity = [-4, -2, 0, 2, 4];
/** Sixty entries, three of five jurors each. */
const honest: Observation[] = Array.from({ length: 60 }, (_, entry) => {
	const a = 6 * random.normal();
	return random
		.shuffled([0, 1, 2, 3, 4])
		.slice(0, 3)
		.map((juror) => ({
			entry,
			juror,
			x: Math.round(75 + a - severity[juror]! + 2 * random.normal())
		}));
}).flat();
const options = { seed: 'test', draws: 400, cut: 10 };
const answered = (observations: Observation[], more: Partial<typeof options> = {}): Calibrated => {
	const answer = calibrate(observations, { ...options, ...more });
	if (!answer.ok) throw new Error(answer.why.reason);
	return answer;
};
const refused = (observations: Observation[]) => {
	const answer = calibrate(observations, options);
	return answer.ok ? null : answer.why;
};

describe('refuses and says why', () => {
	test('without scores, or with one that is no number', () => {
		expect(refused([])).toEqual({ reason: 'no-scores' });
		expect(refused([...honest, { entry: 7, juror: 3, x: NaN }])).toEqual({
			reason: 'no-number',
			entry: 7,
			juror: 3
		});
	});

	test('with one juror, however much was scored', () => {
		expect(refused(honest.filter(({ juror }) => juror === 2))).toEqual({
			reason: 'one-juror',
			juror: 2
		});
	});

	test('with two entries', () => {
		expect(refused(honest.filter(({ entry }) => entry < 2))).toEqual({
			reason: 'few-entries',
			entries: 2,
			least: 3
		});
	});

	test('when all scores are equal', () => {
		expect(refused(honest.map((one) => ({ ...one, x: 80 })))).toEqual({
			reason: 'all-equal',
			points: 80,
			scores: 180
		});
	});

	test('when no entry was seen by two jurors', () => {
		expect(refused(honest.filter(({ juror, entry }) => juror === entry % 5))).toMatchObject({
			reason: 'no-shared-entry'
		});
	});

	test('when most entries have one juror only', () => {
		const first = new Set<number>();
		const thin = honest.filter(
			({ entry }) => entry < 25 || !(first.has(entry) || !first.add(entry))
		);
		expect(refused(thin)).toEqual({ reason: 'few-scores', entries: 60, single: 35 });
	});

	test('when jurors fall into groups that share nothing, with the groups', () => {
		const groups = Array.from({ length: 12 }, (_, entry) =>
			[0, 1, 2].map((k) => ({ entry, juror: (entry % 2) * 3 + k, x: 70 + entry + k }))
		).flat();
		expect(refused(groups)).toEqual({
			reason: 'not-connected',
			components: [
				{ jurors: [0, 1, 2], entries: [0, 2, 4, 6, 8, 10] },
				{ jurors: [3, 4, 5], entries: [1, 3, 5, 7, 9, 11] }
			]
		});
		expect(refused([...groups, { entry: 0, juror: 3, x: 71 }])).toBe(null);
	});
});

describe('an answer', () => {
	test('finds strict and mild jurors within three standard errors', () => {
		const { jurors } = answered(honest);
		for (const { juror, severity: found, se } of jurors)
			expect(Math.abs(found - severity[juror]!)).toBeLessThan(3 * se);
	});

	test('does not depend on the order in which scores came', () => {
		const { entries, jurors } = answered(honest);
		const turned = answered(randomFrom(5).shuffled(honest));
		expect([turned.entries, turned.jurors]).toEqual([entries, jurors]);
	});

	test('is the same for the same seed, and its means for any seed', () => {
		const [one, again, other] = [
			answered(honest),
			answered(honest),
			answered(honest, { seed: 'x' })
		];
		expect(again.entries).toEqual(one.entries);
		expect(other.entries.map(({ mean, sd, rank }) => [mean, sd, rank])).toEqual(
			one.entries.map(({ mean, sd, rank }) => [mean, sd, rank])
		);
		expect(other.entries.map(({ chance }) => chance)).not.toEqual(
			one.entries.map(({ chance }) => chance)
		);
	});

	test('hands out exactly as many places as there are, in every group', () => {
		const sum = (entries: { chance: number }[]) =>
			entries.reduce((total, { chance }) => total + chance, 0);
		expect(sum(answered(honest).entries)).toBeCloseTo(10, 9);
		const answer = calibrate(honest, {
			...options,
			cut: { film: 4, speech: 2 },
			groups: (entry) => (entry % 3 ? 'film' : 'speech')
		});
		if (!answer.ok) throw new Error();
		const of = (name: string) => answer.entries.filter(({ group }) => group === name);
		expect([sum(of('film')), sum(of('speech'))].map((n) => Math.round(n * 1e9) / 1e9)).toEqual([
			4, 2
		]);
		expect(Math.max(...of('speech').map(({ high }) => high))).toBeLessThanOrEqual(20);
	});

	test('lets every rank lie in its interval, and intervals shrink with more scores', () => {
		const { entries } = answered(honest);
		const outside = entries.filter(({ rank, low, high }) => rank < low || rank > high);
		expect(outside.length).toBeLessThanOrEqual(3);
		const twice = answered([
			...honest,
			...honest.map(({ entry, juror, x }) => ({ entry, juror: juror + 5, x }))
		]);
		const width = (answer: Calibrated) =>
			answer.entries.reduce((total, { low, high }) => total + high - low, 0);
		expect(width(twice)).toBeLessThan(width(answered(honest)));
	});

	test('flags a juror who gives 100 to everything, keeps the scores, and lets them decide nothing', () => {
		const flat = honest.flatMap((one) =>
			one.juror === 4 ? [] : [one, ...(one.juror === 0 ? [{ ...one, juror: 4, x: 100 }] : [])]
		);
		const { jurors, entries } = answered(flat);
		const { constant, scale, n } = jurors[4]!;
		expect([constant, n, jurors.filter((juror) => juror.constant).length]).toEqual([
			true,
			flat.filter(({ juror }) => juror === 4).length,
			1
		]);
		expect(scale).toBeLessThan(0.3);
		expect(entries.every(({ mean }) => Number.isFinite(mean))).toBe(true);
	});

	test('counts an entry shown twice to a juror once, with the mean', () => {
		const [first, ...others] = honest;
		const twice = [{ ...first!, x: first!.x - 3 }, { ...first!, x: first!.x + 3 }, ...others];
		expect(answered(twice).entries).toEqual(answered(honest).entries);
	});
});

test('jurors who agree to the point leave no noise and no NaN', () => {
	const exact = honest.map(({ entry, juror }) => ({
		entry,
		juror,
		x: 50 + ((entry * 7) % 31) - severity[juror]!
	}));
	const { jurors, entries, components } = answered(exact);
	expect(components.noise).toBeLessThan(0.05);
	for (const { juror, severity: found } of jurors) expect(found).toBeCloseTo(severity[juror]!, 1);
	expect(entries.find(({ entry }) => entry === 0)!.rank).toBeGreaterThan(55);
});

test('whatever comes in, no number that comes out is missing or endless', () => {
	const observation = fc.record({
		entry: fc.integer({ min: 0, max: 7 }),
		juror: fc.integer({ min: 0, max: 4 }),
		x: fc.oneof(
			fc.integer({ min: 0, max: 100 }),
			fc.constantFrom(0, 100, 80),
			fc.double({ min: 0, max: 100, noNaN: true })
		)
	});
	let calibrated = 0;
	fc.assert(
		fc.property(
			fc.array(observation, { minLength: 12, maxLength: 60 }),
			fc.nat(12),
			(observations, cut) => {
				const answer = calibrate(observations, { seed: 1, draws: 40, cut });
				if (!answer.ok) return;
				calibrated++;
				const numbers = [
					...answer.entries.flatMap(({ mean, sd, rank, low, high, chance }) => [
						mean,
						sd,
						rank,
						low,
						high,
						chance
					]),
					...answer.jurors.flatMap(({ severity, se, scale }) => [severity, se, scale]),
					...Object.values(answer.components)
				];
				expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
				for (const { chance, low, high } of answer.entries) {
					expect(chance >= 0 && chance <= 1).toBe(true);
					expect(low >= 1 && low <= high && high <= answer.entries.length).toBe(true);
				}
			}
		),
		{ numRuns: 300 }
	);
	expect(calibrated).toBeGreaterThan(50);
}, 60_000);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { convert, datums, type Datum, type Position } from '../datum';
import { distance } from '../geo';
import { judge, type Pair } from './alarm';

const places: Position[] = [
	[119.981381, 30.412345],
	[120.012345, 30.376543],
	[119.765432, 30.501234],
	[119.912345, 30.287654],
	[119.854321, 30.354321]
];
const file = (
	really: Datum,
	declared: Datum,
	known: Position[] = places,
	verified = false
): Pair[] =>
	known.map((known) => ({ raw: convert(known, 'wgs84', really), declared, known, verified }));

it('both shifts here are far beyond what two surveys of one building differ by', () => {
	for (const place of places) {
		const off = (datum: Datum) => distance(place, convert(place, 'wgs84', datum));
		expect(off('gcj02') > 500 && off('gcj02') < 560).toBe(true);
		expect(off('bd09') > 1100 && off('bd09') < 1180).toBe(true);
	}
});

for (const really of datums)
	for (const declared of datums)
		it(`a file in ${really} declared ${declared} ${really === declared ? 'fits' : 'rings the alarm and names the datum'}`, () => {
			const verdict = judge(file(really, declared));
			if (really === declared) expect(verdict).toEqual({ state: 'fits', matches: 5, metres: 0 });
			else
				expect(verdict).toMatchObject({ state: 'alarm', declared, looksLike: really, matches: 5 });
		});

it('positions that are 60 m rough in any direction change nothing about it', () => {
	const rough = fc.array(
		fc.tuple(
			fc.double({ min: -6e-4, max: 6e-4, noNaN: true }),
			fc.double({ min: -5e-4, max: 5e-4, noNaN: true })
		),
		{ minLength: 5, maxLength: 5 }
	);
	fc.assert(
		fc.property(
			rough,
			fc.constantFrom(...datums),
			fc.constantFrom(...datums),
			(noise, really, declared) => {
				const pairs = file(really, declared).map((pair, i) => ({
					...pair,
					raw: [pair.raw[0] + noise[i]![0], pair.raw[1] + noise[i]![1]] as Position
				}));
				expect(judge(pairs).state).toBe(really === declared ? 'fits' : 'alarm');
			}
		)
	);
});

it('two matches prove nothing', () => {
	expect(judge(file('gcj02', 'wgs84', places.slice(0, 2)))).toEqual({
		state: 'unchecked',
		matches: 2
	});
	expect(judge([])).toEqual({ state: 'unchecked', matches: 0 });
});

it('half a kilometre in another direction is no other datum', () => {
	const pairs = places.map((known): Pair => ({
		raw: [known[0] - 0.0052, known[1] + 0.001],
		declared: 'wgs84',
		known,
		verified: false
	}));
	expect(judge(pairs).state).toBe('moved');
});

it('one place that really moved does not ring', () => {
	const pairs = file('wgs84', 'wgs84');
	pairs[0]!.raw = [120.2, 30.2];
	expect(judge(pairs).state).toBe('fits');
});

it('checked positions count more than unchecked ones', () => {
	const wrong = file(
		'wgs84',
		'wgs84',
		places.map((place) => convert(place, 'wgs84', 'gcj02'))
	);
	expect(judge([...wrong, ...file('wgs84', 'wgs84', places.slice(0, 3), true)]).state).toBe('fits');
});

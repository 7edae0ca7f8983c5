import fc from 'fast-check';
import { expect, it } from 'vitest';
import { degrees, fromOne, fromTwo } from './coordinate';

it.each([
	['119.98138', 119.98138, 5, null],
	['１１９．９８', 119.98, 2, null],
	['+119.98', 119.98, 2, null],
	['1.1998E+02', 119.98, 4, null],
	['119.98°', 119.98, 2, null],
	['E119.98138', 119.98138, 5, 'lon'],
	['30.41N', 30.41, 2, 'lat'],
	['东经119.98138', 119.98138, 5, 'lon'],
	['119°58′30″', 119.975, 4, null],
	['119°58\'30"E', 119.975, 4, 'lon'],
	['北纬30度24分36秒', 30.41, 4, 'lat'],
	['30º 24.6’', 30.41, 4, null],
	['119°30′', 119.5, 2, null]
] as const)('reads %s', (text, value, decimals, axis) => {
	const read = degrees(text)!;
	expect(read.value).toBeCloseTo(value, 10);
	expect({ decimals: read.decimals, axis: read.axis }).toEqual({ decimals, axis });
});

it.each([
	'',
	'abc',
	'119,98',
	'119.98.1',
	'119°60′',
	'119°10′60″',
	'E119.9E',
	'NaN',
	'Infinity',
	'0x10',
	'1e999'
])('does not read “%s”', (text) => expect(degrees(text)).toBeNull());

it('notices longitude and latitude the wrong way round', () => {
	expect(fromTwo('30.41234', '119.98138')).toBe('swapped');
	expect(fromTwo('30.41234N', '119.98138E')).toBe('swapped');
	expect(fromOne('30.41234,119.98138')).toBe('swapped');
});

it('letters decide the order in one cell', () => {
	expect(fromOne('30.41234N, 119.98138E')).toEqual(fromOne('119.98138, 30.41234'));
	expect(fromOne('119.98138 30.41234')).toEqual({
		position: [119.98138, 30.41234],
		decimals: 5,
		doubt: null
	});
	expect(fromOne('119.98138，30.41234')).toEqual({
		position: [119.98138, 30.41234],
		decimals: 5,
		doubt: null
	});
});

it('says what is wrong with numbers that are no place here', () => {
	expect(fromTwo('40488123.5', '3365789.2')).toBe('projected');
	expect(fromTwo('500', '30')).toBe('out-of-range');
	expect(fromTwo('0', '0')).toBe('null-island');
	expect(fromOne('119.98')).toBe('not-degrees');
	expect(fromTwo('2.35222', '48.85661')).toEqual({
		position: [2.35222, 48.85661],
		decimals: 5,
		doubt: 'outside-china'
	});
});

it('never throws, and a position it reads lies in the world', () => {
	const char = fc.constantFrom(...'0123456789.°′″\'"度分秒EWNS东西南北经纬-+, ');
	const text = fc.oneof(
		fc.string(),
		fc.array(char, { maxLength: 16 }).map((c) => c.join(''))
	);
	fc.assert(
		fc.property(text, text, (a, b) => {
			for (const read of [fromTwo(a, b), fromOne(a + ',' + b)]) {
				if (typeof read === 'string') continue;
				expect(Math.abs(read.position[0]) <= 180 && Math.abs(read.position[1]) <= 90).toBe(true);
			}
		}),
		{ numRuns: 3000 }
	);
});

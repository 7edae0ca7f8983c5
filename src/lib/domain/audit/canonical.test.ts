import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical } from './canonical';

it('writes the example of RFC 8785 as the standard does', () => {
	const example = {
		numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
		string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
		literals: [null, true, false]
	};
	expect(canonical(example)).toBe(
		'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
	);
});

it('sorts keys by UTF-16 code units, as the standard’s second example', () => {
	const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
	const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
	const value = Object.fromEntries(keys.map((key) => [key, 0]));
	expect(canonical(value)).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
});

it('is one line, means the same as JSON and does not depend on the order of keys', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (value) => {
			const text = canonical(value);
			const turned = Object.fromEntries(Object.entries(value).reverse());
			expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
			expect(canonical(turned)).toBe(text);
			expect(canonical(JSON.parse(text))).toBe(text);
			expect(text).not.toMatch(/[\r\n\u001b]/);
		})
	);
});

it('leaves out what JSON cannot hold', () => {
	expect(canonical({ a: undefined, b: [undefined, NaN, 1n], c: new Date(0) })).toBe(
		'{"b":[null,null,"1"],"c":"1970-01-01T00:00:00.000Z"}'
	);
});

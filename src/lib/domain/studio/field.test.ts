import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmpty, same } from './field';
import type { Json } from './field';

/** The law told another way: a value with sorted keys and without empty parts. */
function plain(value: Json | undefined): Json {
	if (value === undefined || value === null || value === '') return null;
	if (Array.isArray(value)) return value.length ? value.map(plain) : null;
	if (typeof value !== 'object') return value;
	const kept = Object.entries(value)
		.map(([key, part]): [string, Json] => [key, plain(part)])
		.filter(([, part]) => part !== null)
		.sort(([x], [y]) => (x < y ? -1 : 1));
	return kept.length ? Object.fromEntries(kept) : null;
}
const told = (value: Json | undefined) => JSON.stringify(plain(value));

const { value: json } = fc.letrec<{ value: Json }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3 },
		fc.constantFrom(null, '', '廉', 'a', 0, 1, true, false),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom('zh', 'en', 'of'), tie('value'), { maxKeys: 3 })
	)
}));

describe('two values of a field', () => {
	it('say the same in whatever order, with nothing for what is absent, null or empty', () => {
		expect(same({ zh: '廉', en: null }, { zh: '廉' })).toBe(true);
		expect(same({ en: 'a', zh: '廉' }, { zh: '廉', en: 'a' })).toBe(true);
		expect(same({ zh: '', en: null }, undefined)).toBe(true);
		expect(same([], null)).toBe(true);
	});

	it('differ where an order, a kind or a place in a list does', () => {
		expect(same(['a', 'b'], ['b', 'a'])).toBe(false);
		expect(same([''], [])).toBe(false);
		expect(same(0, false)).toBe(false);
		expect(same({ zh: '廉' }, { zh: '廉', en: 'a' })).toBe(false);
		expect(same({ 0: 'a' }, ['a'])).toBe(false);
	});

	it('are compared as their plain forms are, whatever they are', () => {
		fc.assert(
			fc.property(json, json, (a, b) => {
				expect(same(a, b)).toBe(told(a) === told(b));
				expect(same(a, structuredClone(a))).toBe(true);
				expect(isEmpty(a)).toBe(plain(a) === null);
			}),
			{ numRuns: 2000, seed: 20261122 }
		);
	});
});

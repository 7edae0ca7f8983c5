import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { same } from './field';
import type { Content } from './field';
import { merge } from './merge';
import { describe } from './noun';

const { fields } = describe('honours');
const names = fields.map(({ name }) => name);
const content = fc.record(
	Object.fromEntries(names.map((name) => [name, fc.constantFrom('', 'a', 'b', null)])),
	{ requiredKeys: [] }
) as fc.Arbitrary<Content>;
const all = (law: (base: Content, theirs: Content, mine: Content) => void) =>
	fc.assert(fc.property(content, content, content, law));
const alike = (a: Content, b: Content) => names.every((name) => same(a[name], b[name]));

group('merging field by field', () => {
	test('gives mine where only I changed, theirs where only they did', () => {
		all((base, theirs, mine) => {
			expect(alike(merge(fields, base, base, mine).content, mine)).toBe(true);
			expect(alike(merge(fields, base, theirs, base).content, theirs)).toBe(true);
		});
	});

	test('is the same from both sides where nothing conflicts', () => {
		all((base, theirs, mine) => {
			const one = merge(fields, base, theirs, mine);
			const other = merge(fields, base, mine, theirs);
			expect(one.conflicts).toEqual(other.conflicts);
			if (!one.conflicts.length) expect(alike(one.content, other.content)).toBe(true);
		});
	});

	test('loses nothing anybody typed: every changed field is kept, taken or in conflict', () => {
		all((base, theirs, mine) => {
			const merged = merge(fields, base, theirs, mine);
			for (const name of names) {
				if (merged.taken.includes(name)) {
					expect(same(mine[name], base[name])).toBe(true);
					expect(same(merged.content[name], theirs[name])).toBe(true);
				} else expect(same(merged.content[name], mine[name])).toBe(true);
				const both = !same(base[name], theirs[name]) && !same(base[name], mine[name]);
				expect(merged.conflicts.includes(name)).toBe(both && !same(theirs[name], mine[name]));
			}
		});
	});
});

import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { differences, listDiff, wordsDiff } from './diff';
import type { Part } from './diff';
import { describe } from './noun';
import type { Voice } from './value-text';
import { valueLines } from './value-text';

const voice: Voice = {
	option: (field, value) => `${field}/${value}`,
	reference: (_, slug) => `<${slug}>`,
	precision: (value) => value,
	datum: (value) => value,
	unit: (unit) => unit,
	day: (day) => day,
	moment: String,
	metres: (metres) => `${metres} m`,
	points: (count) => `${count} points`,
	weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
	yes: 'yes',
	no: 'no',
	has: 'has',
	lacks: 'lacks',
	closed: 'closed',
	verified: 'checked',
	unverified: 'unchecked'
};
const { fields } = describe('places');
const field = (name: string) => fields.find((one) => one.name === name)!;
const text = (parts: Part[], without: Part['change']) =>
	parts.flatMap((part) => (part.change === without ? [] : [part.text])).join('');

const chinese = fc
	.array(fc.constantFrom(...'廉洁文化阵地在良渚，村务公开。\nclean 2024'), { maxLength: 60 })
	.map((chars) => chars.join(''));

group('the difference of two texts', () => {
	test('is by words, not by characters', () => {
		expect(wordsDiff('廉洁文化阵地在良渚', '廉洁文化公园在良渚')).toEqual([
			{ change: 'same', text: '廉洁文化' },
			{ change: 'removed', text: '阵地' },
			{ change: 'added', text: '公园' },
			{ change: 'same', text: '在良渚' }
		]);
	});

	test('holds both texts whole', () => {
		fc.assert(
			fc.property(chinese, chinese, (before, after) => {
				const parts = wordsDiff(before, after);
				expect(text(parts, 'added')).toBe(before);
				expect(text(parts, 'removed')).toBe(after);
			})
		);
	});

	test('of two long texts with nothing in common is still told', () => {
		const [before, after] = ['甲乙丙。'.repeat(3000), '子丑寅！'.repeat(3000)];
		const parts = wordsDiff(before, after);
		expect(text(parts, 'added')).toBe(before);
		expect(text(parts, 'removed')).toBe(after);
	});
});

group('the difference of two lists', () => {
	test('says what moved instead of what went and came', () => {
		expect(listDiff(['a', 'b', 'c'], ['b', 'c', 'a', 'd'])).toEqual([
			{ change: 'same', text: 'b' },
			{ change: 'same', text: 'c' },
			{ change: 'moved', text: 'a' },
			{ change: 'added', text: 'd' }
		]);
	});

	test('holds every line of the new list in its order', () => {
		const lists = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
		fc.assert(
			fc.property(lists, lists, (before, after) => {
				const parts = listDiff(before, after);
				expect(parts.flatMap(({ change, text }) => (change === 'removed' ? [] : [text]))).toEqual(
					after
				);
				const kept = parts.flatMap(({ change, text }) => (change === 'added' ? [] : [text]));
				expect(kept.sort()).toEqual([...before].sort());
			})
		);
	});
});

group('the difference of two contents', () => {
	test('tells each changed field once, in the order of the form', () => {
		const before = {
			name: { zh: '廉园', en: null },
			phone: null,
			tags: ['a'],
			position: {
				lon: 120,
				lat: 30,
				precision: 'exact',
				datum: 'wgs84',
				accuracy: null,
				verified: false
			}
		};
		const after = {
			...before,
			name: { zh: '廉园', en: 'Garden' },
			phone: '0571',
			tags: ['a', 'b'],
			position: { ...before.position, lon: 120.01 }
		};
		const found = differences(fields, before, after, voice);
		expect(found.map(({ field: { name }, show }) => [name, show])).toEqual([
			['name', 'words'],
			['tags', 'list'],
			['position', 'position'],
			['phone', 'words']
		]);
		const position = found[2]!;
		expect(position.show === 'position' && Math.round(position.moved!)).toBe(963);
		const name = found[0]!;
		expect(name.show === 'words' && name.texts).toEqual([
			{ tongue: 'en', parts: [{ change: 'added', text: 'Garden' }] }
		]);
	});

	test('finds nothing between a content and itself', () => {
		expect(differences(fields, { phone: '', tags: [] }, { phone: null }, voice)).toEqual([]);
	});
});

test('a week reads as runs of days', () => {
	const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 540, closes: 1020 }));
	expect(valueLines(field('week'), week, voice)).toEqual(['Mon–Fri 09:00–17:00', 'Sat–Sun closed']);
});

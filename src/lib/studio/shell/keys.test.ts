import { describe, expect, test } from 'vitest';
import { isWriting, moveOf, opens } from './keys';

const press = (key: string, over: object = {}) => ({
	key,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	shiftKey: false,
	isComposing: false,
	target: null,
	...over
});
const input = { tagName: 'INPUT', type: 'text' } as unknown as EventTarget;
const box = { tagName: 'INPUT', type: 'checkbox' } as unknown as EventTarget;

describe('anywhere in the studio', () => {
	test('Ctrl+K and ⌘K open the palette, even while writing', () => {
		expect(opens(press('k', { ctrlKey: true, target: input }))).toBe('palette');
		expect(opens(press('K', { metaKey: true }))).toBe('palette');
	});

	test('a question mark opens the shortcuts, but is a letter while writing', () => {
		expect(opens(press('?', { shiftKey: true }))).toBe('shortcuts');
		expect(opens(press('?', { shiftKey: true, target: input }))).toBe(null);
	});

	test('an input method keeps its keys', () => {
		expect(opens(press('k', { ctrlKey: true, isComposing: true }))).toBe(null);
		expect(moveOf(press('j', { isComposing: true }), true)).toBe(null);
	});
});

describe('in a list', () => {
	test.each([
		['j', 'down'],
		['k', 'up'],
		['ArrowDown', 'down'],
		['x', 'select'],
		['o', 'open'],
		['/', 'search'],
		['n', 'create'],
		[']', 'next'],
		['q', null]
	])('%s on a row means %s', (key, move) => {
		expect(moveOf(press(key), true)).toBe(move);
	});

	test('without a row the arrows go on scrolling', () => {
		expect([moveOf(press('ArrowDown'), false), moveOf(press('x'), false)]).toEqual([null, null]);
		expect(moveOf(press('j'), false)).toBe('down');
	});

	test('letters are letters while writing, and commands on a check box', () => {
		expect([moveOf(press('j', { target: input }), true), isWriting(box)]).toEqual([null, false]);
		expect(moveOf(press('j', { target: box }), true)).toBe('down');
	});
});

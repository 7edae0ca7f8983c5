import { expect, test } from 'vitest';
import { checkKey } from './keys';

const press = (key: string, target: object | null = null, over = {}) =>
	checkKey({
		key,
		ctrlKey: false,
		metaKey: false,
		altKey: false,
		isComposing: false,
		target: target as EventTarget | null,
		...over
	});

test('single letters check', () => {
	expect([...'jkprxvu?'].map((key) => press(key))).toEqual([
		'next',
		'before',
		'pass',
		'return',
		'refuse',
		'film',
		'list',
		'help'
	]);
	expect(press('q')).toBe(null);
	expect(press('constructor')).toBe(null);
});

test('whoever writes, composes or holds a modifier decides nothing', () => {
	expect(press('p', { tagName: 'TEXTAREA' })).toBe(null);
	expect(press('p', { tagName: 'INPUT', type: 'date' })).toBe(null);
	expect(press('p', null, { isComposing: true })).toBe(null);
	expect(press('r', null, { ctrlKey: true })).toBe(null);
	expect(press('p', { tagName: 'INPUT', type: 'checkbox' })).toBe('pass');
});

test('a film that has the focus keeps its keys', () => {
	const within = { tagName: 'BUTTON', closest: () => ({}) };
	expect(press('j', within)).toBe(null);
	expect(press('k', within)).toBe(null);
	expect(press('?', within)).toBe('help');
});

test('Escape lets a decision go, also out of a field', () => {
	expect(press('Escape', { tagName: 'TEXTAREA' })).toBe('none');
});

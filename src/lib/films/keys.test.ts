import { expect, test } from 'vitest';
import { deedOf, speedBy } from './keys';

const press = (key: string, control = 'DIV', more = {}) =>
	deedOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...more }, control);

test('keys do what their list says, capitals alike', () => {
	expect([press(' '), press('J'), press('7'), press('>')]).toEqual([
		{ do: 'toggle' },
		{ do: 'by', seconds: -10 },
		{ do: 'to', share: 0.7 },
		{ do: 'faster', steps: 1 }
	]);
});

test('a key that belongs to a control stays with it', () => {
	expect([
		press(' ', 'BUTTON'),
		press('ArrowUp', 'SELECT'),
		press('ArrowRight', 'INPUT'),
		press('k', 'TEXTAREA')
	]).toEqual([null, null, null, null]);
	expect(press('k', 'BUTTON')).toEqual({ do: 'toggle' });
});

test('shortcuts of the browser stay its own', () => {
	expect([
		press('f', 'DIV', { ctrlKey: true }),
		press('l', 'DIV', { metaKey: true }),
		press('ArrowLeft', 'DIV', { altKey: true }),
		press('Tab')
	]).toEqual([null, null, null, null]);
});

test('speeds go step by step and stop at their ends', () => {
	expect([speedBy(1, 1), speedBy(2, 1), speedBy(0.5, -1), speedBy(1.1, 0)]).toEqual([
		1.25, 2, 0.5, 1.25
	]);
});

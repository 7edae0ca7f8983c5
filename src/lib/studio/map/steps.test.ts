import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Steps } from './steps.svelte';

it('goes back through every step and forward again', () => {
	fc.assert(
		fc.property(fc.array(fc.array(fc.integer()), { maxLength: 20 }), (values) => {
			const distinct = [[], ...values].filter(
				(value, i, all) => !i || JSON.stringify(value) !== JSON.stringify(all[i - 1])
			);
			const steps = new Steps<number[]>([]);
			for (const value of values) steps.note(value);
			for (const value of distinct.slice(0, -1).reverse()) expect(steps.undo()).toEqual(value);
			expect(steps.canUndo).toBe(false);
			for (const value of distinct.slice(1)) expect(steps.redo()).toEqual(value);
			expect(steps.canRedo).toBe(false);
		})
	);
});

it('stays where it stands when there is no step to go', () => {
	const steps = new Steps(1);
	expect([steps.undo(), steps.redo()]).toEqual([1, 1]);
});

it('forgets what was undone once something new is drawn', () => {
	const steps = new Steps('a');
	steps.note('b');
	steps.undo();
	steps.note('c');
	expect([steps.canRedo, steps.undo()]).toEqual([false, 'a']);
});

it('takes the answer to its own step for no new one', () => {
	const steps = new Steps('a');
	steps.note('b');
	steps.note(steps.undo());
	expect([steps.canUndo, steps.canRedo]).toEqual([false, true]);
});

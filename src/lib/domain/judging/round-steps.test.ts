import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, closesShort, openLacks, roundSteps, sealLacks, stepTrouble } from './round-steps';
import type { RoundStep } from './round-steps';
import { roundStates, takes } from './state';
import type { RoundState } from './state';

/**
 * Where a round stands, told in another way: by what happened, read from the end. Only the last thing
 * that moves it counts, and nothing after the release does.
 */
function told(history: readonly RoundStep[]): RoundState {
	const last = history.findLast(
		(step) => !['save', 'remove', 'admit', 'fix', 'extend'].includes(step)
	);
	if (!last) return 'draft';
	return last === 'seal'
		? 'sealed'
		: last === 'close'
			? 'closed'
			: last === 'release'
				? 'released'
				: 'open';
}

/** What may come next, told as a sentence for each step. */
const allowed: Record<RoundStep, (history: readonly RoundStep[]) => boolean> = {
	save: (history) => !history.includes('seal'),
	remove: (history) => !history.includes('seal'),
	admit: (history) => !history.includes('seal'),
	fix: (history) => !history.includes('seal'),
	seal: (history) => !history.includes('seal'),
	open: (history) => history.includes('seal') && !history.includes('open'),
	extend: (history) => history.includes('seal') && !['closed', 'released'].includes(told(history)),
	close: (history) => told(history) === 'open',
	reopen: (history) => told(history) === 'closed',
	release: (history) =>
		history.includes('close') && !history.includes('release') && told(history) !== 'open'
};

/** Steps forward come more often, so that sequences get somewhere. */
const forward = ['seal', 'open', 'close', 'release'] as const;
const often = [...roundSteps, ...forward, ...forward, ...forward];

describe('the steps of a round', () => {
	it('lead where an independent telling says, over 10,000 sequences', () => {
		const seen = new Map<RoundState, number>();
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...often), { maxLength: 24 }), (steps) => {
				let state: RoundState = 'draft';
				const history: RoundStep[] = [];
				for (const step of steps) {
					const next = after(state, step);
					expect([step, next !== null]).toEqual([step, allowed[step](history)]);
					expect(stepTrouble(state, step)).toBe(next === null ? `is-${state}` : null);
					if (next === null) continue;
					history.push(step);
					state = next;
					if (state !== told(history)) return false;
				}
				seen.set(state, (seen.get(state) ?? 0) + 1);
				return true;
			}),
			{ numRuns: 10_000 }
		);
		for (const state of roundStates) expect(seen.get(state) ?? 0).toBeGreaterThan(50);
	});

	it('never lead out of the release, nor back before the sealing', () => {
		for (const step of roundSteps) {
			expect(after('released', step)).toBe(null);
			for (const state of roundStates)
				if (state !== 'draft') expect(after(state, step)).not.toBe('draft');
		}
	});
});

describe('scores are taken', () => {
	it('from the opening date to the moment before the close, while the round is open', () => {
		const dates = { opensAt: 10, closesAt: 20 };
		expect([9, 10, 19, 20].map((now) => takes({ state: 'open', ...dates }, now))).toEqual([
			false,
			true,
			true,
			false
		]);
		for (const state of roundStates.filter((one) => one !== 'open'))
			expect(takes({ state, ...dates }, 15)).toBe(false);
		expect(takes({ state: 'open', opensAt: null, closesAt: null }, 15)).toBe(true);
	});
});

describe('what is missing', () => {
	const whole = {
		...{ field: 9, panel: 5, perEntry: 3, ready: true, closesAt: 20 },
		...{ methodRefuses: false, now: 10 }
	};
	const keys = (over: Partial<typeof whole> & { closesAt?: number | null }) =>
		sealLacks({ ...whole, ...over }).map(({ key, stops }) => `${key}${stops ? '!' : ''}`);

	it('before sealing is said, each thing once', () => {
		expect(keys({})).toEqual([]);
		expect(keys({ field: 0, panel: 0 })).toEqual(['no-field!', 'no-panel!']);
		expect(keys({ panel: 2 })).toEqual(['small-panel!']);
		expect(keys({ ready: false, methodRefuses: true })).toEqual([
			'before-not-released!',
			'method!'
		]);
		expect(keys({ closesAt: 10 })).toEqual(['close-past!']);
		expect(sealLacks({ ...whole, closesAt: null })).toEqual([
			{ key: 'no-close', stops: false, detail: {} }
		]);
	});

	it('before opening is that nothing is dealt; that some have few jurors is only said', () => {
		const lacks = (over: object) =>
			openLacks({ tasks: 9, short: 0, closesAt: 20, now: 10, ...over }).map(
				({ key, stops }) => `${key}${stops ? '!' : ''}`
			);
		expect([lacks({}), lacks({ tasks: 0, short: 3 }), lacks({ short: 3 })]).toEqual([
			[],
			['no-tasks!'],
			['few-tasks']
		]);
	});

	it('at the close is anything that did not come', () => {
		const standing = {
			...{ tasks: 9, locked: 9, scored: 0, open: 0, none: 0, short: 0, untrimmed: 0 }
		};
		expect(closesShort(standing)).toBe(false);
		for (const what of ['open', 'none', 'short', 'untrimmed'] as const)
			expect(closesShort({ ...standing, [what]: 1 })).toBe(true);
	});
});

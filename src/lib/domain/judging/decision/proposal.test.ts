import { describe, expect, it } from 'vitest';
import { decidingTrouble, propose } from './proposal';
import type { Outcome } from './proposal';

const outcome = (entry: string, place: number, selected: boolean | null): Outcome => ({
	entry,
	place,
	category: 'film',
	figure: 900_000 - place,
	selected,
	tie: null
});

describe('what the rule says', () => {
	it('lets the selected go on, stops the others, and leaves equals at the cut to the committee', () => {
		const { proposed } = propose(
			[outcome('a', 1, true), outcome('b', 2, null), outcome('c', 2, null), outcome('d', 4, false)],
			null
		);
		expect(proposed.map(({ entry, verdict }) => [entry, verdict])).toEqual([
			['a', 'advance'],
			['b', null],
			['c', null],
			['d', 'stop']
		]);
	});

	it('gives prizes in the last round', () => {
		const prize = { id: 'gold', ordinal: 1, categories: null, most: 1, each: false, least: null };
		const { proposed, vacancies } = propose(
			[outcome('a', 1, true), outcome('b', 2, true)],
			[prize]
		);
		expect(proposed.map(({ verdict, prize }) => [verdict, prize])).toEqual([
			['award', 'gold'],
			['stop', null]
		]);
		expect(vacancies).toEqual([]);
	});
});

describe('a decision', () => {
	const by = { decides: 'committee', last: false } as const;
	const ruled = { verdict: 'advance', prize: null, figure: 1 } as const;
	const say = (over: object) => ({ verdict: 'stop', prize: null, why: '', ...over }) as never;

	it('that differs from the rule needs a reason', () => {
		expect(decidingTrouble(say({}), ruled, by)).toEqual({ field: 'why', reason: 'missing' });
		expect(decidingTrouble(say({ why: '画面重复' }), ruled, by)).toBe(null);
		expect(decidingTrouble(say({ verdict: 'advance' }), ruled, by)).toBe(null);
	});

	it('is not made by anybody where the rule decides, except between equals', () => {
		const rule = { decides: 'rule', last: false } as const;
		expect(decidingTrouble(say({ why: 'x' }), ruled, rule)?.reason).toBe('rule-decides');
		expect(decidingTrouble(say({ why: 'x' }), { ...ruled, verdict: null }, rule)).toBe(null);
	});

	it('gives a prize with an award and only then, and only in the last round', () => {
		const last = { decides: 'committee', last: true } as const;
		expect(decidingTrouble(say({ verdict: 'award', why: 'x' }), ruled, last)?.field).toBe('prize');
		expect(decidingTrouble(say({ prize: 'gold', why: 'x' }), ruled, last)?.field).toBe('prize');
		expect(decidingTrouble(say({ verdict: 'advance' }), ruled, last)?.field).toBe('verdict');
		expect(decidingTrouble(say({ verdict: 'award', prize: 'g' }), ruled, by)?.field).toBe(
			'verdict'
		);
	});
});

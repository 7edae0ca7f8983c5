import { describe, expect, it } from 'vitest';
import { resultOf } from '../result';
import { announcedOf } from './announce';
import { wallOf } from './view';
import type { WallTurn } from './view';
import { digest, scores } from '$tests/stage-scores';

describe('a big screen', () => {
	const [found] = resultOf(scores({ ABCD: [90, 88, 91, 70, 99] }), digest).entries;
	const current = (state: WallTurn['state']): WallTurn => ({
		...{ number: 'YQ-1', title: '清风', names: '选手甲', unit: null, place: 3, state },
		...{ startedAt: 1000, stoppedAt: null },
		announced: state === 'closed' || state === 'revealed' ? announcedOf(found) : null
	});
	const wall = (state: WallTurn['state'], screen: 'speaker' | 'poster' | 'order' = 'speaker') =>
		wallOf({
			...{ screen, current: current(state), order: [], seconds: 300 },
			ranking: [{ place: 1, number: 'YQ-9', names: null, points: '77' }],
			nameOf: (juror) => juror
		});

	it('gets the same bytes before and after scores came in, until the mark is revealed', () => {
		const bytes = JSON.stringify(wall('closed'));
		expect(bytes).not.toMatch(/89|90|评委|77/);
		const without = wallOf({
			...{ screen: 'speaker' as const, order: [], seconds: 300, ranking: [] },
			current: { ...current('closed'), announced: null },
			nameOf: (juror) => juror
		});
		expect(bytes).toBe(JSON.stringify(without));
		expect(wall('revealed').speaker!.mark!.points).toBe('89.6667');
	});

	it('shows scores by label, not by height, with those left out marked', () => {
		expect(wall('revealed').speaker!.mark!.scores).toEqual([
			{ juror: '评委 01', points: '90', out: null },
			{ juror: '评委 02', points: '88', out: null },
			{ juror: '评委 03', points: '91', out: null },
			{ juror: '评委 04', points: '70', out: 'low' },
			{ juror: '评委 05', points: '99', out: 'high' }
		]);
	});

	it('has nothing of what it is not turned to', () => {
		expect(wall('revealed', 'poster')).toEqual({
			...{ screen: 'poster', speaker: null, order: null, ranking: null, done: 0, all: 0 }
		});
		expect(wall('revealed', 'order').ranking).toBe(null);
		expect(wall('waiting').screen).toBe('poster');
	});
});

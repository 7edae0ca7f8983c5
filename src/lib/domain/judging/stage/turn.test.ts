import { describe, expect, it } from 'vitest';
import { afterStep, nextOf, stageSteps, turnStates, turnTrouble, whyNotOnStage } from './turn';
import type { Turn } from './turn';

describe('a turn on stage', () => {
	const turn = (state: Turn['state'], over: Partial<Turn> = {}): Turn => ({
		id: 'one',
		state,
		startedAt: null,
		stoppedAt: null,
		...over
	});

	it('goes from call to reveal in this order alone', () => {
		let state: Turn['state'] = 'waiting';
		for (const step of ['call', 'open', 'close', 'reveal'] as const) {
			const now = turn(state);
			const free = stageSteps.filter((one) => turnTrouble(one, now, now) === null);
			expect(free).toContain(step);
			state = afterStep(step, state);
		}
		expect(state).toBe('revealed');
		const free = stageSteps.filter((one) => turnTrouble(one, turn(state), turn(state)) === null);
		expect(free).toEqual(['unreveal']);
	});

	it('lets nobody come on stage while somebody is scored or waits for the mark', () => {
		const other = { ...turn('waiting'), id: 'two' };
		const call = (state: Turn['state']) => turnTrouble('call', other, turn(state));
		expect(turnStates.map((state) => call(state))).toEqual([
			null,
			null,
			'scoring',
			'unrevealed',
			null,
			null
		]);
		expect(turnTrouble('unreveal', { ...other, state: 'revealed' }, turn('open'))).toBe('scoring');
	});

	it('is opened, closed and shown for whoever is on stage and nobody else', () => {
		for (const step of ['open', 'close', 'reveal', 'start', 'stop', 'reopen'] as const)
			for (const state of turnStates) {
				const other = { ...turn(state), id: 'two' };
				expect([step, state, turnTrouble(step, other, turn('called'))]).toEqual([
					step,
					state,
					'not-current'
				]);
			}
		expect(turnTrouble('open', null, null)).toBe('gone');
	});

	it('has one clock, which runs or stands', () => {
		const running = turn('called', { startedAt: 5 });
		const stood = turn('called', { startedAt: 5, stoppedAt: 9 });
		expect(turnTrouble('start', running, running)).toBe('not-now');
		expect(turnTrouble('stop', running, running)).toBe(null);
		expect(turnTrouble('stop', stood, stood)).toBe('not-now');
		expect(turnTrouble('start', stood, stood)).toBe(null);
	});

	it('takes marks while it is open, and says why not otherwise', () => {
		expect(turnStates.map((state) => whyNotOnStage(state))).toEqual([
			'stage-waits',
			'stage-waits',
			null,
			'stage-shut',
			'stage-shut',
			'stage-waits'
		]);
		expect(whyNotOnStage(null)).toBe('stage-waits');
	});

	it('is followed by the first who waits', () => {
		expect(nextOf([turn('revealed'), turn('absent'), { ...turn('waiting'), id: 'x' }])?.id).toBe(
			'x'
		);
		expect(nextOf([turn('revealed')])).toBe(null);
	});
});

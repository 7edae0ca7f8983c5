import { describe, expect, it } from 'vitest';
import { calendar } from '../../calendar';
import { finalTrouble, periodEnd } from './notice';

const at = (text: string) => Date.parse(`${text}+08:00`);
const five = { kind: 'working-days', days: 5 } as const;

describe('the period of a notice', () => {
	it('begins the day after it is published and ends with its last day', () => {
		const { until, day } = periodEnd(
			at('2026-11-16T10:00:00'),
			{ kind: 'days', days: 7 },
			calendar()
		);
		expect([day, until]).toEqual(['2026-11-23', at('2026-11-24T00:00:00')]);
		expect(periodEnd(at('2026-11-16T00:00:00'), { kind: 'days', days: 7 }, calendar()).day).toBe(
			day
		);
	});

	it('counts working days by the published calendar, over a holiday and a day worked instead', () => {
		const office = calendar();
		expect(periodEnd(at('2026-11-16T10:00:00'), five, office).day).toBe('2026-11-23');
		// 国庆 2025: 1 to 8 October off, Sunday 28 September and Saturday 11 October worked.
		expect(periodEnd(at('2025-09-26T10:00:00'), five, office)).toEqual({
			day: '2025-10-10',
			until: at('2025-10-11T00:00:00'),
			provisional: false
		});
	});

	it('follows the day in China, not that of the machine', () => {
		const one = { kind: 'days', days: 1 } as const;
		expect(periodEnd(at('2026-11-16T00:30:00'), one, calendar()).day).toBe('2026-11-17');
		expect(periodEnd(at('2026-11-16T23:30:00'), one, calendar()).day).toBe('2026-11-17');
	});
});

describe('a final result', () => {
	const notice = { until: 1000, finalAt: null, replacedAt: null };
	const trouble = (over: object, states: string[], now: number) =>
		finalTrouble({ ...notice, ...over }, states.map((state) => ({ state })) as never, now).map(
			({ reason }) => reason
		);

	it('waits for the last day and for every objection', () => {
		expect(trouble({}, [], 999)).toEqual(['not-yet']);
		expect(trouble({}, [], 1000)).toEqual([]);
		expect(trouble({}, ['received', 'judging'], 2000)).toEqual(['objections-open']);
		expect(trouble({}, ['dismissed', 'rejected', 'withdrawn'], 2000)).toEqual([]);
	});

	it('that an objection changed is noticed once more', () => {
		expect(trouble({}, ['upheld'], 2000)).toEqual(['notice-again']);
	});

	it('is made once', () => {
		expect(trouble({ finalAt: 1500 }, [], 2000)).toEqual(['over']);
		expect(trouble({ replacedAt: 1500 }, [], 2000)).toEqual(['over']);
	});
});

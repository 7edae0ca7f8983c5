import { describe, expect, it } from 'vitest';
import { aPlan } from '../../../../tests/contests';
import { NOON } from '../../../../tests/make';
import { checkList, stops } from './check-list';
import type { Plan } from './plan';
import { newPlan } from './plan-new';

const missing = (change: (plan: Plan) => unknown) => {
	const plan = structuredClone(aPlan());
	change(plan);
	return stops(plan, NOON).map(({ key, part }) => `${part} ${key}`);
};

describe('the check list', () => {
	it('stops nothing of a plan that is whole', () => {
		expect(stops(aPlan(), NOON)).toEqual([]);
	});

	it('asks of a new plan for exactly what nobody can know for the organizer', () => {
		expect(stops(newPlan(), NOON).map(({ key }) => key)).toEqual([
			'no-title',
			'no-text',
			'no-open',
			'no-close'
		]);
	});

	it('says of every stop where to mend it', () => {
		expect(missing((plan) => (plan.categories = []))).toEqual(['categories no-category']);
		expect(missing((plan) => (plan.statements = []))).toEqual([
			'statements no-consent',
			'statements no-guardian'
		]);
		expect(missing((plan) => (plan.dates.closesAt = NOON))).toEqual(['dates close-past']);
		expect(missing((plan) => delete plan.retention.films)).toEqual(['keeping no-retention']);
		expect(missing((plan) => (plan.quotaBytes = 1024 ** 3))).toEqual([
			'keeping quota-too-small',
			'keeping quota-too-small'
		]);
	});

	it('finds a category into which no open channel leads', () => {
		expect(
			missing((plan) => {
				plan.channels.unit.open = false;
				plan.categories[0]!.channels = ['unit'];
			})
		).toEqual(['categories no-way-in']);
	});

	it('warns of a text that is still as it was copied', () => {
		const warned = (copied: string | null) =>
			checkList(aPlan(), NOON, copied).some(({ key }) => key === 'text-copied');
		expect([warned('欢迎投稿。'), warned('欢迎。'), warned(null)]).toEqual([true, false, false]);
	});

	it('puts stops before warnings', () => {
		const plan = structuredClone(aPlan());
		plan.dates.resultsAt = null;
		plan.statements = [];
		const levels = checkList(plan, NOON).map(({ level }) => level);
		expect(levels).toEqual(levels.toSorted());
		expect(new Set(levels)).toEqual(new Set(['stop', 'warn']));
	});
});

import { describe, expect, it } from 'vitest';
import { aPlan } from '../../../../tests/contests';
import { NOON } from '../../../../tests/make';
import type { Plan } from './plan';
import { changeTrouble } from './plan-change';
import type { Hanging } from './plan-change';

const hanging: Hanging = {
	state: 'published',
	entries: { film: 3 },
	numbered: 2,
	why: '',
	now: NOON
};

function trouble(change: (plan: Plan) => unknown, over: Partial<Hanging> = {}): string[] {
	const before = aPlan();
	const after = structuredClone(before);
	change(after);
	return [...changeTrouble(before, after, { ...hanging, ...over })].map(
		({ field, reason }) => `${field} ${reason}`
	);
}

describe('a plan on which entries rest', () => {
	it('loses no category that has entries, and any that has none', () => {
		expect(trouble(({ categories }) => categories.shift())).toEqual([
			'categories category-has-entries'
		]);
		expect(trouble(({ categories }) => categories.pop())).toEqual([]);
	});

	it('keeps numbering and codes once numbers were given', () => {
		expect(trouble((plan) => (plan.numbering = '{n}'))).toEqual(['numbering numbers-given']);
		expect(trouble((plan) => (plan.numbering = '{n}'), { numbered: 0 })).toEqual([]);
		expect(trouble(({ categories }) => (categories[0]!.code = 'F'))).toEqual([
			'categories.0.code code-in-numbers'
		]);
	});

	it('loses no question, role or material that somebody may have answered', () => {
		expect(trouble(({ questions }) => questions.pop())).toEqual(['questions question-has-entries']);
		expect(trouble(({ questions }) => (questions[0]!.kind = 'long'))).toEqual([
			'questions question-has-entries'
		]);
		expect(trouble(({ crew }) => crew.pop())).toEqual(['crew role-has-entries']);
		expect(trouble(({ categories }) => categories[0]!.materials.pop())).toEqual([
			'categories.0.materials material-has-entries'
		]);
	});

	it('changes its limits for a reason only', () => {
		const shorter = ({ categories }: Plan) =>
			(categories[0]!.film = { ...categories[0]!.film!, maxSeconds: 600 });
		expect(trouble(shorter)).toEqual(['why why-limits']);
		expect(trouble(shorter, { why: '统一时长' })).toEqual([]);
		expect(trouble(shorter, { entries: {} })).toEqual([]);
	});
});

describe('a published plan', () => {
	it('moves its dates for a reason only', () => {
		const later = ({ dates }: Plan) => (dates.closesAt! += 1000);
		expect(trouble(later)).toEqual(['why why-dates']);
		expect(trouble(later, { why: '应参赛单位要求延期' })).toEqual([]);
		expect(trouble(later, { state: 'draft', entries: {}, numbered: 0 })).toEqual([]);
	});

	it('does not open later than the entries it already has', () => {
		const why = '改期';
		const later = ({ dates }: Plan) => (dates.opensAt = NOON + 1);
		expect(trouble(later, { why })).toEqual(['dates.opensAt already-open']);
		expect(trouble(later, { why, entries: {} })).toEqual([]);
	});

	it('in the archive changes no more', () => {
		expect(trouble(({ crew }) => crew.pop(), { state: 'archived' })).toEqual([' archived']);
	});
});

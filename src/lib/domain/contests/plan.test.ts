import { describe, expect, it } from 'vitest';
import { aPlan } from '../../../../tests/contests';
import { newPlan } from './plan-new';
import { planShape } from './plan-shape';
import type { Plan } from './plan';

/** Where and why a plan is refused; empty for one that is taken. */
function refused(change: (plan: Plan) => unknown, of: Plan = aPlan()): string[] {
	const plan = structuredClone(of);
	change(plan);
	const read = planShape.safeParse(plan);
	return read.success
		? []
		: read.error.issues.map(({ path, code, message }) =>
				`${path.join('.')} ${code === 'custom' ? message : code}`.trim()
			);
}
const film = (plan: Plan) => plan.categories[0]!.film!;

describe('a plan', () => {
	it('to begin from has the shape of one, for films and for speeches', () => {
		expect(planShape.parse(newPlan('film'))).toEqual(newPlan('film'));
		expect(planShape.parse(newPlan('speech'))).toEqual(newPlan('speech'));
	});

	it('to begin from names no date and no text of a call, which nobody may invent', () => {
		const { dates, call } = newPlan();
		expect(call).toEqual({ title: { zh: '', en: '' }, text: null });
		expect([dates.opensAt, dates.closesAt, dates.resultsAt]).toEqual([null, null, null]);
	});

	it('is refused with a key that nobody knows, at any depth', () => {
		expect(refused((plan) => Object.assign(plan, { secret: 1 }))).toEqual(['unrecognized_keys']);
		expect(refused((plan) => Object.assign(film(plan), { maxSecond: 1 }))).toEqual([
			'categories.0.film unrecognized_keys'
		]);
	});

	it('gives no two categories the same code, whatever their case, nor the same id', () => {
		expect(refused(({ categories }) => (categories[1]!.code = 'w'))).toEqual([
			'categories.1.code double'
		]);
		expect(refused(({ categories }) => (categories[1]!.id = 'film'))).toEqual([
			'categories.1.id double'
		]);
	});

	it('asks for no film shorter at most than at least', () => {
		expect(
			refused((plan) => Object.assign(film(plan), { minSeconds: 300, maxSeconds: 299 }))
		).toEqual(['categories.0.film.maxSeconds less-than-least']);
		expect(
			refused((plan) => Object.assign(film(plan), { minSeconds: 300, maxSeconds: 300 }))
		).toEqual([]);
	});

	it('names shapes as two whole numbers', () => {
		expect(refused((plan) => (film(plan).ratios as string[]).push('2.35:1'))).toEqual([
			'categories.0.film.ratios.1 invalid_format'
		]);
		expect(refused((plan) => (film(plan).ratios as string[]).push('21:9'))).toEqual([]);
	});

	it('asks for exactly one film where films are judged, and for none where they are not', () => {
		expect(refused(({ categories }) => categories[0]!.materials.shift())).toEqual([
			'categories.0.materials one-film'
		]);
		expect(refused(({ categories }) => (categories[0]!.film = null))).toEqual([
			'categories.0.materials film-without-limits'
		]);
	});

	it('lets no file of a question be taken for a material', () => {
		expect(refused(({ questions }) => (questions[0]!.id = 'poster'))).toEqual([
			'categories.0.materials.2.id double',
			'categories.1.materials.2.id double'
		]);
	});

	it('asks no question of a category that is not there, and offers at least two choices', () => {
		expect(refused(({ questions }) => (questions[0]!.categories = ['speech']))).toEqual([
			'questions.0.categories no-such-category'
		]);
		expect(refused(({ questions }) => (questions[0]!.kind = 'choice'))).toEqual([
			'questions.0.options too-few'
		]);
	});

	it('keeps its dates in order', () => {
		const day = 86_400_000;
		expect(refused(({ dates }) => (dates.closesAt = dates.opensAt))).toEqual([
			'dates.closesAt before-what-precedes'
		]);
		expect(refused(({ dates }) => (dates.noticeUntil = dates.noticeFrom! - day))).toEqual([
			'dates.noticeUntil before-what-precedes'
		]);
		expect(refused(({ dates }) => (dates.rounds[0]!.from = dates.closesAt! - 1))).toEqual([
			'dates.rounds.0.from before-what-precedes'
		]);
	});
});

import type { Category, Plan } from './plan';
import { filmMaterials, newLimits } from './plan-new';

/** The pages on which a plan is written, in the order in which an organizer thinks of them. */
export const planSections = [
	'call',
	'categories',
	'form',
	'channels',
	'statements',
	'dates',
	'numbering',
	'keeping'
] as const;
export type PlanSection = (typeof planSections)[number];

/** What is written on one page: a section, or the limits and materials of one category. */
export type PlanPart = PlanSection | `category:${string}`;

export const isPlanSection = (word: string): word is PlanSection =>
	planSections.some((section) => section === word);

const keys = {
	call: ['call'],
	form: ['questions', 'crew', 'aiKinds'],
	channels: ['channels'],
	statements: ['statements'],
	dates: ['dates'],
	numbering: ['numbering'],
	keeping: ['retention', 'showing', 'eligibility', 'quotaBytes', 'uploadDays']
} as const satisfies Record<Exclude<PlanSection, 'categories'>, readonly (keyof Plan)[]>;

/** Of a category what its list says; its limits and materials have a page of their own. */
const listed = ({ id, code, title, about, channels, quota, university }: Category) => ({
	id,
	code,
	title,
	about,
	channels,
	quota,
	university
});

export type Part = Record<string, unknown>;
const categoryOf = (part: PlanPart): string | null =>
	part.startsWith('category:') ? part.slice('category:'.length) : null;

/** What one page of a plan says; null for a category that is not there. */
export function partOf(plan: Plan, part: PlanPart): Part | null {
	const id = categoryOf(part);
	if (id !== null) {
		const category = plan.categories.find((one) => one.id === id);
		return category ? { film: category.film, materials: category.materials } : null;
	}
	if (part === 'categories') return { categories: plan.categories.map(listed) };
	return Object.fromEntries(
		keys[part as keyof typeof keys].map((key) => [key, plan[key as keyof Plan]])
	);
}

/**
 * A plan with one page of it written anew; not checked. A category that is new on the list begins
 * with the usual limits and materials, or with none where nothing is filmed.
 */
export function withPart(
	plan: Plan,
	part: PlanPart,
	said: Part,
	kind: 'film' | 'speech' = 'film'
): unknown {
	const id = categoryOf(part);
	if (id !== null)
		return {
			...plan,
			categories: plan.categories.map((one) => (one.id === id ? { ...one, ...said } : one))
		};
	if (part !== 'categories') return { ...plan, ...said };
	const list = Array.isArray(said.categories) ? (said.categories as Category[]) : [];
	const begun =
		kind === 'film'
			? { film: newLimits, materials: filmMaterials() }
			: {
					film: null,
					materials: filmMaterials()
						.filter((one) => one.kind !== 'film')
						.slice(-2)
				};
	return {
		...plan,
		categories: list.map((one) => {
			const stood = plan.categories.find((old) => old.id === one.id);
			return { ...(stood ? { film: stood.film, materials: stood.materials } : begun), ...one };
		})
	};
}

/** A document as text in which the order of keys does not count. */
export const written = (value: unknown): string =>
	JSON.stringify(value, (_, inner: unknown) =>
		typeof inner === 'object' && inner !== null && !Array.isArray(inner)
			? Object.fromEntries(
					Object.entries(inner)
						.filter(([, one]) => one !== undefined)
						.toSorted(([a], [b]) => (a < b ? -1 : 1))
				)
			: inner
	);

/** The parts of a plan in which two versions differ. */
export const changedSections = (before: Plan, after: Plan): PlanSection[] =>
	planSections.filter((section) => {
		const whole = (plan: Plan) =>
			section === 'categories' ? plan.categories : partOf(plan, section);
		return written(whole(before)) !== written(whole(after));
	});

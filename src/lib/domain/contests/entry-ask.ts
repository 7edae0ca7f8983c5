import type { EntryContent } from './entry';
import { needsGuardian } from './crew';
import type { Category, Plan, Question, Statement } from './plan';

/** The category of an entry; null when the office took it out of the plan. */
export const categoryOf = (plan: Plan, categoryId: string): Category | null =>
	plan.categories.find(({ id }) => id === categoryId) ?? null;

/** The questions an entry of a category is asked. */
export const questionsOf = (plan: Plan, categoryId: string): Question[] =>
	plan.questions.filter(({ categories }) => !categories || categories.includes(categoryId));

/** The statements an entry is asked to agree to. */
export const statementsOf = (plan: Plan, content: Pick<EntryContent, 'crew'>): Statement[] =>
	plan.statements.filter(({ guardian }) => !guardian || needsGuardian(content));

import type { Refusal } from '../refusal';
import type { Plan } from './plan';
import { written } from './plan-parts';
import type { EditionState } from './state';

/** What already hangs on a plan when somebody changes it. */
export interface Hanging {
	state: EditionState;
	/** Entries in every state, by id of their category. */
	entries: Readonly<Record<string, number>>;
	/** How many entry numbers were given. */
	numbered: number;
	/** Why the change is made; empty when nothing is said. */
	why: string;
	now: number;
}

const sum = (entries: Hanging['entries']) => Object.values(entries).reduce((a, b) => a + b, 0);

/** What was in a list and is not any more, or is of another kind. */
const lost = <T extends { id: string; kind?: string }>(before: T[], after: T[]): T[] =>
	before.filter(({ id, kind }) => !after.some((one) => one.id === id && one.kind === kind));

function* categoriesTrouble(before: Plan, after: Plan, hanging: Hanging): Generator<Refusal> {
	for (const old of before.categories) {
		const n = hanging.entries[old.id] ?? 0;
		if (!n) continue;
		const at = after.categories.findIndex(({ id }) => id === old.id);
		const now = after.categories[at];
		if (!now) {
			yield {
				field: 'categories',
				reason: 'category-has-entries',
				detail: { n, id: old.title.zh }
			};
			continue;
		}
		if (now.code !== old.code && hanging.numbered)
			yield { field: `categories.${at}.code`, reason: 'code-in-numbers', detail: { n } };
		if ((old.film === null) !== (now.film === null))
			yield { field: `categories.${at}.film`, reason: 'film-has-entries', detail: { n } };
		for (const { title } of lost(old.materials, now.materials))
			yield {
				field: `categories.${at}.materials`,
				reason: 'material-has-entries',
				detail: { n, id: title.zh }
			};
		if (written(old.film) !== written(now.film) && !hanging.why)
			yield { field: 'why', reason: 'why-limits', detail: { n } };
	}
}

/**
 * Why a change of a plan cannot be made, or not without a reason: entries that are there must keep
 * what they rest on, and whoever relies on a published date must be told why it moved.
 */
export function* changeTrouble(before: Plan, after: Plan, hanging: Hanging): Generator<Refusal> {
	const { state, numbered, why } = hanging;
	if (state === 'archived') {
		yield { field: '', reason: 'archived' };
		return;
	}
	yield* categoriesTrouble(before, after, hanging);
	const n = sum(hanging.entries);
	if (n) {
		for (const { label } of lost(before.questions, after.questions))
			yield { field: 'questions', reason: 'question-has-entries', detail: { n, id: label.zh } };
		for (const { title } of lost(before.crew, after.crew))
			yield { field: 'crew', reason: 'role-has-entries', detail: { n, id: title.zh } };
		for (const [at, { id, options }] of after.questions.entries()) {
			const old = before.questions.find((one) => one.id === id);
			for (const { label } of lost(old?.options ?? [], options))
				yield {
					field: `questions.${at}.options`,
					reason: 'option-has-entries',
					detail: { n, id: label.zh }
				};
		}
	}
	if (numbered && before.numbering !== after.numbering)
		yield { field: 'numbering', reason: 'numbers-given', detail: { n: numbered } };
	if (state === 'published' && written(before.dates) !== written(after.dates)) {
		if (after.dates.opensAt === null) yield { field: 'dates.opensAt', reason: 'missing' };
		if (after.dates.closesAt === null) yield { field: 'dates.closesAt', reason: 'missing' };
		if (n && after.dates.opensAt !== null && after.dates.opensAt > hanging.now)
			yield { field: 'dates.opensAt', reason: 'already-open', detail: { n } };
		if (!why) yield { field: 'why', reason: 'why-dates' };
	}
}

import type { Answer, EntryContent } from '$lib/domain/contests/entry';
import { ELSEWHERE } from '$lib/domain/contests/entry';
import type { EntryColumn } from '$lib/domain/contests/export-entries';
import type { EntryVerdict, TwinState } from '$lib/domain/contests/filter-entries';
import type { Channel, Plan } from '$lib/domain/contests/plan';
import type { EntryState } from '$lib/domain/contests/state';
import type { Cell } from '$lib/domain/export/cell';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import type { TownView } from '$lib/domain/view';
import { eligibility as en } from '../../words/en/eligibility';
import { entry as enEntry } from '../../words/en/entry';
import { eligibility as zh } from '../../words/zh/eligibility';
import { entry as zhEntry } from '../../words/zh/entry';

/** Says everything of an entry in the words of a table. */
export type EntryVoice = ReturnType<typeof entryWords>;

/** What the sheet about an exported table says. */
interface AboutTable {
	edition: string;
	filter: string;
	total: number;
	at: string;
	by: string;
	personal: string[];
}

/** The words of an exported table in a language, for the entries of one plan. */
export function entryWords(plan: Plan, locale: Locale, towns: ReadonlyMap<string, TownView>) {
	const [t, e] = locale === 'en' ? [en, enEntry] : [zh, zhEntry];
	const { aboutRows: rows } = t.takeAlong;
	const list = (texts: readonly string[]): Cell => texts.join(t.comma) || null;
	const questionOf = (id: string) => plan.questions.find((question) => question.id === id);
	return {
		sheet: t.takeAlong.sheet,
		aboutSheet: t.takeAlong.about,
		synthetic: t.synthetic,
		list,
		column: (column: EntryColumn): string => {
			if (!column.startsWith('q.')) return t.columns[column] ?? column;
			const question = questionOf(column.slice(2));
			return question ? say(question.label, locale) : column;
		},
		category: (id: string): string => {
			const category = plan.categories.find((one) => one.id === id);
			return category ? say(category.title, locale) : id;
		},
		categoryCode: (id: string): string => plan.categories.find((one) => one.id === id)?.code ?? id,
		channel: (channel: Channel): string => t.channel[channel],
		state: (state: EntryState): string => t.state[state],
		verdict: (verdict: EntryVerdict): string => t.verdict[verdict],
		twins: (twins: TwinState): string => t.twins[twins],
		town: (slug: string): string => {
			const town = towns.get(slug);
			return slug === ELSEWHERE ? t.elsewhere : town ? say(town.name, locale) : slug;
		},
		material: (categoryId: string, id: string): string => {
			const of =
				plan.categories.find((one) => one.id === categoryId)?.materials.find((one) => one.id === id)
					?.title ?? questionOf(id)?.label;
			return of ? say(of, locale) : id;
		},
		role: (id: string): string => {
			const role = plan.crew.find((one) => one.id === id);
			return role ? say(role.title, locale) : id;
		},
		reasons: (keys: readonly string[]): string =>
			keys.map((key) => e.reasons[key] ?? key).join(t.comma),
		ai: ({ ai }: EntryContent): Cell =>
			ai && (ai.kinds.length ? list(ai.kinds.map((kind) => e.statementsStep.aiKinds[kind])) : t.no),
		yes: (is: boolean): string => (is ? t.yes : t.no),
		answer: (id: string, { answers }: EntryContent): Cell => {
			const question = questionOf(id);
			const value: Answer = answers[id] ?? null;
			const named = (one: string) => {
				const option = question?.options.find((each) => each.id === one);
				return option ? say(option.label, locale) : one;
			};
			if (typeof value === 'boolean') return value ? t.yes : t.no;
			if (Array.isArray(value)) return list(value.map(named));
			return typeof value === 'string' ? named(value) || null : value;
		},
		about: ({ edition, filter, total, at, by, personal }: AboutTable): Cell[][] => [
			[rows.item, rows.content],
			[rows.what, t.title],
			[rows.edition, edition],
			[rows.query, filter],
			[rows.total, total],
			[rows.at, at],
			[rows.by, by],
			[rows.personal, list(personal) ?? rows.none]
		]
	};
}

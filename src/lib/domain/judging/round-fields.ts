import type { Draft, DraftOf } from '../contests/plan-draft';
import { rowsAt, wordAt } from '../contests/plan-draft';
import type { PlanField } from '../contests/plan-field';
import { readPart, writePart } from '../contests/plan-form';
import type { Locale } from '../locale';
import type { Refusal } from '../refusal';
import { aggregates, methodKeys, roundMost, sights, tieKinds, withins } from './round';
import type { RoundPlan, Tie } from './round';

const both = (name: string, max: number): PlanField => ({ kind: 'both', name, max });
const maybe = (name: string, max: number): PlanField => ({
	kind: 'both',
	name,
	max,
	optional: true
});
const yes = (name: string): PlanField => ({ kind: 'yes', name });
const whole = (name: string): PlanField => ({ kind: 'whole', name });
const cards = (name: string, options: readonly string[]): PlanField => ({
	kind: 'one',
	name,
	options,
	cards: true
});

/** Which part of the form each part of a plan stands in. */
const sections = {
	about: ['title'],
	judge: ['method', 'scale', 'criteria'],
	reckon: ['perEntry', 'aggregate', 'trimming', 'ties'],
	choose: ['selection', 'decides'],
	see: ['names', 'others', 'talk'],
	desk: ['watch', 'sample', 'repeats'],
	deal: ['expertise', 'townConflict', 'adaptive'],
	dates: ['dates']
} as const;
type RoundSection = keyof typeof sections;
const roundSections = Object.keys(sections) as RoundSection[];

/** A tie rule as one choice: the mean of a criterion by its id. */
const tieChoice = ({ by, criterion }: Tie): string => (by === 'criterion' ? `c-${criterion}` : by);
const tieOf = (choice: string): Tie =>
	choice.startsWith('c-')
		? { by: 'criterion', criterion: choice.slice(2) }
		: { by: choice as Tie['by'] };

/**
 * The inputs of a round’s plan.
 * @param criteria ids a tie may be decided by
 * @param groups ids that quotas may be set for; those of what the plan counts within
 */
export function roundFields(
	criteria: readonly string[],
	groups: readonly string[]
): readonly PlanField[] {
	const group = (name: RoundSection, fields: readonly PlanField[]): PlanField => ({
		kind: 'group',
		name,
		fields
	});
	const inner = (name: string, fields: readonly PlanField[]): PlanField => ({
		kind: 'group',
		name,
		fields
	});
	return [
		group('about', [both('title', 60)]),
		group('judge', [
			cards('method', methodKeys),
			inner('scale', [
				whole('min'),
				whole('max'),
				{ kind: 'one', name: 'decimals', options: ['0', '1', '2'] }
			]),
			{
				kind: 'list',
				name: 'criteria',
				key: 'id',
				most: roundMost.criteria,
				blank: { weight: '10' },
				fields: [
					both('title', 40),
					whole('weight'),
					maybe('about', 300),
					{
						kind: 'list',
						name: 'anchors',
						key: 'id',
						most: roundMost.anchors,
						fields: [{ kind: 'number', name: 'at' }, both('text', 200)]
					}
				]
			}
		]),
		group('reckon', [
			whole('perEntry'),
			cards('aggregate', aggregates),
			inner('trimming', [whole('high'), whole('low'), whole('from')]),
			{
				kind: 'list',
				name: 'ties',
				key: 'id',
				most: roundMost.ties,
				blank: { rule: 'mean' },
				fields: [
					{
						kind: 'one',
						name: 'rule',
						options: [
							...criteria.map((id) => `c-${id}`),
							...tieKinds.filter((kind) => kind !== 'criterion')
						]
					}
				]
			}
		]),
		group('choose', [
			inner('selection', [
				{ kind: 'one', name: 'within', options: withins },
				{ kind: 'whole', name: 'count', optional: true },
				{ kind: 'number', name: 'least', optional: true },
				...(groups.length ? [{ kind: 'numbers' as const, name: 'quotas', words: groups }] : [])
			]),
			cards('decides', ['rule', 'committee'])
		]),
		group('see', [cards('names', ['hidden', 'shown']), cards('others', sights), yes('talk')]),
		group('desk', [
			{ kind: 'share', name: 'watch', presets: [0, 0.8, 1] },
			whole('sample'),
			{ kind: 'share', name: 'repeats', presets: [0, 0.02, 0.03] }
		]),
		group('deal', [
			yes('expertise'),
			yes('townConflict'),
			inner('adaptive', [yes('on'), whole('most')])
		]),
		group('dates', [
			{ kind: 'moment', name: 'opensAt', end: false },
			{ kind: 'moment', name: 'closesAt', end: true }
		])
	];
}

/** The plan as its form shows it. */
export function roundDraft(plan: RoundPlan, fields: readonly PlanField[], locale: Locale): DraftOf {
	const rows = <T>(list: readonly T[]) => list.map((row, n) => ({ ...row, id: `r-${n}` }));
	const parts = {
		...plan,
		scale: { ...plan.scale, decimals: String(plan.scale.decimals) },
		criteria: plan.criteria.map((one) => ({ ...one, anchors: rows(one.anchors) })),
		ties: rows(plan.ties.map((tie) => ({ rule: tieChoice(tie) })))
	};
	const said = Object.fromEntries(
		roundSections.map((section) => [
			section,
			section === 'dates'
				? plan.dates
				: Object.fromEntries(
						sections[section].map((key) => [key, parts[key as keyof typeof parts]])
					)
		])
	);
	return writePart(fields, said, locale);
}

type Json = Record<string, unknown>;

/** What the form says, as the shape of a plan reads it. */
export function readRound(draft: Draft, fields: readonly PlanField[]): unknown {
	const said = readPart(fields, draft) as Record<RoundSection, Json>;
	const { judge, reckon, choose, dates } = said;
	const unkeyed = (rows: unknown) =>
		(rows as Json[]).map((row) =>
			Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'id'))
		);
	const scale = judge.scale as Json;
	const zero = (value: unknown) => value ?? 0;
	return {
		...said.about,
		...judge,
		scale: { ...scale, decimals: Number(scale.decimals) },
		criteria: (judge.criteria as Json[]).map((one) => ({ ...one, anchors: unkeyed(one.anchors) })),
		...reckon,
		ties: rowsAt(draft, 'reckon.ties').map((row) => tieOf(wordAt(row, 'rule'))),
		...choose,
		selection: { quotas: {}, ...(choose.selection as Json) },
		...said.see,
		watch: zero(said.desk.watch),
		sample: zero(said.desk.sample),
		repeats: zero(said.desk.repeats),
		...said.deal,
		dates
	};
}

/** Refusals of a plan at the inputs of its form. */
export const atInputs = (refusals: readonly Refusal[]): Refusal[] =>
	refusals.map((one) => {
		const [key] = one.field.split('.');
		const section = roundSections.find((name) =>
			(sections[name] as readonly string[]).includes(key ?? '')
		);
		if (!section || section === 'dates') return one;
		const field = one.field.replace(/^ties\.(\d+)(?:\.(?:by|criterion))?$/, 'ties.$1.rule');
		return { ...one, field: `${section}.${field}` };
	});

import type { Plan } from './plan';

/** Columns of an exported table, in the order offices expect. */
const plainColumns = [
	'number',
	'title',
	'titleEn',
	'category',
	'channel',
	'state',
	'unit',
	'town',
	'synopsis',
	'madeOn',
	'duration',
	'verdict',
	'twins',
	'files',
	'ai',
	'showing',
	'submitted',
	'late',
	'version',
	'decided',
	'reasons',
	'note',
	'due',
	'synthetic'
] as const;

/** Columns that reach a person: only on explicit choice, and recorded. */
const personalColumns = ['crew', 'contact', 'phone', 'email', 'address', 'guardians'] as const;

type PlainColumn = (typeof plainColumns)[number];
type PersonalColumn = (typeof personalColumns)[number];
/** A column of ours, or `q.` and the id of a question of the organizer’s own. */
export type EntryColumn = PlainColumn | PersonalColumn | `q.${string}`;

/** What is ticked when nobody has chosen. */
export const usualColumns: readonly PlainColumn[] = [
	'number',
	'title',
	'category',
	'channel',
	'unit',
	'town',
	'state',
	'duration',
	'verdict',
	'submitted'
];

/** Questions that make columns, those about persons apart. */
export const questionColumns = (plan: Pick<Plan, 'questions'>, personal: boolean) =>
	plan.questions.filter((question) => question.kind !== 'file' && question.personal === personal);

/** Every column that may be chosen, in order. */
export const columnsOffered = (
	plan: Pick<Plan, 'questions'>
): { plain: EntryColumn[]; personal: EntryColumn[] } => ({
	plain: [...plainColumns, ...questionColumns(plan, false).map(({ id }): EntryColumn => `q.${id}`)],
	personal: [
		...personalColumns,
		...questionColumns(plan, true).map(({ id }): EntryColumn => `q.${id}`)
	]
});

/** The columns an address asks for, in the order of the table; what is not known is left out. */
export function columnsAsked(
	plan: Pick<Plan, 'questions'>,
	names: readonly string[]
): {
	columns: EntryColumn[];
	personal: EntryColumn[];
} {
	const { plain, personal } = columnsOffered(plan);
	const wanted = new Set(names);
	const kept = (list: readonly EntryColumn[]) => list.filter((one) => wanted.has(one));
	return { columns: [...kept(plain), ...kept(personal)], personal: kept(personal) };
}

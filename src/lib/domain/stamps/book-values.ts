import type { Sent } from '../contests/entry-form';
import { bounds } from './book-form';
import type { BookInput } from './book-form';
import type { Question } from './quiz';

/** A question as its inputs hold it. */
export interface QuestionValues {
	zh: string;
	en: string;
	choices: string;
	choicesEn: string;
	right: string;
	source: string;
	sourceEn: string;
}

const plain = [
	'slug',
	'titleZh',
	'titleEn',
	'summaryZh',
	'summaryEn',
	'trail',
	'places',
	'quizAt',
	'certificateAt',
	'bookletAt',
	'position',
	'passAt',
	'stock',
	'holdDays',
	'pickupZh',
	'pickupEn'
] as const;
type Plain = (typeof plain)[number];

/** A book as the inputs of its form hold it. */
interface BookValues extends Record<Plain, string> {
	demonstration: boolean;
	questions: QuestionValues[];
	revision: number;
}

/** A question nobody has written yet. */
export const blankQuestion = (): QuestionValues => ({
	...{ zh: '', en: '', choices: '', choicesEn: '', right: '', source: '', sourceEn: '' }
});

/** With one empty question at the end, so that another can be written without scripts. */
const withSpare = (questions: QuestionValues[]): QuestionValues[] =>
	questions.length < bounds.questions ? [...questions, blankQuestion()] : questions;

/** The form of a new book. */
export const blankBook = (): BookValues => ({
	...(Object.fromEntries(plain.map((name) => [name, ''])) as Record<Plain, string>),
	position: 'optional',
	holdDays: '7',
	demonstration: false,
	questions: withSpare([]),
	revision: 0
});

const ofQuestion = ({ text, choices, right, source }: Question): QuestionValues => ({
	zh: text.zh,
	en: text.en ?? '',
	choices: choices.map(({ zh }) => zh).join('\n'),
	choicesEn: choices.every(({ en }) => en) ? choices.map(({ en }) => en).join('\n') : '',
	right: String(right + 1),
	source: source?.zh ?? '',
	sourceEn: source?.en ?? ''
});

/** The form of a book that stands. */
export function valuesOf(
	row: Omit<BookInput, 'places'> & { revision: number },
	places: readonly string[]
): BookValues {
	const text = (value: string | number | null) => (value === null ? '' : String(value));
	const { questions, demonstration, revision } = row;
	return {
		slug: row.slug,
		titleZh: row.titleZh,
		titleEn: text(row.titleEn),
		summaryZh: text(row.summaryZh),
		summaryEn: text(row.summaryEn),
		trail: text(row.trailId),
		places: places.join('\n'),
		quizAt: text(row.quizAt),
		certificateAt: text(row.certificateAt),
		bookletAt: text(row.bookletAt),
		position: row.position,
		passAt: row.questions.length ? text(row.passAt) : '',
		stock: text(row.stock || null),
		holdDays: text(row.holdDays),
		pickupZh: text(row.pickupZh),
		pickupEn: text(row.pickupEn),
		...{ demonstration, revision, questions: withSpare(questions.map(ofQuestion)) }
	};
}

/** What somebody typed, to be shown again beside what stands against it. */
export function typedBook(sent: Sent): BookValues {
	const text = (name: string) => (sent.get(name) ?? '').slice(0, 5000);
	const asked = Math.min(Math.floor(Number(sent.get('questions'))) || 0, bounds.questions);
	const names = Object.keys(blankQuestion()) as (keyof QuestionValues)[];
	return {
		...(Object.fromEntries(plain.map((name) => [name, text(name)])) as Record<Plain, string>),
		demonstration: sent.get('demonstration') === 'on',
		questions: Array.from(
			{ length: asked },
			(_, i) =>
				Object.fromEntries(
					names.map((name) => [name, text(`q${i}.${name}`)])
				) as unknown as QuestionValues
		),
		revision: Number(sent.get('revision')) || 0
	};
}

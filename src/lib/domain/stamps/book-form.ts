import { accuses } from '../accusation';
import type { Sent } from '../contests/entry-form';
import { slugPattern } from '../place';
import type { Refusal, Ruled } from '../refusal';
import type { Bilingual } from '../text';
import { positionRules } from './book';
import type { PositionRule, Thresholds } from './book';
import type { Question } from './quiz';

/** A stamp book as a form of the studio sends it. */
export interface BookInput extends Thresholds {
	slug: string;
	titleZh: string;
	titleEn: string | null;
	summaryZh: string | null;
	summaryEn: string | null;
	/** Id of the trail it follows; null for places of its own. */
	trailId: string | null;
	/** Slugs of its own places, in order. */
	places: string[];
	position: PositionRule;
	questions: Question[];
	passAt: number;
	stock: number;
	holdDays: number;
	pickupZh: string | null;
	pickupEn: string | null;
	demonstration: boolean;
}

/** Bounds of a book. */
export const bounds = {
	title: 60,
	summary: 400,
	places: 60,
	questions: 20,
	question: 200,
	choice: 100,
	stock: 1_000_000,
	hold: 60
} as const;

const linesOf = (text: string): string[] =>
	text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter(Boolean);
const whole = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

/** Reads one form, noting everything that stands against it. */
class Reader {
	readonly refusals: Refusal[] = [];
	constructor(readonly sent: Sent) {}

	refuse(field: string, reason: string, detail?: Refusal['detail']): null {
		this.refusals.push({ field, reason, ...(detail ? { detail } : {}) });
		return null;
	}

	text(field: string, most: number): string | null {
		const value = (this.sent.get(field) ?? '').trim();
		if ([...value].length > most) this.refuse(field, 'too-long', { most });
		return value || null;
	}

	needed(field: string, most: number): string {
		const value = this.text(field, most);
		if (!value) this.refuse(field, 'missing');
		return value ?? '';
	}

	number(field: string, least: number, most: number): number | null {
		const text = (this.sent.get(field) ?? '').trim();
		if (!text) return null;
		const value = whole(text);
		return value !== null && value >= least && value <= most
			? value
			: this.refuse(field, 'number', { least, most });
	}

	question(i: number): Question[] {
		const field = (part: string) => `q${i}.${part}`;
		const zh = this.text(field('zh'), bounds.question);
		if (!zh) return [];
		const en = this.text(field('en'), bounds.question);
		const [many, manyEn] = ['choices', 'choicesEn'].map((part) =>
			linesOf(this.sent.get(field(part)) ?? '')
		) as [string[], string[]];
		if (many.length < 2 || many.length > 8 || new Set(many).size < many.length)
			this.refuse(field('choices'), 'choices');
		if ([...many, ...manyEn].some((one) => [...one].length > bounds.choice))
			this.refuse(field('choices'), 'too-long', { most: bounds.choice });
		if (manyEn.length && manyEn.length !== many.length)
			this.refuse(field('choicesEn'), 'choices-en');
		const right = whole((this.sent.get(field('right')) ?? '').trim()) ?? 0;
		if (right < 1 || right > many.length) this.refuse(field('right'), 'right');
		const source = this.text(field('source'), bounds.question);
		const sourceEn = this.text(field('sourceEn'), bounds.question);
		if (accuses([zh, ...many, source].join('\n'))) this.refuse(field('zh'), 'accuses');
		const choices: Bilingual[] = many.map((one, j) => ({ zh: one, en: manyEn[j] ?? null }));
		return [
			{
				...{ text: { zh, en }, choices, right: right - 1 },
				source: source ? { zh: source, en: sourceEn } : null
			}
		];
	}
}

/** Reads the form of a book; every reason against it at once. */
export function readBook(sent: Sent): Ruled<BookInput> {
	const form = new Reader(sent);
	const slug = form.needed('slug', 80);
	if (slug && (!slugPattern.test(slug) || slug.length < 2)) form.refuse('slug', 'slug');
	const trailId = sent.get('trail') || null;
	const places = trailId ? [] : linesOf(sent.get('places') ?? '');
	if (!trailId && !places.length) form.refuse('places', 'no-places');
	if (places.length > bounds.places)
		form.refuse('places', 'number', { least: 1, most: bounds.places });
	const twice = places.find((one, i) => places.indexOf(one) !== i);
	if (twice) form.refuse('places', 'twice', { slug: twice });
	const wish = sent.get('position') ?? '';
	const asked = Math.min(whole(sent.get('questions') ?? '') ?? 0, bounds.questions);
	const questions = Array.from({ length: asked }, (_, i) => form.question(i)).flat();
	const [quizAt, certificateAt, bookletAt] = (
		['quizAt', 'certificateAt', 'bookletAt'] as const
	).map((field) => form.number(field, 1, bounds.places)) as [
		number | null,
		number | null,
		number | null
	];
	if (quizAt !== null && !questions.length) form.refuse('quizAt', 'no-questions');
	const passAt = form.number('passAt', 0, bounds.questions) ?? questions.length;
	if (questions.length && (passAt < 1 || passAt > questions.length))
		form.refuse('passAt', 'pass-at', { most: questions.length });
	const stock = form.number('stock', 0, bounds.stock) ?? 0;
	if (bookletAt !== null && !stock) form.refuse('stock', 'no-stock');
	const value: BookInput = {
		...{ slug, trailId, places, questions, quizAt, certificateAt, bookletAt, stock },
		passAt: questions.length ? passAt : 0,
		titleZh: form.needed('titleZh', bounds.title),
		titleEn: form.text('titleEn', bounds.title),
		summaryZh: form.text('summaryZh', bounds.summary),
		summaryEn: form.text('summaryEn', bounds.summary),
		position: positionRules.find((rule) => rule === wish) ?? 'optional',
		holdDays: form.number('holdDays', 1, bounds.hold) ?? 7,
		pickupZh: form.text('pickupZh', bounds.summary),
		pickupEn: form.text('pickupEn', bounds.summary),
		demonstration: sent.get('demonstration') === 'on'
	};
	return form.refusals.length ? { ok: false, refusals: form.refusals } : { ok: true, value };
}

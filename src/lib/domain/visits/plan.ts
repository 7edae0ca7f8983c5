import { accept, refuse } from '../refusal';
import type { Refusal, Ruled } from '../refusal';
import type { Bilingual } from '../text';

/** How a place takes groups. */
export interface VisitPlan {
	/** False while nobody can ask; what was agreed stays. */
	open: boolean;
	/** Minutes of one visit. */
	slot: number;
	/** Heads one guide leads at once. */
	batch: number;
	/** Batches a slot has room for at the same time. */
	parallel: number;
	/** Heads of the largest group. */
	largest: number;
	/** Working days between asking and coming; 0 for none. */
	cutOff: number;
	/** Days ahead that can be asked for. */
	ahead: number;
	/** Working days a group has to say yes to a slot. */
	hold: number;
	/** Heads from which a letter with a seal is asked for; null for never. */
	letterFrom: number | null;
	/** What a group should know before it comes. */
	note: Bilingual | null;
}

/** What may be chosen, both ends included. */
export const planLimits = {
	slot: { min: 15, max: 480 },
	batch: { min: 1, max: 500 },
	parallel: { min: 1, max: 20 },
	largest: { min: 1, max: 2000 },
	cutOff: { min: 0, max: 20 },
	ahead: { min: 1, max: 180 },
	hold: { min: 1, max: 10 },
	letterFrom: { min: 1, max: 2000 }
} as const;
export type PlanNumber = keyof typeof planLimits;
export const planNumbers = Object.keys(planLimits) as PlanNumber[];
/** Longest note in characters, for each language. */
export const NOTE_MOST = 500;

/** What is proposed for a place that has no plan yet; it takes nobody until somebody opens it. */
export const usualPlan: VisitPlan = {
	open: false,
	...{ slot: 60, batch: 30, parallel: 1, largest: 30 },
	...{ cutOff: 3, ahead: 60, hold: 2, letterFrom: 10, note: null }
};

/** Batches a group of so many heads comes in. */
export const batchesOf = (heads: number, batch: number): number => Math.ceil(heads / batch);

/**
 * Guides that are missing: a group that was given some and then grew comes in more batches than they
 * lead. Where nobody is named, guides are not kept here.
 */
export const guidesMissing = (guides: number, batches: number): number =>
	guides ? Math.max(0, batches - guides) : 0;

/** Heads one slot has room for when nobody has asked. */
export const roomOf = ({ batch, parallel }: Pick<VisitPlan, 'batch' | 'parallel'>): number =>
	batch * parallel;

/** A plan as it is typed: every number as text. */
export type TypedPlan = Record<PlanNumber, string> & { open: boolean; zh: string; en: string };

/** A plan from what was typed, or every reason against it. */
export function readPlan(typed: TypedPlan): Ruled<VisitPlan> {
	const wrong: Refusal[] = [];
	const numbers = Object.fromEntries(
		planNumbers.map((field) => {
			const text = typed[field].trim();
			if (field === 'letterFrom' && !text) return [field, null];
			const value = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
			const { min, max } = planLimits[field];
			if (!(value >= min && value <= max))
				wrong.push({ field, reason: 'bad-number', detail: { min, max } });
			return [field, value];
		})
	) as Record<Exclude<PlanNumber, 'letterFrom'>, number> & { letterFrom: number | null };
	const [zh, en] = [typed.zh.trim(), typed.en.trim()];
	if (zh.length > NOTE_MOST || en.length > 2 * NOTE_MOST)
		wrong.push({ field: 'note', reason: 'too-long', detail: { max: NOTE_MOST } });
	if (en && !zh) wrong.push({ field: 'note', reason: 'chinese-first' });
	const plan = { ...numbers, open: typed.open, note: zh ? { zh, en: en || null } : null };
	if (!wrong.length && plan.largest > roomOf(plan))
		wrong.push({ field: 'largest', reason: 'beyond-slot', detail: { room: roomOf(plan) } });
	return wrong.length ? refuse(...wrong) : accept(plan);
}

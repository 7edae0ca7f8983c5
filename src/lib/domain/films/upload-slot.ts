import type { Plan } from '../contests/plan';
import { formOf } from './file-kind';
import type { FilmForm } from './file-kind';

/** Bytes of an answer that is a file: a scanned page, a certificate. */
const ANSWER_BYTES = 20 * 1024 * 1024;

/** A place of an entry into which files are sent. */
export interface Slot {
	form: FilmForm;
	/** Bytes of one file. */
	maxBytes: number;
	/** Files in it. */
	max: number;
}

/**
 * The place that an id names for entries of a category: one of its materials, or a question that is
 * answered by a file. Null when the plan has no such place.
 */
export function slotOf(plan: Plan, categoryId: string, materialId: string): Slot | null {
	const category = plan.categories.find(({ id }) => id === categoryId);
	if (!category) return null;
	const material = category.materials.find(({ id }) => id === materialId);
	if (material) {
		const { kind, max } = material;
		const form = formOf[kind];
		if (form === 'film' && !category.film) return null;
		const maxBytes = form === 'film' ? category.film!.maxBytes : material.maxBytes;
		return { form, maxBytes, max };
	}
	const question = plan.questions.find(
		({ id, kind, categories }) =>
			id === materialId && kind === 'file' && (!categories || categories.includes(categoryId))
	);
	return question ? { form: 'other', maxBytes: ANSWER_BYTES, max: question.max ?? 1 } : null;
}

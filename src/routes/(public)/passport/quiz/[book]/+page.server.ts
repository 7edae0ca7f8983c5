import { fail } from '@sveltejs/kit';
import { heard } from '$lib/server/heard';
import { answerQuiz, openQuiz } from '$lib/server/stamps/earned';
import { asking, bookOr404, codesOf } from '../../shown.server';
import type { Actions, PageServerLoad } from './$types';

const limit = asking();

export const load: PageServerLoad = async ({ params, locals: { db } }) => ({
	book: await bookOr404(db, params.book)
});

export const actions: Actions = {
	open: async (event) => {
		const form = await heard(event);
		if (!(await limit.take(event.getClientAddress())))
			return fail(429, { refusals: [{ field: '', reason: 'too-often' }] });
		const opened = await openQuiz(event.locals.db, event.params.book, codesOf(form));
		return opened.ok ? { questions: opened.value } : fail(422, { refusals: opened.refusals });
	},
	answer: async (event) => {
		const form = await heard(event);
		if (!(await limit.take(event.getClientAddress())))
			return fail(429, { refusals: [{ field: '', reason: 'too-often' }] });
		const { db, now } = event.locals;
		const codes = codesOf(form);
		const opened = await openQuiz(db, event.params.book, codes);
		if (!opened.ok) return fail(422, { refusals: opened.refusals });
		const questions = opened.value;
		const answers = questions.map((_, i) => {
			const said = form.get(`answer-${i}`);
			return said !== null && /^\d{1,2}$/.test(said) ? Number(said) : null;
		});
		const answered = await answerQuiz(db, event.params.book, { codes, answers, now });
		return answered.ok
			? { questions, answers, ...answered.value }
			: fail(422, { refusals: answered.refusals, questions, answers });
	}
};

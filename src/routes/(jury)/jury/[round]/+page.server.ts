import { error, fail } from '@sveltejs/kit';
import { categoryOf } from '$lib/domain/contests/entry-ask';
import { around, filtered, filterOf, progressOf, stepOf } from '$lib/domain/judging/desk/queue';
import { heard } from '$lib/server/heard';
import { queued, queueOf } from '$lib/server/judging/desk';
import { lockAll } from '$lib/server/judging/score-all';
import { self } from '$lib/server/people/self';
import { roundShown, seatAt } from '../seat.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, who } = event.locals;
	const seat = await seatAt(event);
	if (seat.phase === 'before') error(404, { message: 'missing' });
	const queue = await queueOf(db, seat);
	const filter = filterOf(event.url.searchParams.get('show'));
	const rows = queue.map((one) => ({
		...queued(one),
		category: (seat.edition.plan && categoryOf(seat.edition.plan, one.categoryId)?.title) ?? null,
		total: one.task.total,
		verdict: one.task.sheet?.verdict ?? null,
		rank: one.task.sheet?.rank ?? null
	}));
	return {
		me: who!.id,
		round: roundShown(seat),
		filter,
		counts: Object.fromEntries(
			(['todo', 'begun', 'done', 'locked'] as const).map((step) => [
				step,
				rows.filter((row) => stepOf(row) === step).length
			])
		),
		progress: progressOf(rows),
		next: around(rows, '').todo?.code ?? null,
		recused: event.url.searchParams.get('recused'),
		rows: filtered(rows, filter).map((row) => ({
			code: row.code,
			category: row.category,
			seconds: row.seconds,
			sample: row.kind === 'sample',
			step: stepOf(row),
			total: row.total,
			verdict: row.verdict,
			rank: row.rank
		}))
	};
};

export const actions: Actions = {
	lockAll: async (event) => {
		await heard(event);
		self(event);
		const seat = await seatAt(event);
		if (seat.phase !== 'open')
			return fail(409, {
				refusals: [{ field: '', reason: seat.phase === 'before' ? 'not-begun' : 'closed' }]
			});
		return lockAll(event.locals.db, event.locals.by, seat);
	}
};

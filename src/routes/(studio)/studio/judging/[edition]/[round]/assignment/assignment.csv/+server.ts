import { error } from '@sveltejs/kit';
import { assignmentTable } from '$lib/server/judging/assignment-table';
import { roundById } from '$lib/server/judging/rounds';
import { assignment as en } from '$lib/words/en/assignment';
import { assignment as zh } from '$lib/words/zh/assignment';
import type { RequestHandler } from './$types';

const heads = {
	zh: ['作品编号', '评审代码', '评委', '状态'],
	en: ['number', 'code', 'juror', 'state']
} as const;

/** The present assignment as a table that can be taken back. */
export const GET: RequestHandler = async ({ params, locals: { db, by, locale } }) => {
	const round = await roundById(db, params.edition, params.round);
	if (!round) error(404);
	const states: Record<string, string> = (locale === 'en' ? en : zh).taskStates;
	const told = (state: string) => states[state] ?? state;
	const text = await assignmentTable(db, by, round.id, heads[locale], told);
	if (text === null) error(404);
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="assignment-${round.ordinal}.csv"`,
			'cache-control': 'no-store'
		}
	});
};

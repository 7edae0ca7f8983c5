import { error } from '@sveltejs/kit';
import { MISSING_SIZE, missingOf } from '$lib/server/judging/missing';
import { roundHere } from '../here.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, who } = event.locals;
	const asked = event.url.searchParams;
	const page = /^[1-9]\d{0,4}$/.test(asked.get('page') ?? '') ? Number(asked.get('page')) : 1;
	const juror = (asked.get('juror') ?? '').slice(0, 40) || null;
	const round = await roundHere(event);
	const list = await missingOf(db, who, round, { page, juror });
	if (!list) error(404);
	return { list, page, size: MISSING_SIZE, juror, perEntry: round.plan.perEntry };
};

import { isNoun } from '$lib/domain/studio/noun';
import { queueOf, queueViews } from '$lib/server/studio/queue';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, by }, url }) => {
	const asked = (name: string) => url.searchParams.get(name) ?? '';
	const view = queueViews.find((one) => one === asked('view')) ?? 'mine';
	const noun = isNoun(asked('noun')) ? asked('noun') : null;
	const overdue = asked('overdue') === '1';
	const queue = await queueOf(db, by, {
		view,
		noun: noun !== null && isNoun(noun) ? noun : null,
		overdue
	});
	return { ...queue, view, noun, overdue, now: by.now };
};

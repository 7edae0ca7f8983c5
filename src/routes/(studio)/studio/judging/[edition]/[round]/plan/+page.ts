import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The form is that of plans of editions, with words of its own. */
export const load: PageLoad = async ({ url, data, parent }) => {
	const { judging } = await parent();
	const [{ office }, { judgingPlan }] = await (localeOf(url.pathname) === 'en'
		? Promise.all([import('$lib/words/en/contest-office'), import('$lib/words/en/judging-plan')])
		: Promise.all([import('$lib/words/zh/contest-office'), import('$lib/words/zh/judging-plan')]));
	const named = (list: readonly { id: string; title: string }[]) =>
		Object.fromEntries(list.map(({ id, title }) => [id, title]));
	const words: typeof office = {
		...office,
		field: {
			...office.field,
			...judgingPlan,
			option: {
				...judgingPlan.option,
				'ties.rule': {
					...judgingPlan.option['ties.rule'],
					...Object.fromEntries(
						data.criteria.map(({ id, title }) => [`c-${id}`, judgingPlan.meanOf(title)])
					)
				},
				'selection.quotas': named(data.groups)
			}
		},
		refusal: { ...office.refusal, ...judging.refusal, ...judgingPlan.refusal }
	};
	return { ...data, form: words, weights: judgingPlan.weights, weightsOff: judgingPlan.weightsOff };
};

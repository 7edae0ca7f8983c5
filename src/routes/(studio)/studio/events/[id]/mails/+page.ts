import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

/** The words of deliveries travel with this page alone. */
export const load: PageLoad = async ({ url, data }) => {
	const [{ delivery }, { outbox }] = await (localeOf(url.pathname) === 'en'
		? Promise.all([import('$lib/words/en/event-office-delivery'), import('$lib/words/en/outbox')])
		: Promise.all([import('$lib/words/zh/event-office-delivery'), import('$lib/words/zh/outbox')]));
	return { ...data, delivery, templates: outbox.template, why: outbox.why };
};

import { localeOf } from '$lib/domain/locale';

/** The words of these pages are needed nowhere else, so they travel with them alone. */
export async function eventWords(url: URL) {
	const [{ events }, { happenings }] = await (localeOf(url.pathname) === 'en'
		? Promise.all([import('$lib/words/en/events'), import('$lib/words/en/happenings')])
		: Promise.all([import('$lib/words/zh/events'), import('$lib/words/zh/happenings')]));
	return { events, happenings };
}

/** What {@link eventWords} lends. */
export type EventWords = Awaited<ReturnType<typeof eventWords>>;

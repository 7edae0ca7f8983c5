import type { Component } from 'svelte';
import { localeOf } from '$lib/domain/locale';
import { formWords } from '$lib/studio/form/words';
import type { PageLoad } from './$types';

type Shown = Component<{ data: unknown; form: null }>;
const pages = {
	places: () => import('../../../../../(public)/places/[slug]/+page.svelte'),
	trails: () => import('../../../../../(public)/trails/[slug]/+page.svelte'),
	articles: () => import('../../../../../(public)/articles/[slug]/+page.svelte'),
	documents: () => import('../../../../../(public)/documents/[slug]/+page.svelte'),
	pages: () => import('../../../../../(public)/pages/[slug]/+page.svelte')
};

/** Pages that bring more than the server gives them. */
const loads = {
	places: () => import('../../../../../(public)/places/[slug]/+page'),
	documents: () => import('../../../../../(public)/documents/[slug]/+page')
};

/** The page of the public with what it is given; or the words that say what it still lacks. */
export const load: PageLoad = async ({ data, url, ...event }) => {
	if (!data.page || !data.given)
		return { ...data, Page: null, room: await formWords(localeOf(url.pathname)) };
	let given = data.given;
	const own = loads[data.page as keyof typeof loads];
	if (own) {
		const { load } = await own();
		const more = await (load as unknown as (event: unknown) => Promise<Record<string, unknown>>)({
			...event,
			url,
			data: given
		});
		given = { ...given, ...more };
	}
	const { default: Page } = await pages[data.page]();
	return { ...data, given, Page: Page as unknown as Shown, room: null };
};

import type { RequestEvent } from '@sveltejs/kit';
import { describe } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import type { Content } from '$lib/domain/studio/field';
import type { Tx } from '$lib/server/db/open';

type Load = (event: unknown) => Promise<Record<string, unknown>>;
const loads = {
	places: () => import('../../../../../(public)/places/[slug]/+page.server'),
	trails: () => import('../../../../../(public)/trails/[slug]/+page.server'),
	articles: () => import('../../../../../(public)/articles/[slug]/+page.server'),
	documents: () => import('../../../../../(public)/documents/[slug]/+page.server'),
	pages: () => import('../../../../../(public)/pages/[slug]/+page.server')
};

/** Nouns with a page of their own. */
type Paged = keyof typeof loads;

/** The public page on which a content shows: its own, or that of the place it honours. */
export function pageOf(noun: Noun, content: Content): { noun: Paged; slug: string } | null {
	if (noun === 'honours') return { noun: 'places', slug: String(content.place ?? '') };
	if (!(noun in loads)) return null;
	return { noun: noun as Paged, slug: String(content.slug ?? '') };
}

/** What the public page would be given, read through `tx` by the very load the public is served by. */
export async function given(
	event: RequestEvent,
	tx: Tx,
	{ noun, slug }: { noun: Paged; slug: string }
) {
	const { load } = await loads[noun]();
	const path = describe(noun).address!(slug);
	return (load as unknown as Load)({
		...event,
		params: { slug },
		url: new URL(path, event.url.origin),
		locals: { ...event.locals, db: tx },
		setHeaders: () => undefined,
		depends: () => undefined,
		untrack: <T>(read: () => T) => read()
	});
}

import type { PageLoad } from './$types';

/** Most places have no pictures or recordings; only those that do bring what shows them. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	Media: data.media.length ? (await import('$lib/ui/places/Media.svelte')).default : null
});

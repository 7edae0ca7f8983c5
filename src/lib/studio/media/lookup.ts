import type { Locale } from '../../domain/locale';
import type { gallery } from '../../words/zh/gallery';
import type { Thumb } from './picked';

/** The words of choosing, loaded when something can be chosen. */
export const galleryWords = async (locale: Locale): Promise<typeof gallery> =>
	(await (locale === 'en' ? import('../../words/en/gallery') : import('../../words/zh/gallery')))
		.gallery;

/** What the library knows of these ids; ids it does not know are left out. */
export async function lookUp(ids: readonly string[]): Promise<Map<string, Thumb>> {
	if (!ids.length) return new Map();
	const query = new URLSearchParams(ids.map((id) => ['id', id]));
	const response = await fetch(`/studio/media/find.json?${query}`);
	if (!response.ok) return new Map();
	const { thumbs } = (await response.json()) as { thumbs: Thumb[] };
	return new Map(thumbs.map((thumb) => [thumb.id, thumb]));
}

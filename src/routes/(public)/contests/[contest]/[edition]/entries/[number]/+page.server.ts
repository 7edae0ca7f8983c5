import { error } from '@sveltejs/kit';
import { publicEdition } from '$lib/server/contests/public';
import { shownEntry } from '$lib/server/judging/shown';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, now } }) => {
	const found = await publicEdition(db, params.contest, params.edition, now);
	// As a stranger, whoever asks: this page is the public’s.
	const entry = found && (await shownEntry(db, null, found.edition.id, params.number, now));
	if (!found || !entry) error(404, { message: 'path' });
	const { contest, edition } = found;
	const { film, ...shown } = entry;
	return {
		contest: { slug: contest.slug, title: contest.title },
		edition: { slug: edition.slug, title: edition.title },
		entry: shown,
		film: film && {
			sources: film.sources,
			poster: film.poster,
			storyboard: film.storyboard,
			waveform: film.waveform,
			captions: film.captions,
			duration: film.duration
		}
	};
};

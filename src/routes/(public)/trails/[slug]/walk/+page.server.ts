import { error } from '@sveltejs/kit';
import { bearing, direction, directions, distance } from '$lib/domain/geo';
import { choose, modes, themes } from '$lib/domain/preference';
import { oneFile } from '$lib/domain/trail-pack';
import { pair } from '$lib/domain/text';
import * as places from '$lib/server/places';
import { givesStamps } from '$lib/server/stamps/books';
import * as towns from '$lib/server/towns';
import * as trails from '$lib/server/trails';
import { nouns as nounsEn } from '$lib/words/en/nouns';
import { walk as walkEn } from '$lib/words/en/walk';
import { nouns as nounsZh } from '$lib/words/zh/nouns';
import { walk as walkZh } from '$lib/words/zh/walk';
import { address } from '../../walk.js/script.server';
import type { PageServerLoad } from './$types';

type Shown = places.PlaceDetail['media'][number];

/** A picture or recording with the one address a walk needs. */
const shown = (item: Shown) => ({
	id: item.id,
	src: oneFile(`/files/${item.file}`, item.picture?.sources ?? []),
	type: item.type,
	width: item.width,
	height: item.height,
	alt: { zh: item.altZh, en: item.altEn },
	transcript: pair(item.transcriptZh, item.transcriptEn),
	credit: item.credit
});

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, locale, now } = locals;
	const packed = url.searchParams.has('pack');
	if (packed) {
		// A pack is made for one way of reading, whoever asks for it.
		locals.mode = choose(modes, url.searchParams.get('mode'));
		locals.theme = choose(themes, url.searchParams.get('theme'));
	}
	const [found, known] = await Promise.all([trails.bySlug(db, params.slug), towns.all(db)]);
	if (!found) error(404, 'trail');
	const stops = await Promise.all(
		found.stops.map(async (stop, i) => {
			const [detail, stamps] = await Promise.all([
				places.bySlug(db, stop.place.slug, now),
				givesStamps(db, stop.place.slug)
			]);
			const before = found.stops[i - 1]?.place;
			const { lon, lat, precision } = stop.place;
			const exact = precision === 'exact' && before?.precision === 'exact';
			const from =
				!exact || before.lon === null || before.lat === null || lon === null || lat === null
					? null
					: {
							metres: distance([before.lon, before.lat], [lon, lat]),
							direction: direction(bearing([before.lon, before.lat], [lon, lat]))
						};
			const media = detail?.media ?? [];
			return {
				...stop,
				from,
				stamps,
				story: detail ? pair(detail.place.storyZh, detail.place.storyEn) : null,
				pictures: media.filter(({ form }) => form === 'photo').map(shown),
				recordings: media.filter(({ form }) => form === 'audio').map(shown)
			};
		})
	);
	const words = locale === 'en' ? walkEn : walkZh;
	const nouns = locale === 'en' ? nounsEn : nounsZh;
	return {
		trail: found.trail,
		stops,
		marked: trails.drawn(found.stops),
		towns: known,
		mode: locals.mode,
		theme: locals.theme,
		script: address,
		/** What the script of the page says. */
		said: JSON.stringify({
			steps: words.steps,
			aloud: words.aloud,
			position: words.position,
			pack: words.pack,
			directions: directions.map((one) => nouns.direction[one])
		})
	};
};

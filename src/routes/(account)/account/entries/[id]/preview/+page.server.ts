import { categoryOf, questionsOf } from '$lib/domain/contests/entry-ask';
import { leaveToWatch, watching } from '$lib/server/films/watch';
import { wake } from '$lib/server/world';
import { openedFor, owedFor } from '../opened.server';
import type { PageServerLoad } from './$types';

/** Only what the jury sees: no names, units, towns, contacts. */
export const load: PageServerLoad = async (event) => {
	const opened = await openedFor(event);
	const { entry, plan, me } = opened;
	const { db, now } = event.locals;
	const { files } = await owedFor(event, opened);
	const shown = new Set(
		categoryOf(plan, entry.categoryId)
			?.materials.filter(({ jury }) => jury)
			.map(({ id }) => id)
	);
	const first = files.find(({ form, materialId }) => form === 'film' && shown.has(materialId));
	const grant = first && (await leaveToWatch(db, me.who, first.filmId, now));
	const watched = grant && (await watching(db, grant, (await wake()).env));
	const { title, titleEn, synopsis, synopsisEn, ai, answers } = entry.content;
	return {
		film: watched
			? {
					sources: watched.sources,
					poster: watched.poster,
					storyboard: watched.storyboard,
					waveform: watched.waveform,
					captions: watched.captions,
					duration: watched.duration
				}
			: null,
		shown: { title, titleEn, synopsis, synopsisEn, ai },
		answers: questionsOf(plan, entry.categoryId)
			.filter(({ jury, personal, kind }) => jury && !personal && kind !== 'file')
			.map(({ id, label, kind, options }) => ({
				id,
				label,
				kind,
				options,
				said: answers[id] ?? null
			})),
		asksAi: plan.aiKinds.length > 0,
		files: files
			.filter(({ materialId }) => shown.has(materialId))
			.map(({ id, materialId, form, state }) => ({ id, materialId, form, state }))
	};
};

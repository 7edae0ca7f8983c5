import { eq } from 'drizzle-orm';
import { categoryOf } from '$lib/domain/contests/entry-ask';
import { materialOf } from '$lib/domain/judging/desk/material';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { entries } from '../db/schema';
import { leaveToWatch, watching } from '../films/watch';
import type { Ground } from '../storage';
import type { DeskTask, Seat } from './desk';
import { filesInRound } from './desk-films';

/**
 * What lies before a juror of one entry, with the addresses of its film: the pure function decides what
 * that is. Null while the round does not take scores; nothing of an entry is seen before or after.
 */
export async function materialFor(
	db: Reader,
	who: Who,
	{ round, edition, phase }: Seat,
	{ task, categoryId }: Pick<DeskTask, 'task' | 'categoryId'>,
	now: number,
	ground?: Ground
) {
	if (phase !== 'open' || !edition.plan) return null;
	const { content, files } = await filesInRound(db, round.id, task.entryId);
	const [entry] = content
		? [{ content }]
		: await db
				.select({ content: entries.content })
				.from(entries)
				.where(eq(entries.id, task.entryId));
	const shown = materialOf(
		edition.plan,
		round.plan,
		{ categoryId, content: entry!.content },
		files
	);
	// An entry that is shown again must not be known by its addresses.
	const open = round.plan.names === 'shown';
	const seen = async (filmId: string) => {
		const leave = await leaveToWatch(db, who, filmId, now);
		// Where nobody is named, what was sent may name them in its properties.
		const original = !!leave?.original && open;
		return leave && watching(db, { ...leave, original, task: task.id }, ground);
	};
	const watched = shown.film && (await seen(shown.film.filmId));
	const beside = await Promise.all(
		shown.files.map(async ({ filmId, title, form }) => {
			const found = await seen(filmId);
			const address = (open ? found?.original : found?.bare) ?? null;
			// That something is kept back is said; where nothing is, it is not there yet.
			return found && (address || !open) ? [{ title, form, address }] : [];
		})
	);
	const { title, titleEn, synopsis, synopsisEn, ai, asksAi, answers, people } = shown;
	return {
		...{ title, titleEn, synopsis, synopsisEn, ai, asksAi, answers, people },
		category: categoryOf(edition.plan, categoryId)?.title ?? null,
		hasFilm: shown.film !== null,
		/** Of the film; null where nobody measured it. */
		seconds: shown.film?.seconds ?? null,
		film: watched && {
			sources: watched.sources,
			poster: watched.poster,
			storyboard: watched.storyboard,
			waveform: watched.waveform,
			captions: watched.captions,
			duration: watched.duration
		},
		files: beside.flat()
	};
}

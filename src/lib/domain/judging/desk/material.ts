import type { Answer, EntryContent } from '../../contests/entry';
import { categoryOf, questionsOf } from '../../contests/entry-ask';
import type { Plan, Question } from '../../contests/plan';
import type { Bilingual } from '../../text';
import type { RoundPlan } from '../round';

/** A file that belongs to the version of the entry that is judged. */
export interface MaterialFile {
	filmId: string;
	materialId: string;
	form: 'film' | 'picture' | 'document' | 'captions' | 'other';
	usable: boolean;
	/** Seconds; null for what does not run, or was not measured. */
	seconds: number | null;
}

/** All that a juror sees of an entry. */
export interface JuryMaterial {
	title: string;
	titleEn: string | null;
	synopsis: string;
	synopsisEn: string | null;
	/** Null where nobody was asked, or nothing was said. */
	ai: EntryContent['ai'];
	asksAi: boolean;
	answers: (Pick<Question, 'id' | 'label' | 'kind' | 'options'> & { said: Answer })[];
	/** The film itself; null for an entry without one. */
	film: { filmId: string; seconds: number | null } | null;
	/** What lies beside it, by the name of what was asked for: never by the name of a file. */
	files: { filmId: string; title: Bilingual; form: MaterialFile['form'] }[];
	/** Who made it, only where the round shows names. */
	people: { unit: string | null; crew: { name: string; role: Bilingual }[] } | null;
}

/** Ids of materials and questions whose files a jury sees, with their names. */
export function juryTitles(plan: Plan, categoryId: string): Map<string, Bilingual> {
	const seen = new Map<string, Bilingual>();
	for (const { id, title, jury } of categoryOf(plan, categoryId)?.materials ?? [])
		if (jury) seen.set(id, title);
	for (const { id, label, kind, jury, personal } of questionsOf(plan, categoryId))
		if (kind === 'file' && jury && !personal) seen.set(id, label);
	return seen;
}

/** The film of an entry that is judged: the first that a jury may see. */
export const filmOf = (
	titles: ReadonlyMap<string, unknown>,
	files: readonly MaterialFile[]
): MaterialFile | null =>
	files.find(({ form, materialId }) => form === 'film' && titles.has(materialId)) ?? null;

/**
 * What jurors see of an entry, and the only place that decides it: nothing of an entry reaches them but
 * through here. Names, units, towns, contacts and names of files are not in it unless the round says so.
 */
export function materialOf(
	plan: Plan,
	{ names }: Pick<RoundPlan, 'names'>,
	entry: { categoryId: string; content: EntryContent },
	files: readonly MaterialFile[]
): JuryMaterial {
	const { content, categoryId } = entry;
	const titles = juryTitles(plan, categoryId);
	const film = filmOf(titles, files);
	return {
		title: content.title,
		titleEn: content.titleEn,
		synopsis: content.synopsis,
		synopsisEn: content.synopsisEn,
		ai: content.ai && { kinds: [...content.ai.kinds], note: content.ai.note },
		asksAi: plan.aiKinds.length > 0,
		answers: questionsOf(plan, categoryId)
			.filter(({ jury, personal, kind }) => jury && !personal && kind !== 'file')
			.map(({ id, label, kind, options }) => ({
				id,
				label,
				kind,
				options,
				said: Object.hasOwn(content.answers, id) ? content.answers[id]! : null
			})),
		film: film && { filmId: film.filmId, seconds: film.seconds },
		files: files
			.filter(
				({ form, materialId, usable }) =>
					usable && form !== 'film' && form !== 'captions' && titles.has(materialId)
			)
			.map(({ filmId, materialId, form }) => ({ filmId, title: titles.get(materialId)!, form })),
		people:
			names === 'shown'
				? {
						unit: content.unit,
						crew: content.crew.map(({ name, role }) => ({
							name,
							role: plan.crew.find(({ id }) => id === role)?.title ?? { zh: role }
						}))
					}
				: null
	};
}

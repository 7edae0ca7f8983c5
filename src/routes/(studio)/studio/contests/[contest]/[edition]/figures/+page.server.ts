import { error, fail } from '@sveltejs/kit';
import { after, draftOf, readDeed, rowsAt, wordAt } from '$lib/domain/contests/plan-draft';
import type { DraftOf } from '$lib/domain/contests/plan-draft';
import { readNumber } from '$lib/domain/contests/plan-quantities';
import { editionAt } from '$lib/server/contests/editions';
import { figuresOf, saveFigures } from '$lib/server/contests/figures';
import { all as allSources } from '$lib/server/sources';
import { noForm } from '$lib/server/no-form';
import { fresh } from '$lib/studio/contests/fresh';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db }, params }) => {
	const found = await editionAt(db, params.contest, params.edition);
	if (!found) error(404);
	const draft: DraftOf = {
		figures: (await figuresOf(db, found.edition.id)).map(({ key, label, value, note, source }) => ({
			key,
			label: { zh: label.zh, en: label.en ?? '' },
			value: value === null ? '' : String(value),
			note: { zh: note?.zh ?? '', en: note?.en ?? '' },
			source: source?.slug ?? ''
		}))
	};
	const sources = await allSources(db);
	return { draft, sources: sources.map(({ slug, title }) => ({ slug, title })) };
};

const blank = (): DraftOf => ({
	key: fresh('figures'),
	label: { zh: '', en: '' },
	value: '',
	note: { zh: '', en: '' },
	source: ''
});

export const actions: Actions = {
	default: async ({ locals: { db, by }, params, request }) => {
		const found = await editionAt(db, params.contest, params.edition);
		if (!found) error(404);
		const form = await request.formData().catch(noForm);
		const draft = draftOf(
			[...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
		);
		const deed = readDeed(wordAt(draft, 'do'));
		if (deed) return { draft: after(draft, deed, blank()) };
		const saved = await saveFigures(
			db,
			by,
			found.edition.id,
			rowsAt(draft, 'figures').map((row) => {
				const read = readNumber(wordAt(row, 'value'));
				const note = wordAt(row, 'note.zh').trim();
				return {
					key: wordAt(row, 'key'),
					label: { zh: wordAt(row, 'label.zh').trim(), en: wordAt(row, 'label.en').trim() || null },
					// What is no number stays one nobody takes.
					value: read === null || typeof read === 'number' ? read : NaN,
					note: note ? { zh: note, en: wordAt(row, 'note.en').trim() || null } : null,
					source: wordAt(row, 'source') || null
				};
			})
		);
		return saved.ok ? { saved: true } : fail(422, { draft, refusals: saved.refusals });
	}
};

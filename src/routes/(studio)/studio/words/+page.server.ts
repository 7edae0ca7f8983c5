import { error, fail } from '@sveltejs/kit';
import { parseEntry } from '$lib/domain/check/word';
import { mayConfigure } from '$lib/domain/people/may';
import type { Refusal } from '$lib/domain/refusal';
import { noForm } from '$lib/server/no-form';
import {
	addWord,
	importWords,
	listWords,
	PAGE,
	removeWord,
	switchWord
} from '$lib/server/studio/word-list';
import { readWords } from '$lib/server/studio/word-table';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Largest file, bytes: a form with it fits what the outer door takes; about ten thousand words. */
const LARGEST = 500 * 1024;

export const load: PageServerLoad = async ({ locals: { db, who }, url }) => {
	if (!mayConfigure(who)) error(403, { message: 'not-allowed' });
	const q = (url.searchParams.get('q') ?? '').trim().slice(0, 60);
	const page = Math.min(1000, Math.max(1, Math.trunc(Number(url.searchParams.get('page')) || 1)));
	return { ...(await listWords(db, { q, page })), q, page, size: PAGE };
};

/** The text fields of a form; files apart. */
async function read({ request, locals: { who } }: RequestEvent) {
	if (!mayConfigure(who)) error(403, { message: 'not-allowed' });
	const form = await request.formData().catch(noForm);
	const typed: Record<string, string> = {};
	for (const [name, value] of form)
		if (typeof value === 'string') typed[name] = value.slice(0, 2000);
	return { form, typed };
}

const refused = (refusals: Refusal[], values: Record<string, string> = {}) =>
	fail(422, { refusals, values });

export const actions: Actions = {
	add: async (event) => {
		const { typed } = await read(event);
		const entry = parseEntry(typed);
		if (!entry.ok) return refused(entry.refusals, typed);
		const added = await addWord(event.locals.db, event.locals.by, entry.value);
		return added.ok ? { done: 'added' as const } : refused(added.refusals, typed);
	},
	switch: async (event) => {
		const { typed } = await read(event);
		const done = await switchWord(
			event.locals.db,
			event.locals.by,
			typed.id ?? '',
			typed.on === '1'
		);
		return done.ok ? { done: 'changed' as const } : refused(done.refusals);
	},
	remove: async (event) => {
		const { typed } = await read(event);
		const done = await removeWord(event.locals.db, event.locals.by, typed.id ?? '');
		return done.ok ? { done: 'removed' as const } : refused(done.refusals);
	},
	import: async (event) => {
		const { form } = await read(event);
		const file = form.get('file');
		if (!(file instanceof File) || !file.size)
			return refused([{ field: 'file', reason: 'no-file' }]);
		if (file.size > LARGEST) return refused([{ field: 'file', reason: 'too-large' }]);
		const entries = readWords(Buffer.from(await file.arrayBuffer()));
		if (!entries.ok) return refused(entries.refusals);
		const done = await importWords(event.locals.db, event.locals.by, entries.value);
		return done.ok ? { imported: done.value } : refused(done.refusals);
	}
};

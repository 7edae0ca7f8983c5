import { fail, redirect } from '@sveltejs/kit';
import { shown } from '$lib/domain/import/clean';
import { href } from '$lib/domain/locale';
import { close } from '$lib/server/studio/import-file';
import { examine, importDrafts } from '$lib/server/studio/import';
import { noForm } from '$lib/server/no-form';
import { choiceOf, tableOf } from './asked.server';
import type { Actions, PageServerLoad } from './$types';

/** Problems on the page; all of them are in the sheet to download. */
const LISTED = 50;

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const table = await tableOf(params.id, locals);
	const choice = choiceOf(url.searchParams);
	const found = await examine(locals.db, table.bytes, table.name, choice);
	return {
		id: table.id,
		name: table.name,
		...found,
		issues: found.issues
			.slice(0, LISTED)
			.map((issue) => ({ ...issue, column: shown(issue.column), value: shown(issue.value) })),
		problems: found.issues.length,
		datum: choice.datum ?? null,
		anyway: choice.anyway,
		asked: url.searchParams.toString()
	};
};

export const actions: Actions = {
	default: async ({ params, request, locals }) => {
		const table = await tableOf(params.id, locals);
		const form = await request.formData().catch(noForm);
		const choice = choiceOf(new URLSearchParams(String(form.get('asked') ?? '')));
		const done = await importDrafts(locals.db, locals.by, table.bytes, table.name, choice);
		if (!done.ok)
			return fail(
				409,
				'place' in done
					? { place: done.place, reasons: done.refusals.map(({ reason }) => reason) }
					: { place: null, reasons: [] }
			);
		await close(table.dataDir, table.id);
		redirect(303, href(locals.locale, `/studio/import/done?count=${done.drafts}`));
	}
};

import { fail } from '@sveltejs/kit';
import { readTies } from '$lib/domain/judging/desk/ties';
import { declareTies, tiesOf } from '$lib/server/judging/desk-ties';
import { heard } from '$lib/server/heard';
import { all as allTowns } from '$lib/server/towns';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, who } }) => ({
	editions: await tiesOf(db, who),
	towns: (await allTowns(db)).filter(({ own }) => own).map(({ slug, name }) => ({ slug, name }))
});

export const actions: Actions = {
	default: async (event) => {
		const { db } = event.locals;
		const sent = await heard(event);
		const edition = (sent.get('edition') ?? '').slice(0, 40);
		const towns = (await allTowns(db)).map(({ slug }) => slug);
		const values = Object.fromEntries(
			['unit', 'family', 'teacher', 'interest'].map((name) => [
				name,
				(sent.get(name) ?? '').slice(0, 8000)
			])
		);
		const read = readTies(sent, towns);
		if (!read.ok)
			return fail(422, { edition, refusals: read.refusals, values, towns: sent.all('town') });
		const said = await declareTies(db, event.locals.by, edition, read.value);
		if (!said.ok)
			return fail(404, { edition, refusals: said.refusals, values, towns: sent.all('town') });
		return { edition, saved: true };
	}
};

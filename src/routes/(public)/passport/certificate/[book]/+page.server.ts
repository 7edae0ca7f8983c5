import { fail } from '@sveltejs/kit';
import { heard } from '$lib/server/heard';
import { earnDiploma } from '$lib/server/stamps/earned';
import { diplomaPdf } from '$lib/server/stamps/print';
import { wake } from '$lib/server/world';
import { asking, bookOr404, codesOf } from '../../shown.server';
import type { Actions, PageServerLoad } from './$types';

const limit = asking();

export const load: PageServerLoad = async ({ params, locals: { db } }) => ({
	book: await bookOr404(db, params.book)
});

export const actions: Actions = {
	/** The PDF travels in the answer of the form, so that the name stands in no address and in no log. */
	default: async (event) => {
		const form = await heard(event);
		const { db, now, locale } = event.locals;
		const name = (form.get('name') ?? '').slice(0, 200);
		if (!(await limit.take(event.getClientAddress())))
			return fail(429, { refusals: [{ field: '', reason: 'too-often' }], name });
		const proof = (form.get('proof') ?? '').slice(0, 80);
		const codes = codesOf(form);
		const earned = await earnDiploma(db, event.params.book, { codes, proof, name, now });
		if (!earned.ok) return fail(422, { refusals: earned.refusals, name });
		const { env } = await wake();
		const made = await diplomaPdf(db, env, earned.value, { locale, now });
		return { pdf: made.pdf.toString('base64'), file: made.name, code: earned.value.code, name };
	}
};

import { error, fail, redirect } from '@sveltejs/kit';
import type { Sent } from '$lib/domain/contests/entry-form';
import { href } from '$lib/domain/locale';
import { readBook } from '$lib/domain/stamps/book-form';
import { blankBook, typedBook, valuesOf } from '$lib/domain/stamps/book-values';
import { heard } from '$lib/server/heard';
import {
	bookForForm,
	bookletNumbers,
	saveBook,
	showBook,
	trailChoices
} from '$lib/server/stamps/books-office';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const numberOf = ({ book }: { book: string }): number | null => {
	if (book === 'new') return null;
	if (!/^[1-9]\d{0,8}$/.test(book)) error(404);
	return Number(book);
};

export const load: PageServerLoad = async ({ params, url, locals: { db } }) => {
	const number = numberOf(params);
	const trails = await trailChoices(db);
	if (number === null)
		return {
			...{ number, trails },
			values: blankBook(),
			shown: false,
			taken: 0,
			numbers: null,
			saved: false
		};
	const found = await bookForForm(db, number);
	if (!found) error(404);
	return {
		...{ number, trails },
		values: valuesOf(found.row, found.places),
		shown: found.row.publishedAt !== null,
		taken: found.row.taken,
		numbers: await bookletNumbers(db, number),
		saved: url.searchParams.has('saved')
	};
};

const show = (shown: boolean) => async (event: RequestEvent) => {
	await heard(event);
	const { db, by } = event.locals;
	const number = numberOf(event.params);
	const done = number === null ? null : await showBook(db, by, number, shown);
	if (!done) error(404);
	return done.ok ? { shown } : fail(422, { refusals: done.refusals });
};

export const actions: Actions = {
	save: async (event) => {
		const form: Sent = await heard(event);
		const { db, by, locale } = event.locals;
		const number = numberOf(event.params);
		const refused = (refusals: { field: string; reason: string }[]) =>
			fail(422, { refusals, typed: typedBook(form) });
		const read = readBook(form);
		if (!read.ok) return refused(read.refusals);
		const revision = Number(form.get('revision') ?? NaN);
		const at = number === null ? null : { number, revision };
		const done = await saveBook(db, by, at, read.value);
		if (!done.ok) return refused(done.refusals);
		redirect(303, href(locale, `/studio/stamps/books/${done.value}?saved`));
	},
	publish: show(true),
	withdraw: show(false)
};

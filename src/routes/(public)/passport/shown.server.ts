import { error } from '@sveltejs/kit';
import { MOST } from '$lib/domain/stamps/passport';
import type { Sent } from '$lib/domain/contests/entry-form';
import { limiter } from '$lib/server/corrections-limit';
import { publicBook } from '$lib/server/stamps/books';
import type { Reader } from '$lib/server/db/open';

/** What a form with stamps may ask in ten minutes: a class answers together behind one address. */
export const asking = () => limiter({ each: 120, all: 12_000 });

/** The stamps a form shows. */
export const codesOf = (form: Sent): string[] =>
	(form.get('stamps') ?? '').split(/\s+/).filter(Boolean).slice(0, MOST.stamps);

/** A published book, or 404. */
export async function bookOr404(db: Reader, slug: string) {
	const found = await publicBook(db, slug);
	if (!found) error(404, { message: 'path' });
	return found.book;
}

import { publicBooks } from '$lib/server/stamps/books';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db } }) => ({
	books: await publicBooks(db)
});

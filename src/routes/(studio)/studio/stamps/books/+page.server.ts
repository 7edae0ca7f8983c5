import { allBooks } from '$lib/server/stamps/books-office';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db } }) => ({ books: await allBooks(db) });

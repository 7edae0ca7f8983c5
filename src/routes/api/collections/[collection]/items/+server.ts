import { collectionId } from '$lib/server/features/collections';
import { items } from '$lib/server/features/items';
import { problem } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const id = collectionId(event.params.collection);
	return id ? items(event, id) : problem(event, 404, 'collection');
};

import { collectionId } from '$lib/server/features/collections';
import { items } from '$lib/server/features/items';
import { switchesOf } from '$lib/server/frame';
import { problem } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const id = collectionId(event.params.collection, await switchesOf(event.locals.db));
	return id ? items(event, id) : problem(event, 404, 'collection');
};

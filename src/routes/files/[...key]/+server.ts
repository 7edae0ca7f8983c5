import { fileKind } from '$lib/domain/file-key';
import { find, storageRoot } from '$lib/server/files';
import { answer, publicName } from '$lib/server/media/serve';
import { problem } from '$lib/server/problem';
import { wake } from '$lib/server/world';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { key } = event.params;
	const kind = fileKind(key);
	const { env, db } = await wake();
	const name = kind && (await publicName(db, key));
	const file = name && (await find(storageRoot(env.storageUrl), key));
	if (!file) return problem(event, 404, 'file');
	const cache = 'public, max-age=31536000, immutable';
	const { size } = file;
	return (
		(await answer(event.request, file, kind, { name, cache })) ??
		problem(event, 416, 'range', { headers: { 'content-range': `bytes */${size}` } })
	);
};

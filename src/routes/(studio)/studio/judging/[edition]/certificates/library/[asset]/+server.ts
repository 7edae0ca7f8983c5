import { error } from '@sveltejs/kit';
import { fileKind } from '$lib/domain/file-key';
import { libraryOf } from '$lib/server/certificates/designs';
import { find } from '$lib/server/files';
import { answer } from '$lib/server/media/serve';
import { storeOf } from '$lib/server/media/store';
import { wake } from '$lib/server/world';
import type { RequestHandler } from './$types';

/** A picture a certificate may bear, for the preview of whoever designs it. */
export const GET: RequestHandler = async ({ params, request, locals: { db } }) => {
	const [asset] = await libraryOf(db, [params.asset]);
	if (!asset) error(404, { message: 'no-media' });
	const webp = asset.variants.filter(({ type }) => type === 'image/webp');
	const key = (webp.find(({ width }) => width >= 1200) ?? webp.at(-1))?.key ?? asset.key;
	const { env } = await wake();
	const kind = fileKind(key);
	const file = kind && (await find(storeOf(env).root, key));
	if (!file) error(404, { message: 'no-media' });
	const named = { name: asset.name, cache: 'private, max-age=3600' };
	const answered = await answer(request, file, kind, named);
	if (!answered) error(416, { message: 'range' });
	return answered;
};

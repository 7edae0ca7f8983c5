import { relative } from 'node:path';
import { error } from '@sveltejs/kit';
import { fileKind } from '$lib/domain/file-key';
import { mayWork } from '$lib/domain/people/may';
import { find } from '$lib/server/files';
import { seen } from '$lib/server/media/change';
import { answer } from '$lib/server/media/serve';
import { storeOf, wholePath } from '$lib/server/media/store';
import { isHeld } from '$lib/server/scan/hold';
import { wake } from '$lib/server/world';
import type { RequestHandler } from './$types';

/**
 * The file of an asset for those who work with it, public or not: `w` asks for a picture at least so
 * wide, `whole` for the picture before it was cropped. The original itself is never served.
 */
export const GET: RequestHandler = async ({ params, request, url, locals: { db, who } }) => {
	const asset = mayWork(who) ? await seen(db, who, params.id) : null;
	if (!asset || (await isHeld(db, asset.id))) error(404, { message: 'no-media' });
	const { env } = await wake();
	const store = storeOf(env);
	const cache = 'private, max-age=3600';
	if (url.searchParams.has('whole') && asset.crop) {
		const whole = await find(
			store.originals,
			relative(store.originals, wholePath(store, asset.sha256))
		);
		const kind = { type: 'image/webp', attachment: false };
		const named = { name: asset.originalName, cache };
		const answered = whole && (await answer(request, whole, kind, named));
		if (!answered) error(404, { message: 'no-media' });
		return answered;
	}
	const width = Number(url.searchParams.get('w') ?? Infinity);
	const webp = asset.variants.filter(({ type }) => type === 'image/webp');
	const key =
		(Number.isFinite(width) && (webp.find((each) => each.width >= width) ?? webp.at(-1))?.key) ||
		asset.key;
	const kind = fileKind(key);
	const file = kind && (await find(store.root, key));
	if (!file) error(404, { message: 'no-media' });
	const answered = await answer(request, file, kind, { name: asset.originalName, cache });
	if (!answered) error(416, { message: 'range' });
	return answered;
};

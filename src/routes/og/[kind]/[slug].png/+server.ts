import { dev } from '$app/environment';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuseUnknown } from '$lib/domain/feature-query';
import { findable } from '$lib/domain/modules';
import { FRAME, PICTURES } from '$lib/map/style/frame';
import { switchesOf } from '$lib/server/frame';
import { spoken } from '$lib/server/machine/speech';
import { paint, Painter, pictureKinds, subject, TooBusy } from '$lib/server/pictures';
import type { PictureKind } from '$lib/server/pictures';
import { problem, refused } from '$lib/server/problem';
import { shared } from '$lib/server/shared';
import { wake } from '$lib/server/world';
import type { RequestHandler } from './$types';

const compiled = join(shared.root, 'build', 'bin', 'paint.js');
/** In development nothing is compiled and the pages paint themselves. */
const painter = !dev && existsSync(compiled) ? new Painter(compiled) : null;

export const GET: RequestHandler = async (event) => {
	const { params, locals, url } = event;
	const refusals = refuseUnknown(url.searchParams, ['lang']);
	if (refusals.length) return refused(event, refusals);
	const kind = (pictureKinds as readonly string[]).includes(params.kind)
		? (params.kind as PictureKind)
		: null;
	const [open] = findable(await switchesOf(locals.db), kind ? [kind] : []);
	const found = open && (await subject(locals.db, open, params.slug, spoken(event), locals.now));
	if (!found) return problem(event, 404, 'picture');
	const { env } = await wake();
	const ground = { file: join(shared.root, 'static', PICTURES.light), frame: FRAME };
	const folder = join(env.dataDir, 'cache', 'og');
	try {
		const { bytes, hash } = await paint(
			found.words,
			found.sight,
			ground,
			folder,
			painter ? (job) => painter.paint(job) : undefined
		);
		return new Response(bytes as Uint8Array<ArrayBuffer>, {
			headers: {
				'content-type': 'image/png',
				'content-length': String(bytes.length),
				'cache-control': 'public, max-age=86400',
				etag: `"${hash}"`
			}
		});
	} catch (error) {
		if (!(error instanceof TooBusy)) throw error;
		return problem(event, 503, 'busy', { headers: { 'retry-after': '30' } });
	}
};

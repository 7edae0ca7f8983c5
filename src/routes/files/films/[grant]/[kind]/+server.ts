import { Readable } from 'node:stream';
import { attachment } from '$lib/domain/export/attachment';
import { nameUnder, readGrant } from '$lib/server/films/grant';
import { fileFor } from '$lib/server/films/watch';
import { problem } from '$lib/server/problem';
import { ranged } from '$lib/server/ranged';
import { filmStorage, Missing } from '$lib/server/storage';
import { wake } from '$lib/server/world';
import type { RequestHandler } from './$types';

/** How originals are called when they are taken away. */
const endings: Record<string, string> = {
	'video/mp4': 'mp4',
	'video/quicktime': 'mov',
	'video/x-matroska': 'mkv',
	'video/webm': 'webm',
	'video/x-msvideo': 'avi',
	'video/mp2t': 'ts',
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/webp': 'webp',
	'application/pdf': 'pdf',
	'text/vtt': 'vtt'
};

export const GET: RequestHandler = async (event) => {
	const { params, locals, request } = event;
	const { db, env } = await wake();
	const grant = readGrant(params.grant, locals.who?.id ?? null, locals.by.now);
	const file = grant && (await fileFor(db, locals.who, grant, params.kind, locals.by.now));
	if (!file) return problem(event, 404, 'file');
	const store = filmStorage(env);
	const name = `${nameUnder(grant, grant.filmId)}.${endings[file.type] ?? 'bin'}`;
	const left = Math.floor((grant.until - locals.by.now) / 1000);
	try {
		const answer = await ranged(
			request,
			{
				size: file.bytes,
				// Neither moment nor hash says before a juror that two entries are one.
				changedAt: grant.task ? 0 : file.at,
				etag: `"${nameUnder(grant, file.sha256).slice(0, 32)}"`,
				bytes: async (part) =>
					Readable.toWeb(await store.read(file.key, part)) as ReadableStream<Uint8Array>
			},
			{
				type: file.type,
				// Nobody else may keep it, and nobody longer than the address is good.
				cache: `private, max-age=${Math.min(3600, left)}`,
				disposition: file.download ? attachment(name, name) : 'inline'
			}
		);
		if (answer) return answer;
	} catch (error) {
		// A film of the synthetic stock has a row and no bytes.
		if (error instanceof Missing) return problem(event, 404, 'file');
		throw error;
	}
	const whole = { 'content-range': `bytes */${file.bytes}` };
	return problem(event, 416, 'range', { headers: whole });
};

import { error } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { letterBytes } from '$lib/server/judging/letters';
import { openLetter } from '$lib/server/visits/desk';
import type { RequestHandler } from './$types';

const ends: Record<string, string> = {
	'application/pdf': 'pdf',
	'image/jpeg': 'jpg',
	'image/png': 'png'
};

/** The letter of a group, as a download that nothing can run in. */
export const GET: RequestHandler = async ({ params, locals: { db, by } }) => {
	const found = await openLetter(db, by, params.id);
	if (!found.ok) error(404);
	const { type, bytes } = await letterBytes(found.value);
	const name = `letter.${ends[type] ?? 'bin'}`;
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': type,
			'content-length': String(bytes.length),
			'content-disposition': attachment(name, name),
			'content-security-policy': "sandbox; default-src 'none'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store'
		}
	});
};

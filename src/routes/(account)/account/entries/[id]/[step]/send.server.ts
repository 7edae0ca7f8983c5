import { fail } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';

/** Takes in a small file that was sent by a plain form. */
export async function sendFile(event: RequestEvent) {
	void event;
	return fail(422, { refusals: [{ field: 'file', reason: 'no-file' }] });
}

import { fail } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { sendPlain } from '$lib/server/contests/entry-send';
import { wake } from '$lib/server/world';
import { openedFor } from '../opened.server';

/** Takes in a small file that was sent by a plain form. */
export async function sendFile(event: RequestEvent) {
	const { entry, me } = await openedFor(event);
	const { env } = await wake();
	const { slot, kept } = await sendPlain(me, entry.id, event.request, env.dataDir);
	return kept.ok ? { kept: kept.value, slot } : fail(422, { slot, refusals: kept.refusals });
}

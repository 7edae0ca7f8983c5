import { error, json } from '@sveltejs/kit';
import { mayCreate } from '$lib/domain/people/may';
import type { Noun } from '$lib/domain/studio/noun';
import { refusedThing } from '$lib/server/audit/refused';
import { write } from '$lib/server/db/write';
import { keep, NEW } from '$lib/server/studio/autosave';
import { find } from '$lib/server/studio/items';
import { attend, leave, others } from '$lib/server/studio/presence';
import type { RequestHandler } from './$types';

/**
 * A form reports: with `content` and `base` what is typed, which is kept for its writer; without,
 * that it is still open; with `leave`, that it was closed. Answered with who else is at work and the
 * newest version.
 */
export const POST: RequestHandler = async ({ params, request, locals: { db, by } }) => {
	const { id } = params;
	const noun = params.noun as Noun;
	const { who, now } = by;
	const sent: unknown = await request.json().catch(() => null);
	if (typeof sent !== 'object' || sent === null) error(400);
	const item = id === NEW ? null : await find(db, who, noun, id);
	if (!who || (id === NEW ? !mayCreate(who, noun) : !item)) {
		// A form that only says it is still open tries to change nothing.
		if ('content' in sent) await write(db, (tx) => refusedThing(tx, by, noun, id, 'change'));
		error(404);
	}
	if ('leave' in sent) {
		leave(noun, id, who);
		return json({ at: null, others: [], head: item?.head ?? 0 });
	}
	let at: number | null = null;
	if ('content' in sent) {
		const kept = await keep(db, by, noun, id, sent as { content: unknown; base: unknown });
		if ('missing' in kept) error(404);
		if (!kept.ok) return json({ refusals: kept.refusals }, { status: 422 });
		at = kept.value.at;
	}
	if (id === NEW) return json({ at, others: [], head: 0 });
	attend(noun, id, who, now, at !== null || ('typing' in sent && sent.typing === true));
	return json({ at, others: others(noun, id, who, now), head: item?.head ?? 0 });
};

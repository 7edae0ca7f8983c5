import { error, json } from '@sveltejs/kit';
import { readDeeds } from '$lib/domain/events/checkin-sent';
import { takeDeeds } from '$lib/server/checkin/take';
import { gateHere, HIDDEN, limits } from '../gate.server';
import type { RequestHandler } from './$types';

/** Takes what a device did at its door, asked for or done already; the same told twice counts once. */
export const POST: RequestHandler = async ({ params, request, locals: { db, by } }) => {
	const deeds = readDeeds(await request.json().catch(() => null));
	if (!deeds) error(400);
	const gate = await gateHere(db, params.key, ['scanner', 'kiosk']);
	if (!(await limits.open(gate))) error(429);
	// At a kiosk nobody stands who may say that it is all right.
	const told =
		gate.kind === 'kiosk'
			? deeds.map((deed) => ({
					...deed,
					...{ how: 'kiosk' as const, extra: false, done: false, heads: Math.abs(deed.heads) }
				}))
			: deeds;
	const now = Date.now();
	const post = { occasionId: gate.occasionId, gateId: gate.id };
	const answers = await takeDeeds(db, { ...by, now }, post, told);
	if (!answers) error(410);
	await limits.count(gate, answers);
	return json({ answers, now }, { headers: HIDDEN });
};

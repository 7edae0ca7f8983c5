import { error, json } from '@sveltejs/kit';
import { lookAt } from '$lib/server/checkin/look';
import { gateHere, HIDDEN, limits } from '../gate.server';
import type { RequestHandler } from './$types';

/** What the door says to something shown at a kiosk; it changes nothing. */
export const POST: RequestHandler = async ({ params, request, locals: { db } }) => {
	const sent: unknown = await request.json().catch(() => null);
	const text = (sent as { text?: unknown } | null)?.text;
	if (typeof text !== 'string' || text.length > 2400) error(400);
	const gate = await gateHere(db, params.key, ['kiosk', 'scanner']);
	const headers = HIDDEN;
	if (!(await limits.open(gate)))
		return json({ refusals: [{ field: '', reason: 'too-often' }] }, { status: 429, headers });
	const looked = await lookAt(db, gate.occasionId, text, Date.now());
	if (looked.ok) return json(looked.value, { headers });
	await limits.count(gate, looked.refusals);
	return json({ refusals: looked.refusals }, { headers });
};

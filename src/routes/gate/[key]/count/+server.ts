import { json } from '@sveltejs/kit';
import { zonedNumbersOf } from '$lib/server/checkin/list';
import { gateHere, HIDDEN } from '../gate.server';
import type { RequestHandler } from './$types';

/** How many are in, for the big screen; numbers alone. */
export const GET: RequestHandler = async ({ params, locals: { db, now } }) => {
	const gate = await gateHere(db, params.key, ['screen', 'scanner', 'kiosk']);
	return json({ ...(await zonedNumbersOf(db, gate.occasionId)), now }, { headers: HIDDEN });
};

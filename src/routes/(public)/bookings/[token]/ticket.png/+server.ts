import { ticketPng } from '$lib/server/signups/ticket-paper';
import { confirmedOwn, privately } from '../own.server';
import type { RequestHandler } from './$types';

/** The code of the ticket as a picture. */
export const GET: RequestHandler = async (event) => {
	const own = await confirmedOwn(event);
	return new Response(new Uint8Array(await ticketPng(own)), {
		headers: { ...privately, 'content-type': 'image/png' }
	});
};

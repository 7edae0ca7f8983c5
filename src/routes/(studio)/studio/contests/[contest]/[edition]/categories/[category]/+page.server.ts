import { openPart, sendPart } from '../../part.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => openPart(event, `category:${event.params.category}`);

export const actions: Actions = {
	default: (event) => sendPart(event, `category:${event.params.category}`)
};

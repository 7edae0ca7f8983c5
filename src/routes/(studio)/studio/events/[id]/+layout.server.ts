import { runsEvent } from '$lib/server/events/runs';
import type { LayoutServerLoad } from './$types';

/** Whether the visitor sets up this event’s sign-ups and door: those who do not are not led there. */
export const load: LayoutServerLoad = async ({ params, locals: { db, who } }) => ({
	runs: await runsEvent(db, who, params.id)
});

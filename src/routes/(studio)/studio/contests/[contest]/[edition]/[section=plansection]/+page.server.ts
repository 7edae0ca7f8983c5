import type { PlanSection } from '$lib/domain/contests/plan-parts';
import { openPart, sendPart } from '../part.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => openPart(event, event.params.section as PlanSection);

export const actions: Actions = {
	default: (event) => sendPart(event, event.params.section as PlanSection)
};

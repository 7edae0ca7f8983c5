import { creatable, roomsOf } from '$lib/domain/studio/rooms';
import { waiting } from '$lib/server/studio/desk';
import type { LayoutServerLoad } from './$types';

/** Who works here, where they may go and what waits for them there. */
export const load: LayoutServerLoad = async ({ locals: { db, who, now } }) => ({
	person: { name: who?.name ?? '' },
	rooms: roomsOf(who),
	creates: creatable(who),
	waiting: await waiting(db, who, now)
});

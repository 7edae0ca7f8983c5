import { is, isStaff } from '$lib/domain/people/who';
import { frame } from '$lib/server/frame';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => ({
	mode: locals.mode,
	theme: locals.theme,
	/** Only the name: what somebody may do is decided where it is done. */
	who: locals.who && {
		name: locals.who.name,
		staff: isStaff(locals.who),
		juror: is(locals.who, 'juror')
	},
	...(await frame(locals.db))
});

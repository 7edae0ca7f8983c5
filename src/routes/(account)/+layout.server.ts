import { passkeyPlace } from '$lib/server/people/passkeys/house';
import type { LayoutServerLoad } from './$types';

/** Where passkeys are used, if anywhere: what every page with a button for one needs. */
export const load: LayoutServerLoad = async () => ({ passkeyPlace: await passkeyPlace() });

import { choose, modes, themes } from '$lib/domain/preference';
import { walk as en } from '$lib/words/en/walk';
import { walk as zh } from '$lib/words/zh/walk';
import { address } from '../walk.js/script.server';
import type { PageServerLoad } from './$types';

/** What a device keeps of trails, which it alone knows; the page goes into every pack. */
export const load: PageServerLoad = ({ locals, url }) => {
	if (url.searchParams.has('pack')) {
		// A pack is made for one way of reading, whoever asks for it.
		locals.mode = choose(modes, url.searchParams.get('mode'));
		locals.theme = choose(themes, url.searchParams.get('theme'));
	}
	const { pack, shelf } = locals.locale === 'en' ? en : zh;
	const { other, otherRemove, removed, unable } = pack;
	return {
		mode: locals.mode,
		theme: locals.theme,
		script: address,
		shelf,
		/** What the script of the page says. */
		said: JSON.stringify({ pack: { other, otherRemove, removed, unable }, shelf })
	};
};

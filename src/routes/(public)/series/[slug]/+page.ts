import { eventWords } from '../../events/words';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, url }) => ({
	...data,
	words: await eventWords(url)
});

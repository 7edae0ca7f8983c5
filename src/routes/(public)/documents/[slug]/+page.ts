import { documentWords } from '../words';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, url }) => ({
	...data,
	paperWords: await documentWords(url)
});

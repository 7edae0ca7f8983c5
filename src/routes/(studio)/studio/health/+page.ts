import { localeOf } from '$lib/domain/locale';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, data }) => {
	const en = localeOf(url.pathname) === 'en';
	const [{ health }, { settings }] = await Promise.all([
		en ? import('$lib/words/en/health') : import('$lib/words/zh/health'),
		en ? import('$lib/words/en/settings') : import('$lib/words/zh/settings')
	]);
	return { ...data, health, settingNames: settings.name };
};

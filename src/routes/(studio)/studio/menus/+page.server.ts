import { fail } from '@sveltejs/kit';
import { entries, linkable, saveMenus } from '$lib/server/menus';
import type { MenuEntry } from '$lib/server/menus';
import { noForm } from '$lib/server/no-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db } }) => ({
	entries: await entries(db),
	pages: await linkable(db)
});

export const actions: Actions = {
	default: async ({ request, locals: { db, by } }) => {
		const form = await request.formData().catch(noForm);
		const text = (name: string) => String(form.get(name) ?? '').trim();
		const lines = [...new Set([...form.keys()].map((key) => key.split('.')[0]!))]
			.filter((line) => /^\d{1,3}$/.test(line))
			.filter((line) => !form.has(`${line}.remove`))
			.filter((line) => text(`${line}.labelZh`) || text(`${line}.href`));
		const order = (line: string) => {
			const number = Number(text(`${line}.position`));
			return Number.isFinite(number) ? number : 0;
		};
		const given = lines
			.sort((a, b) => order(a) - order(b) || Number(a) - Number(b))
			.map((line): MenuEntry => ({
				menu: text(`${line}.menu`) === 'header' ? 'header' : 'footer',
				labelZh: text(`${line}.labelZh`),
				labelEn: text(`${line}.labelEn`),
				href: text(`${line}.href`),
				hidden: form.has(`${line}.hidden`)
			}));
		const done = await saveMenus(db, by, given);
		if (done.ok) return { saved: true };
		return fail(422, { refusals: done.refusals, entries: given });
	}
};

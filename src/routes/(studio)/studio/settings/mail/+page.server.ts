import { error, fail } from '@sveltejs/kit';
import { preview, templateNames, templates } from '$lib/domain/mail';
import type { MailText, TemplateName } from '$lib/domain/mail';
import { mayConfigure } from '$lib/domain/people/may';
import { record } from '$lib/server/audit';
import { write } from '$lib/server/db/write';
import { ourOrigin } from '$lib/server/mail';
import { ownText, putTemplate, readTemplate } from '$lib/server/mail/templates';
import { noForm } from '$lib/server/no-form';
import { examples as en } from '$lib/words/en/mail-examples';
import { examples as zh } from '$lib/words/zh/mail-examples';
import type { Actions, PageServerLoad } from './$types';

const isTemplate = (word: string | null): word is TemplateName =>
	(templateNames as readonly (string | null)[]).includes(word);

const examples = { zh, en };

export const load: PageServerLoad = async ({ url, locals: { db } }) => {
	const asked = url.searchParams.get('template');
	const name = isTemplate(asked) ? asked : templateNames[0];
	const written = await readTemplate(db, name);
	const text = { zh: written.zh ?? ownText(name, 'zh'), en: written.en ?? ownText(name, 'en') };
	const origin = ourOrigin();
	const shown = (locale: 'zh' | 'en') => {
		const made = preview(name, text[locale], examples[locale], origin);
		return made.ok ? made.value : null;
	};
	return {
		name,
		names: await Promise.all(
			templateNames.map(async (known) => {
				const { zh, en } = await readTemplate(db, known);
				return { name: known, own: !!(zh ?? en) };
			})
		),
		text,
		placeholders: templates[name].placeholders,
		needsLink: templates[name].needsLink,
		shown: { zh: shown('zh'), en: shown('en') }
	};
};

export const actions: Actions = {
	default: async ({ request, locals: { db, by } }) => {
		if (!mayConfigure(by.who)) error(403);
		const form = await request.formData().catch(noForm);
		const said = (name: string) => String(form.get(name) ?? '').replace(/\r\n/g, '\n');
		const name = said('template');
		if (!isTemplate(name)) error(400);
		const act = said('act');
		const origin = ourOrigin();
		const text = Object.fromEntries(
			(['zh', 'en'] as const).map((locale): [string, MailText] => [
				locale,
				{ subject: said(`${locale}.subject`).trim(), body: said(`${locale}.body`) }
			])
		) as Record<'zh' | 'en', MailText>;
		if (act === 'look') {
			const made = (['zh', 'en'] as const).map((locale) => ({
				locale,
				ruled: preview(name, text[locale], examples[locale], origin)
			}));
			const refusals = made.flatMap(({ locale, ruled }) =>
				ruled.ok ? [] : ruled.refusals.map((r) => ({ ...r, field: `${locale}.${r.field}` }))
			);
			const shown = Object.fromEntries(
				made.map(({ locale, ruled }) => [locale, ruled.ok ? ruled.value : null])
			) as Record<'zh' | 'en', MailText | null>;
			return { text, shown, refusals, saved: false };
		}
		const same = (['zh', 'en'] as const).every(
			(locale) => JSON.stringify(text[locale]) === JSON.stringify(ownText(name, locale))
		);
		const kept = act === 'restore' || same ? null : text;
		const refusals = await write(db, async (tx) => {
			const before = await readTemplate(tx, name);
			const wrong = await putTemplate(tx, name, kept, origin);
			if (!wrong.length)
				await record(tx, by, {
					act: 'configure',
					noun: 'settings',
					id: `mail.${name}`,
					before,
					after: kept
				});
			return wrong;
		});
		if (refusals.length) return fail(422, { text, shown: null, refusals, saved: false });
		return { text: null, shown: null, refusals: [], saved: true };
	}
};

import { eq } from 'drizzle-orm';
import type { Locale } from '$lib/domain/locale';
import { faults } from '$lib/domain/mail';
import type { MailTemplate, MailText, TemplateName } from '$lib/domain/mail';
import { mailTemplateShape } from '$lib/domain/mail-shape';
import type { Refusal } from '$lib/domain/refusal';
import { mail as en } from '$lib/words/en/mail';
import { mail as zh } from '$lib/words/zh/mail';
import type { Reader, Tx } from '../db/open';
import { settings } from '../db/schema';

/** Where the office’s text of a template lies among the settings. */
export const keyOf = (name: TemplateName) => `mail.${name}`;

/** The portal’s own text of a mail. */
export const ownText = (name: TemplateName, locale: Locale): MailText =>
	locale === 'en' ? en[name] : zh[name];

/** What the office wrote for a template; empty while it wrote nothing. A damaged one counts as nothing. */
export async function readTemplate(db: Reader, name: TemplateName): Promise<MailTemplate> {
	const [row] = await db
		.select({ value: settings.value })
		.from(settings)
		.where(eq(settings.key, keyOf(name)));
	const parsed = mailTemplateShape.safeParse(row?.value);
	return parsed.success ? parsed.data : {};
}

/** The text that is sent: the office’s where it still holds, else our own. */
export async function textOf(
	db: Reader,
	name: TemplateName,
	locale: Locale,
	origin: string
): Promise<MailText> {
	return better(name, locale, (await readTemplate(db, name))[locale], origin);
}

const better = (
	name: TemplateName,
	locale: Locale,
	written: MailText | undefined,
	origin: string
): MailText => (written && !faults(name, written, origin).length ? written : ownText(name, locale));

/** The text that is sent, from the value of its setting where there is one. */
export function chosenText(
	name: TemplateName,
	locale: Locale,
	value: unknown,
	origin: string
): MailText {
	const parsed = value === undefined ? null : mailTemplateShape.safeParse(value);
	return better(name, locale, parsed?.success ? parsed.data[locale] : undefined, origin);
}

/**
 * Keeps the office’s text of a template, or with `null` goes back to our own. The caller records it.
 * @returns what is wrong, with the language before the field (`zh.subject`); empty when kept
 */
export async function putTemplate(
	tx: Tx,
	name: TemplateName,
	template: MailTemplate | null,
	origin: string
): Promise<Refusal[]> {
	const wrong = (['zh', 'en'] as const).flatMap((locale) => {
		const text = template?.[locale];
		if (!text) return [];
		return faults(name, text, origin).map((refusal) => ({
			...refusal,
			field: `${locale}.${refusal.field}`
		}));
	});
	if (wrong.length) return wrong;
	if (!template?.zh && !template?.en) {
		await tx.delete(settings).where(eq(settings.key, keyOf(name)));
		return [];
	}
	const value = mailTemplateShape.parse(template);
	await tx
		.insert(settings)
		.values({ key: keyOf(name), value })
		.onConflictDoUpdate({ target: settings.key, set: { value } });
	return [];
}

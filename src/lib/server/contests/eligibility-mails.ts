import { eq, inArray } from 'drizzle-orm';
import type { Decision, EligibilityDeed } from '$lib/domain/contests/eligibility';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import type { TemplateName } from '$lib/domain/mail';
import { say } from '$lib/domain/text';
import { entry as enEntry } from '../../words/en/entry';
import { entry as zhEntry } from '../../words/zh/entry';
import type { Tx } from '../db/open';
import { entryEditors, people } from '../db/schema';
import { mail } from '../mail';
import type { OfficeEntry } from './list';

const template: Record<EligibilityDeed, TemplateName> = {
	pass: 'entry-passed',
	return: 'entry-returned',
	refuse: 'entry-refused',
	reopen: 'entry-reopened',
	extend: 'entry-extended'
};

/** A moment as a mail says it, Beijing time: `2026-12-01 23:59`. */
const clock = (at: number): string =>
	new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Tells everybody who works on an entry what the office decided, each in their own language. */
export async function tellDecided(
	tx: Tx,
	{ entry, edition, contest }: OfficeEntry,
	{ deed, reasons, note, dueAt }: Decision,
	now: number
): Promise<void> {
	const editors = await tx
		.select({ id: entryEditors.personId })
		.from(entryEditors)
		.where(eq(entryEditors.entryId, entry.id));
	const ids = [...(entry.ownerId ? [entry.ownerId] : []), ...editors.map(({ id }) => id)];
	const readers = await tx
		.select({ email: people.email, name: people.name, locale: people.locale })
		.from(people)
		.where(inArray(people.id, ids));
	for (const { email, name, locale } of readers)
		await mail(tx, {
			to: email,
			template: template[deed],
			locale,
			values: {
				name,
				title: entry.title,
				number: entry.number ?? '',
				contest: [contest, edition]
					.map(({ titleZh, titleEn }) => say({ zh: titleZh, en: titleEn }, locale))
					.join(' '),
				reasons: reasonText(reasons, locale),
				note: note ?? (locale === 'en' ? '(none)' : '（无）'),
				due: dueAt === null ? '' : clock(dueAt),
				link: href(locale, `/account/entries/${entry.id}`)
			},
			now
		});
}

const reasonText = (reasons: readonly string[], locale: Locale): string =>
	reasons
		.map((reason) => (locale === 'en' ? enEntry : zhEntry).reasons[reason] ?? reason)
		.join(locale === 'en' ? '; ' : '；');

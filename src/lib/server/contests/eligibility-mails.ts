import { clockStamp } from '$lib/domain/when';
import type { Decision, EligibilityDeed } from '$lib/domain/contests/eligibility';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import type { TemplateName } from '$lib/domain/mail';
import { entry as enEntry } from '../../words/en/entry';
import { entry as zhEntry } from '../../words/zh/entry';
import type { Tx } from '../db/open';
import { mail } from '../mail';
import type { OfficeEntry } from './list';
import { editionName, readersOf } from './readers';

const template: Record<EligibilityDeed, TemplateName> = {
	pass: 'entry-passed',
	return: 'entry-returned',
	refuse: 'entry-refused',
	reopen: 'entry-reopened',
	extend: 'entry-extended'
};

/** Tells everybody who works on an entry what the office decided, each in their own language. */
export async function tellDecided(
	tx: Tx,
	of: OfficeEntry,
	{ deed, reasons, note, dueAt }: Decision,
	now: number
): Promise<void> {
	const { entry } = of;
	const readers = (await readersOf(tx, [entry.id])).get(entry.id)!;
	for (const { email, name, locale } of readers)
		await mail(tx, {
			to: email,
			template: template[deed],
			locale,
			values: {
				name,
				title: entry.title,
				number: entry.number ?? '',
				contest: editionName(of, locale),
				reasons: reasonText(reasons, locale),
				note: note ?? (locale === 'en' ? '(none)' : '（无）'),
				due: dueAt === null ? '' : clockStamp(dueAt),
				link: href(locale, `/account/entries/${entry.id}`)
			},
			now
		});
}

const reasonText = (reasons: readonly string[], locale: Locale): string =>
	reasons
		.map((reason) => (locale === 'en' ? enEntry : zhEntry).reasons[reason] ?? reason)
		.join(locale === 'en' ? '; ' : '；');

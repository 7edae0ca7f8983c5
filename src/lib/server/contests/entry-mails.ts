import { eq, inArray } from 'drizzle-orm';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import type { Tx } from '../db/open';
import { entryEditors, people } from '../db/schema';
import { mail } from '../mail';
import type { Opened } from './entries';

/** The accounts an entry's news go to: its owner and everybody who works on it. */
export async function readersOf(
	tx: Tx,
	entry: { id: string; ownerId: string | null }
): Promise<{ email: string; name: string; locale: Locale }[]> {
	const editors = await tx
		.select({ id: entryEditors.personId })
		.from(entryEditors)
		.where(eq(entryEditors.entryId, entry.id));
	const ids = [...(entry.ownerId ? [entry.ownerId] : []), ...editors.map(({ id }) => id)];
	return tx
		.select({ email: people.email, name: people.name, locale: people.locale })
		.from(people)
		.where(inArray(people.id, ids));
}

/** The receipt: number, title, and where to follow it; to the sender in the language of the page. */
export async function tellReceived(
	tx: Tx,
	opened: Opened,
	{
		number,
		version,
		title,
		locale,
		sender,
		now
	}: { number: string; version: number; title: string; locale: Locale; sender: string; now: number }
): Promise<void> {
	const { entry, contest, edition } = opened;
	for (const { email, name: reader, locale: own } of await readersOf(tx, entry)) {
		const tongue = email === sender ? locale : own;
		const name = (zh: string, en: string | null) => say({ zh, en }, tongue);
		await mail(tx, {
			to: email,
			template: version === 1 ? 'entry-received' : 'entry-corrected',
			locale: tongue,
			values: {
				name: reader,
				title,
				number,
				contest: `${name(contest.titleZh, contest.titleEn)} ${name(edition.titleZh, edition.titleEn)}`,
				link: href(tongue, `/account/entries/${entry.id}`)
			},
			now
		});
	}
}

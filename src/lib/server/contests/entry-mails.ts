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
): Promise<{ email: string; name: string }[]> {
	const editors = await tx
		.select({ id: entryEditors.personId })
		.from(entryEditors)
		.where(eq(entryEditors.entryId, entry.id));
	const ids = [...(entry.ownerId ? [entry.ownerId] : []), ...editors.map(({ id }) => id)];
	return tx
		.select({ email: people.email, name: people.name })
		.from(people)
		.where(inArray(people.id, ids));
}

/** The receipt: number, title, and where to follow it. */
export async function tellReceived(
	tx: Tx,
	opened: Opened,
	{
		number,
		version,
		title,
		locale,
		now
	}: { number: string; version: number; title: string; locale: Locale; now: number }
): Promise<void> {
	const { entry, contest, edition } = opened;
	const name = (zh: string, en: string | null) => say({ zh, en }, locale);
	for (const { email, name: reader } of await readersOf(tx, entry))
		await mail(tx, {
			to: email,
			template: version === 1 ? 'entry-received' : 'entry-corrected',
			locale,
			values: {
				name: reader,
				title,
				number,
				contest: `${name(contest.titleZh, contest.titleEn)} ${name(edition.titleZh, edition.titleEn)}`,
				link: href(locale, `/account/entries/${entry.id}`)
			},
			now
		});
}

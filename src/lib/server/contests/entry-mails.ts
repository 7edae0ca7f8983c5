import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import type { Tx } from '../db/open';
import { mail } from '../mail';
import type { Opened } from './entries';
import { editionName, readersOf } from './readers';

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
	const { entry } = opened;
	const readers = (await readersOf(tx, [entry.id])).get(entry.id)!;
	for (const { email, name, locale: own } of readers) {
		const tongue = email === sender ? locale : own;
		await mail(tx, {
			to: email,
			template: version === 1 ? 'entry-received' : 'entry-corrected',
			locale: tongue,
			values: {
				name,
				title,
				number,
				contest: editionName(opened, tongue),
				link: href(tongue, `/account/entries/${entry.id}`)
			},
			now
		});
	}
}

import { say } from '$lib/domain/text';
import type { Locale } from '$lib/domain/locale';
import type { Words } from '../../words';
import { published } from '../bases';
import type { Reader } from '../db/open';
import { site } from '../site';
import { spoken } from './spoken';

/** What must be known about a download: what it is, who gives it, how to take its positions. */
export interface Notes {
	title: string;
	/** The question the set answers, as it stands in the address; empty for all places. */
	query: string;
	total: number;
	/** ISO 8601 with offset. */
	at: string;
	attribution: string;
	/** The notice of the base that is shown, and the datum of the positions. */
	notice: string;
	licence: string;
}

/** The notes of a download made at `at` (ms since the epoch) from the portal at `origin`. */
export async function notesFor(
	db: Reader,
	{
		words,
		locale,
		query,
		total,
		at,
		origin
	}: { words: Words; locale: Locale; query: string; total: number; at: number; origin: string }
): Promise<Notes> {
	const [base] = await published(db);
	const { name } = await site(db);
	const t = spoken(locale);
	const notice = [
		base?.approvalNumber && words.map.approval(base.approvalNumber),
		say(base?.notice, locale),
		t.datum
	];
	return {
		title: t.title,
		query,
		total,
		at: new Date(at + 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+08:00'),
		attribution: `${say(name, locale)} ${origin}`,
		notice: notice.filter(Boolean).join(t.stop),
		licence: t.licence
	};
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { eq, inArray } from 'drizzle-orm';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import type { Reader, Tx } from '../db/open';
import { contests, editions, entries, entryEditors, people } from '../db/schema';
import { mail } from '../mail';
import type { Proposal } from './proposals';

/** SQLite takes so many values in one list. */
const MOST = 500;
/** Mails written before others get a turn. */
const BREATH = 20;

export interface Reached {
	personId: string;
	email: string;
	name: string;
	locale: Locale;
}

/** The accounts that news of each entry go to: its owner and everybody who works on it. */
export async function readersOfMany(
	db: Reader,
	ids: readonly string[]
): Promise<Map<string, Reached[]>> {
	const found = new Map<string, Reached[]>(ids.map((id) => [id, []]));
	const fields = {
		personId: people.id,
		email: people.email,
		name: people.name,
		locale: people.locale
	};
	for (let at = 0; at < ids.length; at += MOST) {
		const some = ids.slice(at, at + MOST);
		const owners = await db
			.select({ entry: entries.id, ...fields })
			.from(entries)
			.innerJoin(people, eq(people.id, entries.ownerId))
			.where(inArray(entries.id, some));
		const editors = await db
			.select({ entry: entryEditors.entryId, ...fields })
			.from(entryEditors)
			.innerJoin(people, eq(people.id, entryEditors.personId))
			.where(inArray(entryEditors.entryId, some));
		for (const { entry, ...reader } of [...owners, ...editors]) {
			const readers = found.get(entry)!;
			if (!readers.some(({ personId }) => personId === reader.personId)) readers.push(reader);
		}
	}
	return found;
}

/**
 * Tells everybody of a round’s entries what was decided, each in their own language.
 * @returns how many mails went into the outbox
 */
export async function tellRound(
	tx: Tx,
	{ round, decided, prizes }: Pick<Proposal, 'round' | 'decided' | 'prizes'>,
	now: number
): Promise<number> {
	const [edition] = await tx
		.select({ edition: editions, contest: contests })
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(eq(editions.id, round.editionId));
	const titles = new Map(prizes.map(({ id, title }) => [id, title]));
	const ids = [...decided.keys()];
	const readers = await readersOfMany(tx, ids);
	let told = 0;
	for (let at = 0; at < ids.length; at += MOST) {
		const rows = await tx
			.select({ id: entries.id, title: entries.title, number: entries.number })
			.from(entries)
			.where(inArray(entries.id, ids.slice(at, at + MOST)));
		for (const { id, title, number } of rows) {
			const { verdict, prizeId } = decided.get(id)!;
			for (const { email, name, locale } of readers.get(id) ?? []) {
				await mail(tx, {
					to: email,
					template: `entry-${verdict}`,
					locale,
					values: {
						name,
						title,
						number: number ?? '',
						contest: [edition!.contest, edition!.edition]
							.map(({ titleZh, titleEn }) => say({ zh: titleZh, en: titleEn }, locale))
							.join(' '),
						round: say(round.plan.title, locale),
						prize: prizeId ? say(titles.get(prizeId), locale) : '',
						link: href(locale, `/account/entries/${id}`)
					},
					now
				});
				// Thousands of mails are one write; pages are answered in between.
				if (++told % BREATH === 0) await nextTurn();
			}
		}
	}
	return told;
}

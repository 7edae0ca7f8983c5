import { setImmediate as nextTurn } from 'node:timers/promises';
import { eq, inArray } from 'drizzle-orm';
import { href } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import { editionName, readersOf } from '../contests/readers';
import type { Tx } from '../db/open';
import { contests, editions, entries } from '../db/schema';
import { mailAll } from '../mail';
import type { Mail } from '../mail';
import type { Proposal } from './proposals';

/** Entries whose mails are written before others get a turn. */
const BREATH = 50;

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
	const readers = await readersOf(tx, ids);
	let told = 0;
	for (let at = 0; at < ids.length; at += BREATH, await nextTurn()) {
		const rows = await tx
			.select({ id: entries.id, title: entries.title, number: entries.number })
			.from(entries)
			.where(inArray(entries.id, ids.slice(at, at + BREATH)));
		const mails = rows.flatMap(({ id, title, number }) => {
			const { verdict, prizeId } = decided.get(id)!;
			return readers.get(id)!.map(({ email, name, locale }): Mail => ({
				to: email,
				template: `entry-${verdict}`,
				locale,
				values: {
					...{ name, title, number: number ?? '' },
					contest: editionName(edition!, locale),
					round: say(round.plan.title, locale),
					prize: prizeId ? say(titles.get(prizeId), locale) : '',
					link: href(locale, `/account/entries/${id}`)
				},
				now
			}));
		});
		told += (await mailAll(tx, mails)).length;
	}
	return told;
}

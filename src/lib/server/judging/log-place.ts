import { setImmediate as nextTurn } from 'node:timers/promises';
import { max, sql } from 'drizzle-orm';
import { logNouns } from '$lib/domain/judging/log/phase';
import type { Tx } from '../db/open';
import { audit, judgingRecords } from '../db/schema';

/** Records looked through before others get a turn. */
const PAGE = 2000;

const listed = sql.raw(
	Object.keys(logNouns)
		.map((noun) => `'${noun}'`)
		.join(', ')
);

/**
 * Notes which audit records since the last time are the log of which edition: by the edition or round
 * they name, else by the thing they are about. Thousands of scores are placed in a few statements, and
 * others get a turn between two. A record is placed before the thing it is about can be deleted, since every
 * phase ends with this.
 */
export async function placeRecords(tx: Tx): Promise<void> {
	const [[last], [end]] = await Promise.all([
		tx.select({ seq: max(judgingRecords.seq) }).from(judgingRecords),
		tx.select({ seq: max(audit.seq) }).from(audit)
	]);
	for (let from = last?.seq ?? 0; from < (end?.seq ?? 0); from += PAGE, await nextTurn())
		await placeBetween(tx, from, from + PAGE);
}

/** Places the records after `from`, up to and with `to`. */
async function placeBetween(tx: Tx, from: number, to: number): Promise<void> {
	const said = (key: string) =>
		sql.raw(
			`coalesce(json_extract(a.record, '$.after.${key}'), json_extract(a.record, '$.before.${key}'))`
		);
	await tx.run(sql`INSERT INTO judging_records (seq, edition_id, round_id, noun)
		SELECT seq, edition, round, noun FROM (
			SELECT placed.seq, placed.noun, placed.round, coalesce(
				(SELECT rounds.edition_id FROM rounds WHERE rounds.id = placed.round),
				(SELECT editions.id FROM editions WHERE editions.id IN (placed.said, placed.thing)),
				(SELECT jurors.edition_id FROM jurors WHERE jurors.id = placed.thing),
				(SELECT conflicts.edition_id FROM conflicts WHERE conflicts.id = placed.thing),
				(SELECT prizes.edition_id FROM prizes WHERE prizes.id = placed.thing),
				(SELECT certificates.edition_id FROM certificates WHERE certificates.id = placed.thing),
				(SELECT notices.edition_id FROM notices WHERE notices.id = placed.thing),
				(SELECT notices.edition_id FROM objections JOIN notices ON notices.id = objections.notice_id
					WHERE objections.id = placed.thing),
				(SELECT jurors.edition_id FROM jurors WHERE jurors.id = placed.juror),
				(SELECT entries.edition_id FROM entries WHERE entries.id IN (placed.entry, placed.thing))
			) AS edition
			FROM (
				SELECT a.seq, a.noun, a.thing, ${said('edition')} AS said, ${said('juror')} AS juror,
					${said('entry')} AS entry, coalesce(
						(SELECT rounds.id FROM rounds WHERE rounds.id IN (${said('round')}, a.thing)),
						(SELECT tasks.round_id FROM tasks WHERE tasks.id = a.thing)
					) AS round
				FROM audit AS a WHERE a.seq > ${from} AND a.seq <= ${to} AND a.noun IN (${listed})
			) AS placed
		) WHERE edition IS NOT NULL`);
}

import { existsSync, renameSync } from 'node:fs';
import { basename } from 'node:path';
import { max } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import type { Db } from '../db/open';
import { audit, checkpoints } from '../db/schema';
import { write } from '../db/write';
import { keep } from './keep';
import { ledgerOf } from './ledger';
import { record } from './record';
import { verify } from './verify';

/** What became of a wish to accept a chain. */
type Accepted =
	| { ok: true; records: number; log: string }
	/** Nothing is wrong, or what is wrong lies in the records themselves and cannot be accepted. */
	| { ok: false; reason: 'nothing' | 'inconsistent' };

/** What a restored backup, or a command that recorded without the portal, looks like. */
const acceptable = new Set(['cut', 'lost', 'added', 'unsigned', 'no-log', 'foreign', 'leaves']);

/**
 * Begins a new log for the chain as it stands, after a backup was restored or the log was lost. The
 * old log is set aside, not deleted; that and why it was accepted is the next record of the chain.
 */
export async function accept(
	db: Db,
	by: By,
	{ dataDir, name, why }: { dataDir: string; name: string; why: string }
): Promise<Accepted> {
	const { findings, note } = await verify(db, { dataDir, now: by.now });
	if (!findings.length) return { ok: false, reason: 'nothing' };
	if (!findings.every(({ kind }) => acceptable.has(kind)))
		return { ok: false, reason: 'inconsistent' };
	const ledger = ledgerOf(dataDir);
	const mark = new Date(by.now).toISOString().replace(/\D/g, '');
	for (const file of [ledger.log, ledger.leaves])
		if (existsSync(file)) renameSync(file, `${file}.${mark}`);
	const [[standing], [saved]] = await Promise.all([
		db.select({ size: max(audit.seq) }).from(audit),
		db.select({ id: max(checkpoints.id) }).from(checkpoints)
	]);
	const log = `${basename(ledger.log)}.${mark}`;
	const records = standing?.size ?? 0;
	const keeping = await keep(db, {
		dataDir,
		name,
		accepted: { at: by.now, accepted: records, checkpoint: saved?.id ?? 0, log }
	});
	await write(db, (tx) =>
		record(tx, by, {
			act: 'accept',
			noun: 'audit',
			id: 'chain',
			before: { note },
			after: { records, log, found: [...new Set(findings.map(({ kind }) => kind))] },
			why
		})
	);
	await keeping.stop();
	return { ok: true, records, log };
}

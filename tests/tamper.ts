import { sql } from 'drizzle-orm';
import { canonical } from '$lib/domain/audit/canonical';
import { append, emptyFrontier } from '$lib/domain/audit/merkle';
import type { Tx } from '$lib/server/db/open';
import { hex, leafOf, sha256, storedHashes } from '$lib/server/audit/bytes';

/** Lets whoever owns the database file do what the triggers forbid. */
export async function unguard(tx: Tx): Promise<void> {
	const triggers = await tx.all<{ name: string }>(
		sql`SELECT name FROM sqlite_master WHERE type = 'trigger'`
	);
	for (const { name } of triggers) await tx.run(sql.raw(`DROP TRIGGER ${name}`));
}

/** Rewrites a record in all columns so that it fits itself. */
export async function rewrite(tx: Tx, seq: number, over: Record<string, unknown>): Promise<void> {
	const [row] = await tx.all<{ record: string }>(sql`SELECT record FROM audit WHERE seq = ${seq}`);
	const entry = { ...JSON.parse(row!.record), ...over };
	const text = canonical(entry);
	await tx.run(sql`UPDATE audit SET record = ${text}, leaf = ${hex(leafOf(text))}, at = ${entry.at},
		act = ${entry.act}, noun = ${entry.noun}, thing = ${entry.id}, person = ${entry.who ?? null}
		WHERE seq = ${seq}`);
}

/** Adds a record that fits itself, as the portal would have. */
export async function forge(tx: Tx, seq: number, at: number): Promise<void> {
	const entry = { v: 1, seq, at, act: 'publish', noun: 'places', id: `forged-${seq}` };
	const text = canonical(entry);
	await tx.run(sql`INSERT INTO audit (seq, at, act, noun, thing, record, leaf) VALUES
		(${seq}, ${at}, ${entry.act}, ${entry.noun}, ${entry.id}, ${text}, ${hex(leafOf(text))})`);
}

/** Makes the stored edge of the tree fit whatever stands in the table. */
export async function mendTree(tx: Tx): Promise<void> {
	const rows = await tx.all<{ record: string; at: number }>(
		sql`SELECT record, at FROM audit ORDER BY seq`
	);
	const tree = rows.reduce((t, { record }) => append(sha256, t, leafOf(record)), emptyFrontier);
	await tx.run(sql`UPDATE audit_tree SET size = ${tree.size}, hashes = ${storedHashes(tree)},
		at = ${rows.at(-1)?.at ?? 0}`);
}

/** Moves all records from `seq` on by `by` places, columns and records alike when `inside`. */
export async function shift(tx: Tx, from: number, by: 1 | -1, inside: boolean): Promise<void> {
	const seqs = await tx.all<{ seq: number }>(
		sql`SELECT seq FROM audit WHERE seq >= ${from} ORDER BY seq`
	);
	for (const { seq } of by > 0 ? seqs.reverse() : seqs) {
		await tx.run(sql`UPDATE audit_personal SET seq = seq + ${by} WHERE seq = ${seq}`);
		await tx.run(sql`UPDATE audit SET seq = seq + ${by} WHERE seq = ${seq}`);
		if (inside) await rewrite(tx, seq + by, { seq: seq + by });
	}
}

import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { canonical } from '$lib/domain/audit/canonical';
import { append, emptyFrontier } from '$lib/domain/audit/merkle';
import type { Frontier } from '$lib/domain/audit/merkle';
import { Personal, seal } from '$lib/domain/audit/record';
import type { Act, Commitment, Entry, Found } from '$lib/domain/audit/record';
import type { By } from '$lib/domain/people/who';
import type { Tx } from '../db/open';
import type { auditPersonal, auditTree } from '../db/schema';
import { afterCommit } from '../db/write';
import { commitment, hex, kept, leafOf, readHashes, sha256, storedHashes } from './bytes';
import { keeperOf } from './keeper';

/**
 * Adds one record to the chain, in the transaction of the act itself: either both happen or neither.
 * Values wrapped with `personal()`, and always the address, are kept beside the record.
 */
export async function record(tx: Tx, by: By, act: Act): Promise<void> {
	// Plain SQL: this happens with every act, and building the statements would cost more than running.
	const [tree] = await tx.all<typeof auditTree.$inferSelect>(
		sql`SELECT size, at, hashes FROM audit_tree`
	);
	const frontier: Frontier = tree
		? { size: tree.size, hashes: readHashes(tree.hashes) }
		: emptyFrontier;
	const seq = frontier.size + 1;
	const at = Math.max(by.now, tree?.at ?? 0);
	const person = by.who?.id ?? null;
	const subject = act.noun === 'people' ? act.id : null;
	// What is said is about the person it is done to; the address is that of who does it.
	const aboutOf = (path: string) => (path === '/from' ? (person ?? subject) : (subject ?? person));

	const beside: (typeof auditPersonal.$inferSelect)[] = [];
	const commit = ({ path, value, of }: Found): Commitment => {
		const salt = randomBytes(16).toString('hex');
		const text = kept(value);
		beside.push({ seq, path, person: of ?? aboutOf(path), salt, value: text });
		return { '@personal': commitment(salt, text), ...(of ? { of } : {}) };
	};
	const entry: Entry = {
		v: 1,
		seq,
		at,
		...(at === by.now ? {} : { clock: by.now }),
		act: plain(act.act),
		noun: plain(act.noun),
		id: plain(act.id),
		...(person ? { who: person } : {}),
		...(by.machine ? { machine: by.machine } : {}),
		...(by.address === null ? {} : { from: seal(new Personal(by.address), '/from', commit) })
	};
	for (const key of ['title', 'before', 'after', 'why'] as const)
		if (act[key] !== undefined) entry[key] = seal(act[key], `/${key}`, commit);

	const text = canonical(entry);
	const leaf = leafOf(text);
	const grown = append(sha256, frontier, leaf);
	await tx.run(sql`INSERT INTO audit (seq, at, act, noun, thing, person, record, leaf) VALUES
		(${seq}, ${at}, ${entry.act}, ${entry.noun}, ${entry.id}, ${person}, ${text}, ${hex(leaf)})`);
	await tx.run(sql`INSERT OR REPLACE INTO audit_tree (id, size, at, hashes) VALUES
		(1, ${seq}, ${at}, ${storedHashes(grown)})`);
	for (const { path, person, salt, value } of beside)
		await tx.run(sql`INSERT INTO audit_personal (seq, path, person, salt, value) VALUES
			(${seq}, ${path}, ${person}, ${salt}, ${value})`);
	afterCommit((db) => keeperOf(db)?.add(seq, leaf));
}

/** Text as the database gives it back: no half characters, no NUL; ids may come from anywhere. */
const plain = (text: string): string =>
	Buffer.from(text).toString().replaceAll('\0', '\ufffd').slice(0, 500);

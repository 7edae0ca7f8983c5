import { randomBytes } from 'node:crypto';
import { canonical } from '$lib/domain/audit/canonical';
import { append, emptyFrontier } from '$lib/domain/audit/merkle';
import type { Frontier } from '$lib/domain/audit/merkle';
import { Personal, seal } from '$lib/domain/audit/record';
import type { Act, Commitment, Entry, Found } from '$lib/domain/audit/record';
import { logNouns } from '$lib/domain/judging/log/phase';
import type { By } from '$lib/domain/people/who';
import type { Tx } from '../db/open';
import { given, prepared } from '../db/prepared';
import { audit, auditPersonal, auditTree } from '../db/schema';
import { afterCommit } from '../db/write';
import { commitment, hex, kept, leafOf, readHashes, sha256, storedHashes } from './bytes';
import { keeperOf } from './keeper';

const edge = prepared((tx) => tx.select().from(auditTree));
const recorded = prepared((tx) =>
	tx.insert(audit).values({
		seq: given('seq'),
		at: given('at'),
		act: given('act'),
		noun: given('noun'),
		thing: given('thing'),
		person: given('person'),
		record: given('record'),
		leaf: given('leaf')
	})
);
const grew = prepared((tx) =>
	tx
		.insert(auditTree)
		.values({ id: 1, size: given('size'), at: given('at'), hashes: given('hashes') })
		.onConflictDoUpdate({
			target: auditTree.id,
			set: { size: given('size'), at: given('at'), hashes: given('hashes') }
		})
);
const laidBeside = prepared((tx) =>
	tx.insert(auditPersonal).values({
		seq: given('seq'),
		path: given('path'),
		person: given('person'),
		salt: given('salt'),
		value: given('value')
	})
);

/**
 * Adds one record to the chain, in the transaction of the act itself: either both happen or neither.
 * Values wrapped with `personal()`, and always the address, are kept beside the record.
 */
export async function record(tx: Tx, by: By, act: Act): Promise<void> {
	const [tree] = await edge(tx, {});
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
		...(by.address === null
			? noise(act)
			: { from: seal(new Personal(by.address), '/from', commit) })
	};
	for (const key of ['title', 'before', 'after', 'why'] as const)
		if (act[key] !== undefined) entry[key] = seal(act[key], `/${key}`, commit);

	const text = canonical(entry);
	const leaf = leafOf(text);
	const grown = append(sha256, frontier, leaf);
	const { act: verb, noun, id: thing } = entry;
	await recorded(tx, { seq, at, act: verb, noun, thing, person, record: text, leaf: hex(leaf) });
	await grew(tx, { size: seq, at, hashes: storedHashes(grown) });
	for (const value of beside) await laidBeside(tx, value);
	afterCommit((db) => keeperOf(db)?.add(seq, leaf));
}

/**
 * Hashes of records of judging are shown while the scores in them are secret. A salted address keeps
 * them from being guessed; where there is none, this does.
 */
const noise = ({ noun }: Act): Pick<Entry, 'nonce'> =>
	Object.hasOwn(logNouns, noun) ? { nonce: randomBytes(16).toString('hex') } : {};

/** Text as the database gives it back: no half characters, no NUL; ids may come from anywhere. */
const plain = (text: string): string =>
	Buffer.from(text).toString().replaceAll('\0', '\ufffd').slice(0, 500);

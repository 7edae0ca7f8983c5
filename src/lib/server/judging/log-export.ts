import { createHash } from 'node:crypto';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Entry } from '$lib/domain/audit/record';
import { keyText } from '$lib/domain/audit/note';
import { seedSizes } from '$lib/domain/judging/log/check-seed';
import { fileText, TILES } from '$lib/domain/judging/log/file';
import type { EndLine, FactsLine, LogHead, Point, TileLine } from '$lib/domain/judging/log/file';
import { mayOpen } from '$lib/domain/judging/log/opening';
import { Tiler } from '$lib/domain/judging/log/tiling';
import { sha256 } from '../audit/bytes';
import { openSigner } from '../audit/key';
import { leavesFrom, ledgerOf } from '../audit/ledger';
import type { Db, Reader } from '../db/open';
import { audit, contests, editions, judgingRecords, rounds } from '../db/schema';
import { isOpen, phasesOf, shutRounds } from './log-phases';
import type { PhaseRow } from './log-phases';

const PAGE = 500;
const pause = () => new Promise<void>((go) => setImmediate(go));

/** A mark with its checkpoint. */
type SignedPhase = PhaseRow & { size: number; note: string; signedAt: number };

/** The marks of an edition that have their checkpoints. */
const signedPhases = async (db: Reader, editionId: string): Promise<SignedPhase[]> =>
	(await phasesOf(db, editionId)).filter((phase): phase is SignedPhase => phase.note !== null);

/**
 * The judging log of an edition up to its last mark, line by line (see `domain/judging/log/file`).
 * Leaf hashes come from the ledger beside the database, texts from the database: what was changed in
 * one of them does not fit the other, and whoever verifies the file sees it.
 * @param copy what stays closed to the public is open in the office’s copy, once the results are
 * The same marks always make the same bytes.
 * @returns null while there is no signed mark
 */
export async function exportLog(
	db: Db,
	{ dataDir, editionId, copy }: { dataDir: string; editionId: string; copy: LogHead['copy'] }
): Promise<AsyncGenerator<string> | null> {
	const phases = await signedPhases(db, editionId);
	const [edition] = await db
		.select({ edition: editions, contest: contests })
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(eq(editions.id, editionId));
	if (!phases.length || !edition) return null;
	const open = await isOpen(db, editionId);
	const signer = openSigner(dataDir, '');
	const head: LogHead = {
		format: 'liantu-judging-log',
		version: 1,
		key: keyText(signer.key, signer.key.key),
		edition: editionId,
		contest: { zh: edition.contest.titleZh, en: edition.contest.titleEn },
		title: { zh: edition.edition.titleZh, en: edition.edition.titleEn },
		madeAt: phases.at(-1)!.signedAt,
		stage: open ? 'open' : 'sealed',
		copy: open ? copy : 'public'
	};
	return sealed(lines(db, { dataDir, head, phases }), (sha256) =>
		signer.signText(fileText(signer.key.name, 'log', sha256))
	);
}

/** The lines with the signature over all of them at the end. */
async function* sealed(
	all: AsyncGenerator<object | string>,
	sign: (sha256: string) => string
): AsyncGenerator<string> {
	const hash = createHash('sha256');
	let lines = 0;
	for await (const one of all) {
		const line = `${typeof one === 'string' ? one : JSON.stringify(one)}\n`;
		hash.update(line);
		lines++;
		yield line;
	}
	const digest = hash.digest('hex');
	const end: EndLine = { lines, sha256: digest, note: sign(digest) };
	yield `${JSON.stringify({ end })}\n`;
}

async function* lines(
	db: Db,
	{ dataDir, head, phases }: { dataDir: string; head: LogHead; phases: SignedPhase[] }
): AsyncGenerator<object | string> {
	const last = phases.at(-1)!;
	const shut = await shutRounds(db, head.edition);
	yield { log: head };
	for (const { phase, roundId, seq, signedAt, note } of phases)
		yield { point: { phase, round: roundId, seq, at: signedAt, note } satisfies Point };
	yield* rulesOf(db, head.edition);
	if (head.stage === 'open') for (const facts of told(phases, shut)) yield { facts };
	const mine = await chosen(db, head, last.seq, shut);
	const cuts = new Set([
		...phases.map(({ size }) => size),
		...(head.stage === 'open' ? await sealingSizes(db, head.edition) : [])
	]);
	const tiler = new Tiler(sha256, cuts);
	let seq = 0;
	for await (const leaves of leavesFrom(ledgerOf(dataDir), 0, last.size)) {
		for (const leaf of leaves) tiler.add(leaf, mine.get(++seq) ?? null);
		await pause();
	}
	for (let from = 0; from < tiler.tiles.length; from += TILES)
		yield {
			tree: tiler.tiles.slice(from, from + TILES).map(({ size, hash, mine }): TileLine => {
				const coded = Buffer.from(hash).toString('base64');
				return mine ? [size, coded, mine === 'open' ? 1 : 2] : [size, coded];
			})
		};
	const open = [...mine].flatMap(([seq, how]) => (how === 'open' ? [seq] : []));
	for (let from = 0; from < open.length; from += PAGE) {
		const rows = await db
			.select({ record: audit.record })
			.from(audit)
			.where(inArray(audit.seq, open.slice(from, from + PAGE)))
			.orderBy(asc(audit.seq));
		for (const { record } of rows) yield record;
		await pause();
	}
}

/** How far the log was when each round was sealed: its seed is made of the root there. */
async function sealingSizes(db: Reader, editionId: string): Promise<number[]> {
	const rows = await db
		.select({ record: audit.record })
		.from(audit)
		.innerJoin(judgingRecords, eq(judgingRecords.seq, audit.seq))
		.where(
			and(eq(audit.noun, 'rounds'), eq(audit.act, 'seal'), eq(judgingRecords.editionId, editionId))
		);
	return seedSizes(rows.map(({ record: text }) => ({ text })));
}

async function* rulesOf(db: Reader, editionId: string): AsyncGenerator<object> {
	const rows = await db
		.select({ round: rounds.id, text: rounds.rule })
		.from(rounds)
		.where(eq(rounds.editionId, editionId))
		.orderBy(asc(rounds.ordinal));
	for (const { round, text } of rows) if (text !== null) yield { rule: { round, text } };
}

/** The facts worth giving out: the newest of each round, and the newest of all. */
function told(phases: SignedPhase[], shut: ReadonlySet<string>): FactsLine[] {
	const newest = new Map<string, SignedPhase>();
	for (const phase of phases) {
		if (phase.roundId && !shut.has(phase.roundId)) newest.set(phase.roundId, phase);
		newest.set('', phase);
	}
	return [...new Set(newest.values())]
		.filter(({ roundId }) => !roundId || !shut.has(roundId))
		.sort((a, b) => a.seq - b.seq)
		.map(({ seq, facts: text }) => ({ seq, text }));
}

/** Records of the log up to the last mark, and whether their text is given. */
async function chosen(
	db: Reader,
	{ edition, stage, copy }: LogHead,
	until: number,
	shut: ReadonlySet<string>
): Promise<Map<number, 'open' | 'closed'>> {
	const mine = new Map<number, 'open' | 'closed'>();
	const listed = await db
		.select()
		.from(judgingRecords)
		.where(eq(judgingRecords.editionId, edition))
		.orderBy(asc(judgingRecords.seq));
	const rows = listed.filter(({ seq }) => seq <= until);
	for (let from = 0; from < rows.length; from += PAGE) {
		const some = rows.slice(from, from + PAGE);
		const seqs = some.map(({ seq }) => seq);
		const texts = await db
			.select({ seq: audit.seq, act: audit.act, record: audit.record })
			.from(audit)
			.where(and(inArray(audit.seq, seqs)));
		const found = new Map(texts.map((row) => [row.seq, row]));
		for (const { seq, noun, roundId } of some) {
			const row = found.get(seq);
			const marks = noun === 'phases' && row?.act === 'mark';
			const told = stage === 'open' && !(roundId && shut.has(roundId));
			const may = copy === 'office' || (row && mayOpen(read(row.record)));
			// A record that is gone is said to be open: that is how its absence shows.
			mine.set(seq, marks || (told && (may || !row)) ? 'open' : 'closed');
		}
		await pause();
	}
	return mine;
}

function read(record: string): Entry {
	try {
		return JSON.parse(record) as Entry;
	} catch {
		return { v: 1, seq: 0, at: 0, act: '', noun: '', id: '' };
	}
}

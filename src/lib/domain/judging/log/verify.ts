import { checkFacts, checkMarks } from './check-marks';
import { checkResults } from './check-result';
import type { Reckoned } from './check-result';
import { checkScores } from './check-scores';
import { checkSeeds } from './check-seed';
import { checkFile, checkPoints, checkRecords, checkTiles } from './check-tree';
import { readLog } from './file';
import { logFindings } from './finding';
import type { LogFinding } from './finding';
import { find, ground, opened } from './ground';
import type { Ground, Hashes } from './ground';
import { findNote } from './note-text';
import type { Facts, Mark, Phase } from './phase';

/** A checkpoint as the report shows it. */
interface ReportPoint {
	phase: Phase;
	round: string | null;
	seq: number;
	at: number;
	size: number;
	root: string;
	mark: Mark | null;
}

/** What became of the checkpoint somebody kept. */
type Witness = 'none' | 'held' | 'broken';

export interface LogReport {
	head: Ground['file']['head'];
	/** Key as read, with its name. */
	origin: string | null;
	points: ReportPoint[];
	/** Records of the log, those whose text is here, and those that stay closed. */
	records: { all: number; open: number; closed: number };
	/** Scores as the newest marks tell them, and entries they are about. */
	scores: number;
	rounds: { round: string; ordinal: number | null; facts: Facts | null; rule: string | null }[];
	/** Rounds whose results were reckoned again. */
	reckoned: Reckoned[];
	witness: Witness;
	findings: LogFinding[];
}

/**
 * Verifies a judging log; each step tells how far it is, 0…1.
 * @param kept a checkpoint somebody received, as pasted; empty for none
 * @param known the portal’s key as known from elsewhere, `name+hash+base64`; empty for none
 */
export function* verifying(
	text: string,
	hashes: Hashes,
	kept = '',
	known = ''
): Generator<number, LogReport> {
	const file = readLog(text);
	yield 0.05;
	const g = ground(file, hashes);
	if (known && file.head?.key !== known) find(g, 'key');
	checkFile(g);
	yield 0.1;
	checkPoints(g);
	yield 0.2;
	checkTiles(g);
	yield 0.4;
	for (const share of checkRecords(g)) yield 0.4 + share * 0.4;
	checkMarks(g);
	checkFacts(g);
	yield 0.9;
	checkSeeds(g);
	checkScores(g);
	const reckoned = checkResults(g);
	const witness = checkWitness(g, kept);
	yield 1;
	return { ...report(g, witness), reckoned };
}

/** As {@link verifying}, at one go. */
export function verifyLog(text: string, hashes: Hashes, kept = '', known = ''): LogReport {
	const steps = verifying(text, hashes, kept, known);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** Compares the file with a checkpoint kept elsewhere: the one thing its maker cannot make again. */
function checkWitness(g: Ground, kept: string): Witness {
	if (!kept.trim()) return 'none';
	const note = findNote(kept);
	const checkpoint = note && opened(g, note);
	if (!checkpoint) {
		find(g, 'note');
		return 'broken';
	}
	const same = g.signed.find(({ checkpoint: { size } }) => size === checkpoint.size);
	const reach = Math.max(0, ...g.signed.map(({ checkpoint: { size } }) => size));
	if (same && same.checkpoint.root === checkpoint.root) return 'held';
	if (same) find(g, 'forked', checkpoint.size);
	else find(g, checkpoint.size > reach ? 'rolled-back' : 'unknown', checkpoint.size);
	return 'broken';
}

function report(g: Ground, witness: Witness): Omit<LogReport, 'reckoned'> {
	const open = [...g.leaves.values()].filter((leaf) => leaf.open).length;
	const rounds = new Map<string, LogReport['rounds'][number]>();
	for (const { mark, point } of g.signed) {
		if (!mark?.round) continue;
		const facts = g.facts.get(point.seq) ?? rounds.get(mark.round)?.facts ?? null;
		const rule = g.rules.get(mark.round) ?? null;
		rounds.set(mark.round, { round: mark.round, ordinal: facts?.ordinal ?? null, facts, rule });
	}
	return {
		head: g.file.head,
		origin: g.key?.name ?? null,
		points: g.signed.map(({ point, checkpoint, mark }) => ({
			phase: point.phase,
			round: point.round,
			seq: point.seq,
			at: point.at,
			size: checkpoint.size,
			root: checkpoint.root,
			mark
		})),
		records: {
			all: g.leaves.size,
			open,
			closed: g.leaves.size - open
		},
		scores: [...rounds.values()].reduce((sum, { facts }) => sum + (facts?.scores.length ?? 0), 0),
		rounds: [...rounds.values()],
		witness,
		findings: g.found.sort(
			(a, b) => a.seq - b.seq || logFindings.indexOf(a.kind) - logFindings.indexOf(b.kind)
		)
	};
}

/**
 * What a verification of a judging log found.
 *
 * About the file: unreadable: a line that is nothing of such a file or stands where it must not ·
 * head: what it says of itself does not fit its records · key: not the key that was expected · file: not the bytes the portal signed.
 * About checkpoints: signature: not signed by the key · root: the tree does not lead to it ·
 * order: they run backwards · gap: the row of tiles does not reach it.
 * About records: edited: not what was chained there · inserted: nobody chained it · missing: chained,
 * and its text is not here · moved: out of its place · undated: dated before its predecessor.
 * About marks: mark: its record does not say what the file says · hidden: the records of the log are
 * not as many, or not those, that the mark counted · closed: a text that must be open is not ·
 * facts, rule: not what the mark committed to · seed: it does not follow from rule, log and chance, or
 * the codes not from it.
 * About scores: chain: a revision is missing or double · early, late: outside the time of its round ·
 * standing: the last record does not say what the round was reckoned from · total: the sheet does not
 * make the total · result: the scores do not make the result.
 * Against a checkpoint kept elsewhere: note: not signed by this key · rolled-back: the file is older ·
 * forked: another history · unknown: the file does not reach up to it without a gap.
 */
export const logFindings = [
	'unreadable',
	'head',
	'key',
	'file',
	'signature',
	'root',
	'order',
	'gap',
	'edited',
	'inserted',
	'missing',
	'moved',
	'undated',
	'mark',
	'hidden',
	'closed',
	'facts',
	'rule',
	'seed',
	'chain',
	'early',
	'late',
	'standing',
	'total',
	'result',
	'note',
	'rolled-back',
	'forked',
	'unknown'
] as const;
export type LogFindingKind = (typeof logFindings)[number];

export interface LogFinding {
	kind: LogFindingKind;
	/** Record, counted from 1 as in the audit log; 0 where it is about none. */
	seq: number;
	/** Line of the file, where it is about one. */
	line?: number;
	/** What it is about: a task, an entry, a round. */
	part?: string;
}

/** Findings shown at most of one kind; how many there are is told all the same. */
const MOST_SHOWN = 20;

/** How many of each kind, in the order of the list above, with the first of them. */
export function grouped(
	found: readonly LogFinding[]
): { kind: LogFindingKind; count: number; first: LogFinding[] }[] {
	return logFindings.flatMap((kind) => {
		const those = found.filter((one) => one.kind === kind);
		return those.length ? [{ kind, count: those.length, first: those.slice(0, MOST_SHOWN) }] : [];
	});
}

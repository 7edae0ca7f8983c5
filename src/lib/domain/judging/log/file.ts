import type { Phase } from './phase';

/**
 * The judging log as a file: JSON Lines, every line by itself. In this order:
 *
 * 1. `{"log": …}`, what it is and whose key signed it;
 * 2. `{"point": …}`, the signed checkpoints, oldest first, with the mark each was made for;
 * 3. `{"rule": …}`, the published rule of a round, as it was hashed;
 * 4. `{"facts": …}`, how things stood at a mark, as it was hashed;
 * 5. `{"tree": …}`, the tiles of the Merkle tree, left to right;
 * 6. the records, each line being the very bytes whose SHA-256 (after a byte 0) is a leaf;
 * 7. `{"end": …}`, the signature over everything before it.
 */
export interface LogHead {
	format: 'liantu-judging-log';
	version: 1;
	/** Name of the audit log and its key, `name+hash+base64`. */
	key: string;
	edition: string;
	contest: { zh: string; en: string | null };
	title: { zh: string; en: string | null };
	/** ms since the epoch. */
	madeAt: number;
	/** `sealed` while nothing was released: only positions and hashes. */
	stage: 'sealed' | 'open';
	/** `public`, or `office` with records that stay closed to the public. */
	copy: 'public' | 'office';
}

/** A signed checkpoint, and the record of the mark it was made for. */
export interface Point {
	phase: Phase;
	round: string | null;
	seq: number;
	at: number;
	note: string;
}

export interface FactsLine {
	/** Record of the mark. */
	seq: number;
	/** Canonical JSON of {@link import('./phase').Facts}. */
	text: string;
}

interface RuleLine {
	round: string;
	text: string;
}

/** `[size, base64 hash]`, and 1 for a record of the log given here, 2 for one that stays closed. */
export type TileLine = [size: number, hash: string, mine?: 1 | 2];

export interface EndLine {
	/** Lines before it. */
	lines: number;
	/** SHA-256 of the bytes before it, hexadecimal. */
	sha256: string;
	/** Signed note over {@link endText}. */
	note: string;
}

/** What a file of the portal is signed as: its first line is no name of a log, so it is no checkpoint. */
export const fileText = (origin: string, kind: 'log' | 'archive', sha256: string): string =>
	`${origin}/${kind}\n${sha256}\n`;

/** How many tiles stand in a line. */
export const TILES = 200;

/** Everything before the end as read; what cannot be read is told by its line, from 1. */
export interface LogFile {
	head: LogHead | null;
	points: Point[];
	rules: RuleLine[];
	facts: FactsLine[];
	tiles: TileLine[];
	records: { line: number; text: string }[];
	end: EndLine | null;
	/** Lines that are nothing of this kind, or stand where they must not. */
	strange: number[];
	/** Bytes before the last line. */
	body: string;
}

const order = ['log', 'point', 'rule', 'facts', 'tree', 'record', 'end'] as const;
type Part = (typeof order)[number];

/** Reads a file without judging it. */
export function readLog(text: string): LogFile {
	const file: LogFile = {
		head: null,
		points: [],
		rules: [],
		facts: [],
		tiles: [],
		records: [],
		end: null,
		strange: [],
		body: text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)
	};
	let stage = 0;
	text.split('\n').forEach((line, at, all) => {
		if (!line && at === all.length - 1) return;
		const read = partOf(line);
		const place = read ? order.indexOf(read.part) : -1;
		if (!read || place < stage || file.end || (read.part === 'log' && file.head)) {
			file.strange.push(at + 1);
			return;
		}
		stage = place;
		take(file, read, at + 1, line);
	});
	return file;
}

interface Read {
	part: Part;
	value: unknown;
}

function partOf(line: string): Read | null {
	try {
		const value = JSON.parse(line) as Record<string, unknown>;
		if (typeof value !== 'object' || value === null) return null;
		if (value.v === 1 && Number.isSafeInteger(value.seq)) return { part: 'record', value };
		const [key, ...more] = Object.keys(value);
		const part = order.find((name) => name === key && name !== 'record');
		return part && !more.length && fits(part, value[part]) ? { part, value: value[part] } : null;
	} catch {
		return null;
	}
}

const text = (value: unknown) => typeof value === 'string';
const whole = (value: unknown) => Number.isSafeInteger(value);
const nullable = (test: (value: unknown) => boolean) => (value: unknown) =>
	value === null || test(value);
const fields: Record<string, Record<string, (value: unknown) => boolean>> = {
	log: { key: text, edition: text, madeAt: whole, stage: text, copy: text },
	point: {
		phase: text,
		round: nullable(text),
		seq: whole,
		at: whole,
		note: text
	},
	rule: { round: text, text },
	facts: { seq: whole, text },
	end: { lines: whole, sha256: text, note: text }
};

function fits(part: Part, value: unknown): boolean {
	if (part === 'tree')
		return (
			Array.isArray(value) &&
			value.every((tile) => Array.isArray(tile) && whole(tile[0]) && text(tile[1]))
		);
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(fields[part]!).every(([key, test]) =>
		test((value as Record<string, unknown>)[key])
	);
}

function take(file: LogFile, { part, value }: Read, line: number, raw: string): void {
	if (part === 'log') file.head = value as LogHead;
	else if (part === 'point') file.points.push(value as Point);
	else if (part === 'rule') file.rules.push(value as RuleLine);
	else if (part === 'facts') file.facts.push(value as FactsLine);
	else if (part === 'tree') file.tiles.push(...(value as TileLine[]));
	else if (part === 'record') file.records.push({ line, text: raw });
	else file.end = value as EndLine;
}

import { emptyFrontier, root } from '../../audit/merkle';
import type { Frontier } from '../../audit/merkle';
import { canonical } from '../../audit/canonical';
import type { Entry } from '../../audit/record';
import { seedSizes } from './check-seed';
import { fileText } from './file';
import { digest, find, opened, signs } from './ground';
import type { Ground, Told } from './ground';
import { fromBase64, toBase64, toHex } from './hex';
import { logNouns } from './phase';
import type { LogNoun } from './phase';
import { appendTree, textLeaf } from './tiling';

/** Whether the bytes are those the portal signed, and every line is one. */
export function checkFile(ground: Ground): void {
	const { file, key } = ground;
	for (const line of file.strange) find(ground, 'unreadable', 0, { line });
	if (!key || file.head?.format !== 'liantu-judging-log' || file.head.version !== 1)
		find(ground, 'head');
	const { end } = file;
	const origin = key?.name ?? '';
	const signature = end && signatureIn(end.note, origin);
	const body = digest(ground, file.body);
	const good =
		end !== null &&
		signature !== null &&
		end.sha256 === body &&
		end.lines === file.body.split('\n').length - 1 &&
		end.note.startsWith(`${fileText(origin, 'log', body)}\n`) &&
		signs(ground)(fileText(origin, 'log', body), signature);
	if (!good) find(ground, 'file');
}

/** The 64 bytes of the one signature of a note by this name. */
function signatureIn(note: string, origin: string): Uint8Array | null {
	const [, name, coded] = /\n\n— (\S+) (\S+)\n$/.exec(note) ?? [];
	const bytes = name === origin ? fromBase64(coded) : null;
	return bytes?.length === 68 ? bytes.slice(4) : null;
}

/** Whether every checkpoint is signed, and they go forward. */
export function checkPoints(ground: Ground): void {
	let last = { size: 0, at: 0 };
	for (const point of ground.file.points) {
		const checkpoint = opened(ground, point.note);
		const { seq } = point;
		if (!checkpoint) {
			find(ground, 'signature', seq);
			continue;
		}
		if (checkpoint.size < last.size || point.at < last.at || checkpoint.size < seq)
			find(ground, 'order', seq);
		last = { size: checkpoint.size, at: point.at };
		ground.signed.push({ point, checkpoint, mark: null });
	}
	if (!ground.file.points.length) find(ground, 'gap');
}

/** Whether the row of tiles leads to the root of every checkpoint; keeps the leaves it proves. */
export function checkTiles(ground: Ground): void {
	const { roots } = ground;
	const wanted = new Set([
		...ground.signed.map(({ checkpoint }) => checkpoint.size),
		...seedSizes(ground.file.records)
	]);
	const { sha256 } = ground.hashes;
	let edge: Frontier | null = emptyFrontier;
	const laid: [seq: number, hash: Uint8Array, open: boolean][] = [];
	for (const [size, coded, mine] of ground.file.tiles) {
		const hash = fromBase64(coded);
		edge = edge && hash?.length === 32 ? appendTree(sha256, edge, size, hash) : null;
		if (!edge || (mine !== undefined && (size !== 1 || (mine !== 1 && mine !== 2)))) {
			find(ground, 'gap', laid.at(-1)?.[0] ?? 0);
			return;
		}
		if (mine) laid.push([edge.size, hash!, mine === 1]);
		if (wanted.has(edge.size)) roots.set(edge.size, toBase64(root(sha256, edge)));
	}
	let proved = 0;
	for (const { checkpoint, point } of ground.signed) {
		const top = roots.get(checkpoint.size);
		if (top === undefined) find(ground, 'gap', point.seq);
		else if (top !== checkpoint.root) find(ground, 'root', checkpoint.size);
		else proved = checkpoint.size;
	}
	for (const [seq, hash, open] of laid) {
		if (seq <= proved) ground.leaves.set(seq, { hash, open });
		else find(ground, 'gap', seq);
	}
}

/** Compares every record with the leaf that was signed in its place. */
export function* checkRecords(ground: Ground): Generator<number> {
	const { records } = ground.file;
	const missing = new Set([...ground.leaves].flatMap(([seq, { open }]) => (open ? [seq] : [])));
	let last = { seq: 0, at: 0 };
	for (const [at, { line, text }] of records.entries()) {
		if (at % 500 === 0) yield at / records.length;
		const entry = JSON.parse(text) as Entry;
		const { seq } = entry;
		const leaf = ground.leaves.get(seq);
		if (seq <= last.seq) find(ground, 'moved', seq, { line });
		if (!leaf?.open || (seq > last.seq && !missing.has(seq)))
			find(ground, 'inserted', seq, { line });
		else if (toHex(textLeaf(ground.hashes.sha256, text)) !== toHex(leaf.hash))
			find(ground, 'edited', seq, { line });
		else if (missing.has(seq)) {
			if (entry.at < last.at) find(ground, 'undated', seq, { line });
			last = { seq: Math.max(seq, last.seq), at: Math.max(entry.at, last.at) };
			if (Object.hasOwn(logNouns, entry.noun) && canonical(entry) === text)
				ground.told.push({ line, seq, entry: entry as Told['entry'] & { noun: LogNoun } });
			else find(ground, 'inserted', seq, { line });
		}
		missing.delete(seq);
	}
	for (const seq of missing) find(ground, 'missing', seq);
	ground.told.sort((a, b) => a.seq - b.seq);
}

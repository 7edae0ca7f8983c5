import { append, emptyFrontier, root } from '$lib/domain/audit/merkle';
import type { Finding } from '$lib/domain/audit/finding';
import { sha256 } from './bytes';
import type { Verifier } from './key';
import { leavesFrom, linesOf } from './ledger';
import type { Ledger } from './ledger';

/** What the log beside the database proves. */
export interface Logged {
	/** Signed roots (base64) by size. */
	roots: Map<number, string>;
	/** Size of the last checkpoint. */
	size: number;
	/** The last checkpoint as signed. */
	note: string | null;
	at: number | null;
	/** So many leaf hashes are proved by checkpoints. */
	proved: number;
	/** Records taken over at a start; `clean` when the stop before had left none open. */
	adopted: { from: number; to: number; clean: boolean }[];
	/** Whether the last line says that everything is signed. */
	closed: boolean;
	/** Checkpoints of the database up to this id belong to a log set aside. */
	before: number;
	findings: Finding[];
}

/** Checks every signature of the log and the kept leaf hashes against the signed roots. */
export async function checkLog(
	ledger: Ledger,
	verifier: Verifier,
	pause: () => Promise<void>
): Promise<Logged> {
	const logged: Logged = {
		roots: new Map(),
		size: 0,
		note: null,
		at: null,
		proved: 0,
		adopted: [],
		closed: false,
		before: 0,
		findings: []
	};
	let lines = 0;
	for await (const line of linesOf(ledger)) {
		if (++lines % 200 === 0) await pause();
		// Half a line is what a power cut leaves; what it should have said is missed by its size.
		if (!line) continue;
		logged.closed = 'closed' in line;
		if ('accepted' in line) logged.before = line.checkpoint;
		if ('opened' in line && line.adopted > 0)
			logged.adopted.push({
				from: line.opened + 1,
				to: line.opened + line.adopted,
				clean: line.clean
			});
		if (!('note' in line)) continue;
		const checkpoint = verifier.open(line.note);
		if (!checkpoint) {
			logged.findings.push({ kind: 'signature', seq: claimedSize(line.note) ?? logged.size });
			continue;
		}
		if (checkpoint.size < logged.size)
			logged.findings.push({ kind: 'order', seq: checkpoint.size });
		const known = logged.roots.get(checkpoint.size);
		if (known !== undefined && known !== checkpoint.root)
			logged.findings.push({ kind: 'root', seq: checkpoint.size });
		logged.roots.set(checkpoint.size, checkpoint.root);
		if (checkpoint.size >= logged.size)
			[logged.size, logged.note, logged.at] = [checkpoint.size, line.note, line.at];
	}
	if (!lines) logged.findings.push({ kind: 'no-log', seq: 0 });

	let tree = emptyFrontier;
	let good = true;
	for await (const leaves of leavesFrom(ledger, 0, logged.size)) {
		for (const leaf of leaves) {
			tree = append(sha256, tree, leaf);
			const signed = logged.roots.get(tree.size);
			if (signed === undefined || !good) continue;
			good = Buffer.from(root(sha256, tree)).toString('base64') === signed;
			if (good) logged.proved = tree.size;
			else logged.findings.push({ kind: 'leaves', seq: logged.proved + 1, to: tree.size });
		}
		await pause();
	}
	if (good && tree.size < logged.size)
		logged.findings.push({ kind: 'leaves', seq: tree.size + 1, to: logged.size });
	return logged;
}

/** What a checkpoint that is not signed says its size was. */
function claimedSize(note: string): number | null {
	const size = Number(String(note).split('\n')[1]);
	return Number.isSafeInteger(size) && size >= 0 ? size : null;
}

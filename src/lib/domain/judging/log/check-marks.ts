import { append, emptyFrontier, root } from '../../audit/merkle';
import { digest, find } from './ground';
import type { Ground, Told } from './ground';
import { toHex } from './hex';
import { closedNouns, logNouns, phases } from './phase';
import type { Facts, LogNoun, Mark } from './phase';

/** What a record of a mark says; null when it is none. */
export function markOf({ entry }: Told): Mark | null {
	if (entry.noun !== 'phases' || entry.act !== 'mark') return null;
	const mark = entry.after as Mark;
	return phases.includes(mark?.phase) && Number.isSafeInteger(mark.records) ? mark : null;
}

/** Whether the records of the log are as many, and those, that each mark counted. */
export function checkMarks(ground: Ground): void {
	const { head } = ground.file;
	const leaves = [...ground.leaves];
	const marks = new Map(ground.told.flatMap((told) => (markOf(told) ? [[told.seq, told]] : [])));
	let tree = emptyFrontier;
	let number = 0;
	for (const [seq, { hash }] of leaves) {
		const told = marks.get(seq);
		const mark = told && markOf(told);
		if (mark) {
			if (mark.edition !== head?.edition || mark.mark !== ++number) find(ground, 'mark', seq);
			const top = toHex(root(ground.hashes.sha256, tree));
			if (mark.records !== tree.size || mark.root !== top) find(ground, 'hidden', seq);
		}
		tree = append(ground.hashes.sha256, tree, hash);
	}
	for (const signed of ground.signed) {
		const { seq, phase, round } = signed.point;
		const told = marks.get(seq);
		signed.mark = (told && markOf(told)) ?? null;
		if (signed.mark?.phase !== phase || signed.mark?.round !== round) find(ground, 'mark', seq);
	}
	const named = new Set(ground.signed.map(({ point }) => point.seq));
	for (const seq of marks.keys()) if (!named.has(seq)) find(ground, 'mark', seq);
	if (!marks.size) find(ground, 'mark');
}

/** Whether facts and rules are what the marks committed to, and what must be open is. */
export function checkFacts(ground: Ground): void {
	const marks = new Map(
		ground.signed.flatMap(({ point, mark }) => (mark ? [[point.seq, mark]] : []))
	);
	for (const { seq, text } of ground.file.facts) {
		if (marks.get(seq)?.facts === digest(ground, text))
			ground.facts.set(seq, JSON.parse(text) as Facts);
		else find(ground, 'facts', seq);
	}
	for (const { round, text } of ground.file.rules) {
		const said = [...marks.values()].filter((mark) => mark.round === round);
		const hash = digest(ground, text);
		if (said.length && said.every(({ rule }) => rule === hash)) ground.rules.set(round, text);
		else find(ground, 'rule', 0, { part: round });
	}
	for (const { round } of marks.values())
		if (round && !ground.file.rules.some((rule) => rule.round === round))
			find(ground, 'rule', 0, { part: round });
	checkOpen(ground);
}

/** In an open file the newest facts say of which kind every record is: scores may not stay closed. */
function checkOpen(ground: Ground): void {
	const { head } = ground.file;
	if (head?.stage !== 'open') return;
	const last = Math.max(...ground.facts.keys());
	const kinds = ground.facts.get(last)?.kinds;
	if (kinds === undefined) {
		find(ground, 'facts');
		return;
	}
	const letters = new Map(
		Object.entries(logNouns).map(([noun, letter]) => [letter as string, noun as LogNoun])
	);
	const texts = new Map(ground.told.map(({ seq, entry }) => [seq, entry.noun]));
	const before = [...ground.leaves].filter(([seq]) => seq < last);
	if (before.length !== kinds.length) find(ground, 'facts', last);
	const done = new Set(
		ground.signed.flatMap(({ mark }) => (mark?.phase === 'released' ? [mark.round] : []))
	);
	const pending = ground.signed.some(({ mark }) => mark?.round && !done.has(mark.round));
	before.forEach(([seq, { open }], at) => {
		const letter = kinds[at] ?? '';
		const noun = letters.get(letter.toLowerCase());
		// A round for an objection is shut until it is decided.
		const shut = pending && letter !== letter.toLowerCase();
		const mayClose = head.copy === 'public' && noun && closedNouns.includes(noun);
		const must = noun && !mayClose && (head.copy === 'office' || always.includes(noun));
		if (!open && !shut && (must || !noun)) find(ground, 'closed', seq);
		const told = texts.get(seq);
		if (told && told !== noun) find(ground, 'facts', seq);
	});
}

/** Kinds whose records never hold words of a person, so that nothing excuses their staying closed. */
const always: readonly LogNoun[] = ['scores', 'phases'];

import { find } from './ground';
import type { Ground, Told } from './ground';
import { markOf } from './check-marks';
import type { Facts } from './phase';

/** What a score record says under `after`. */
interface Said {
	round: string;
	entry: string;
	juror: string;
	revision: number;
	total: number | null;
}

/** Revisions without a gap, in their round’s time, and the last as the round was reckoned from. */
export function checkScores(ground: Ground): void {
	const times = openTimes(ground);
	const last = new Map<string, { said: Said; seq: number }>();
	for (const { seq, line, entry } of ground.told) {
		if (entry.noun !== 'scores') continue;
		const said = (entry.after ?? {}) as Said;
		const before = last.get(entry.id);
		const part = entry.id;
		if (said?.revision !== (before?.said.revision ?? 0) + 1)
			find(ground, 'chain', seq, { line, part });
		if (
			before &&
			(['round', 'entry', 'juror'] as const).some((key) => before.said[key] !== said[key])
		)
			find(ground, 'chain', seq, { line, part });
		last.set(entry.id, { said, seq });
		if (entry.act !== 'save') continue;
		const time = times.get(said.round) ?? [];
		if (!time.some(({ from }) => seq > from)) find(ground, 'early', seq, { line, part });
		else if (!time.some(({ from, to }) => seq > from && seq < to))
			find(ground, 'late', seq, { line, part });
	}
	for (const [seq, facts] of newestScores(ground)) checkStanding(ground, seq, facts);
}

/** From which record to which each round took scores; without a mark of its opening, from the sealing. */
function openTimes({ told }: Ground): Map<string, { from: number; to: number }[]> {
	const times = new Map<string, { from: number; to: number }[]>();
	const sealed = new Map<string, number>();
	for (const one of told) {
		const mark = markOf(one);
		if (!mark?.round) continue;
		const all = times.get(mark.round) ?? [];
		times.set(mark.round, all);
		if (mark.phase === 'sealed') sealed.set(mark.round, one.seq);
		if (mark.phase === 'opened') all.push({ from: one.seq, to: Infinity });
		if (mark.phase === 'closed') {
			if (!all.length) all.push({ from: sealed.get(mark.round) ?? one.seq, to: Infinity });
			all.at(-1)!.to = one.seq;
		}
	}
	for (const [round, from] of sealed)
		if (!times.get(round)?.length) times.set(round, [{ from, to: Infinity }]);
	return times;
}

/** The newest facts of each round that tell its scores. */
export function newestScores({ facts }: Ground): [seq: number, facts: Facts][] {
	const newest = new Map<string, [number, Facts]>();
	for (const [seq, one] of [...facts].sort((a, b) => a[0] - b[0]))
		if (one.round && one.scores.length) newest.set(one.round, [seq, one]);
	return [...newest.values()];
}

/** Whether each score stood at the mark as its last record before it says. */
function checkStanding(ground: Ground, until: number, { round, scores }: Facts): void {
	const last = new Map<string, Told>();
	for (const told of ground.told)
		if (
			told.seq < until &&
			told.entry.noun === 'scores' &&
			(told.entry.after as Said).round === round
		)
			last.set(told.entry.id, told);
	for (const [task, entry, juror, , revision, total] of scores) {
		const told = last.get(task);
		const said = told?.entry.after as Said | undefined;
		last.delete(task);
		const agrees = said
			? said.entry === entry &&
				said.juror === juror &&
				said.revision === revision &&
				(said.total ?? null) === total
			: revision === 0 && total === null;
		if (!agrees) find(ground, 'standing', told?.seq ?? until, { part: task });
	}
	for (const { seq, entry } of last.values()) find(ground, 'standing', seq, { part: entry.id });
}

/**
 * What a verification found. Ranges are inclusive; `seq` counts from 1.
 * edited: the record, its hash or a searchable column is not what was chained · moved: it stands at
 * another place (`was`) · added: nobody chained it · missing: taken out of the middle · cut: taken
 * off the end · undated: dated before its predecessor · unsigned: after the last checkpoint though
 * nothing is being written · between: one of these was touched, which cannot be told · tree: the
 * stored edge does not fit the records · personal: a value is not what was committed to, or belongs
 * to no record · vanished: a personal value is gone and no recorded erasure took it · signature,
 * root: a checkpoint is not signed by the key, or says something else than the records · foreign:
 * a checkpoint of the database that the log does not have · lost: the reverse · leaves: the kept hashes
 * do not fit their checkpoints · no-log, no-key: the file is gone · order: the log runs backwards.
 */
const findingKinds = [
	'edited',
	'moved',
	'added',
	'missing',
	'cut',
	'undated',
	'unsigned',
	'between',
	'tree',
	'personal',
	'vanished',
	'signature',
	'root',
	'foreign',
	'lost',
	'leaves',
	'order',
	'no-log',
	'no-key'
] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
	kind: FindingKind;
	seq: number;
	/** Last of a range, when there are several. */
	to?: number;
	/** Where the first of them was chained. */
	was?: number;
	/** What differs: a column, or the path of a personal value. */
	part?: string;
}

/** A place where the record is not the one that was chained there. */
interface Wrong {
	seq: number;
	/** Hash of what stands there, null for nothing. */
	have: string | null;
	/** Hash of what was chained there, null for nothing. */
	want: string | null;
	/** What to call something nobody chained there. */
	otherwise: 'added' | 'unsigned';
}

/** Collects places that differ and says, once all are known, what was done to each record. */
export class Differences {
	private readonly wrong: Wrong[] = [];

	/** Notes one place; those that agree are not kept. Returns whether it agrees. */
	compare(
		seq: number,
		have: string | null,
		want: string | null,
		otherwise: Wrong['otherwise'] = 'added'
	): boolean {
		if (have !== want) this.wrong.push({ seq, have, want, otherwise });
		return have === want;
	}

	/** Whether any place differs so far. */
	get any(): boolean {
		return this.wrong.length > 0;
	}

	/** @param last place of the last record that stands */
	explain(last: number): Finding[] {
		const stands = new Set(this.wrong.flatMap(({ have }) => have ?? []));
		const chained = new Map(
			this.wrong.flatMap(({ seq, want }) => (want ? [[want, seq] as const] : []))
		);
		const found: Finding[] = [];
		for (const { seq, have, want, otherwise } of this.wrong) {
			const was = have === null ? undefined : chained.get(have);
			const elsewhere = want !== null && stands.has(want);
			if (have !== null && was !== undefined) found.push({ kind: 'moved', seq, was });
			else if (have !== null)
				found.push({ kind: want === null ? otherwise : elsewhere ? 'added' : 'edited', seq });
			const overwritten = have === null || was !== undefined;
			if (want !== null && overwritten && !elsewhere)
				found.push({ kind: seq > last ? 'cut' : 'missing', seq });
		}
		return joined(found);
	}
}

/** Puts neighbours of the same kind (moved by the same distance) into ranges. */
export function joined(found: readonly Finding[]): Finding[] {
	const ranges: Finding[] = [];
	const open = new Map<string, Finding>();
	for (const one of found) {
		const key = `${one.kind} ${one.was === undefined ? '' : one.seq - one.was} ${one.part ?? ''}`;
		const range = open.get(key);
		const to = one.to ?? one.seq;
		if (range && (range.to ?? range.seq) + 1 === one.seq) range.to = to;
		else {
			const fresh = { ...one };
			ranges.push(fresh);
			open.set(key, fresh);
		}
	}
	return ranges;
}

/** By place, and at one place as the kinds are listed. */
export const inOrder = (a: Finding, b: Finding): number =>
	a.seq - b.seq || findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind);

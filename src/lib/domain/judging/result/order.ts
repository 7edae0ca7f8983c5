import type { Digest } from '../rule/rule';
import type { Tie } from '../round';
import type { Figured } from './figures';
import { compare, mean, median, ratio } from './ratio';
import type { Ratio } from './ratio';

/** A tie rule as it stands in a result. */
const tieName = ({ by, criterion }: Tie): string =>
	by === 'criterion' ? `criterion:${criterion ?? ''}` : by;

/** The lot of an entry: the smaller text is placed first. */
const lotOf = (seed: string, code: string, digest: Digest): string =>
	digest(['liantu lot 1', seed, code].join('\n'));

type Key = (one: Figured) => Ratio | string | null;

function keyOf({ by, criterion }: Tie, seed: string, digest: Digest): Key {
	const values = ({ scores }: Figured) => scores.map(({ units }) => units);
	switch (by) {
		case 'criterion':
			return ({ scores }) => {
				const marks = scores.map(({ marks }) => marks[criterion ?? '']);
				return marks.some((mark) => mark === undefined) ? null : mean(marks as number[]);
			};
		case 'mean':
			return (one) => one.mean;
		case 'median':
			return (one) => median(values(one));
		case 'highest':
			return (one) => (one.scores.length ? ratio(Math.max(...values(one))) : null);
		case 'lowest':
			return (one) => (one.scores.length ? ratio(Math.min(...values(one))) : null);
		case 'lot':
			return ({ code }) => lotOf(seed, code, digest);
		case 'committee':
			return () => null;
	}
}

/** Negative when `a` comes before `b`; zero where a rule cannot part them. */
function parts(a: Ratio | string | null, b: Ratio | string | null): number {
	if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
	if (typeof a === 'string') return a < String(b) ? -1 : a > String(b) ? 1 : 0;
	return compare(b as Ratio, a);
}

export interface Ordered {
	one: Figured;
	/** Entries nothing could part have the same one. */
	place: number;
	tie: string | null;
}

/**
 * Puts entries in order: the higher figure first, equal figures by the tie rules as they are stated.
 * Those with no score come last, at one place.
 */
export function orderOf(
	all: readonly Figured[],
	{ ties, seed, digest }: { ties: readonly Tie[]; seed: string; digest: Digest }
): Ordered[] {
	const rules = ties.map((tie) => ({ name: tieName(tie), key: keyOf(tie, seed, digest) }));
	const rows = all.map((one) => ({
		one,
		// Only those with an equal figure are ever asked for: made when they are.
		keys: [] as (Ratio | string | null | undefined)[]
	}));
	type Row = (typeof rows)[number];
	const keyAt = (row: Row, at: number) => (row.keys[at] ??= rules[at]!.key(row.one));
	/** Which comes first, and which rule said so: -1 for the figure, null for none. */
	const against = (a: Row, b: Row): { sign: number; rule: number | null } => {
		const sign = parts(a.one.figure, b.one.figure);
		if (sign || a.one.figure === null) return { sign, rule: sign ? -1 : null };
		for (let at = 0; at < rules.length; at++) {
			const here = parts(keyAt(a, at), keyAt(b, at));
			if (here) return { sign: here, rule: at };
		}
		return { sign: 0, rule: null };
	};
	rows.sort(
		(a, b) => against(a, b).sign || (a.one.code < b.one.code ? -1 : a.one.code > b.one.code ? 1 : 0)
	);
	let place = 0;
	const ordered: Ordered[] = [];
	for (const [at, row] of rows.entries()) {
		const before = rows[at - 1];
		const after = rows[at + 1];
		const up = before ? against(before, row) : null;
		const down = after ? against(row, after) : null;
		if (up?.sign !== 0) place = at + 1;
		const needed = Math.max(up?.rule ?? -1, down?.rule ?? -1);
		const open = (up?.sign === 0 || down?.sign === 0) && row.one.figure !== null;
		const committee = rules.at(-1)?.name === 'committee';
		ordered.push({
			one: row.one,
			place,
			tie: open ? (committee ? 'committee' : null) : (rules[needed]?.name ?? null)
		});
	}
	return ordered;
}

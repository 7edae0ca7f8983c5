import type { Board } from './board';

/**
 * Gives every entry its scores and loads as equal as the rules allow: a flow of least cost where each
 * further task of a juror costs more than the one before. A flow is cheapest when no path of hand-overs
 * leads from a juror to one with at least two tasks fewer, so such paths are looked for until there is
 * none (balanced semi-matching).
 */
export function settle(board: Board): void {
	for (let e = 0; e < board.entries.length; e++) while (board.need[e]! > 0 && fill(board, e));
	level(board);
}

/** Finds one more juror for an entry, by handing other entries on where all possible ones are full. */
function fill(board: Board, e: number): boolean {
	const starts: number[] = [];
	for (let j = 0; j < board.jurors.length; j++) if (board.free(e, j)) starts.push(j);
	starts.sort((a, b) => board.load[a]! - board.load[b]! || a - b);
	const path = route(board, starts, (j) => board.hasRoom(j));
	if (!path) return false;
	const [first] = path;
	walk(board, path);
	board.put(e, first!);
	return true;
}

/** Makes loads as equal as hand-overs can. */
export function level(board: Board): void {
	for (let moved = true; moved;) {
		moved = false;
		const busiest = [...board.load.keys()].sort((a, b) => board.load[b]! - board.load[a]! || a - b);
		for (const start of busiest)
			for (;;) {
				const most = board.load[start]! - 2;
				const path = route(board, [start], (j) => board.load[j]! <= most && board.hasRoom(j));
				if (!path) break;
				walk(board, path);
				moved = true;
			}
	}
}

/** The shortest way of hand-overs from one of `starts` to a juror at which it may end. */
function route(
	board: Board,
	starts: readonly number[],
	ends: (juror: number) => boolean
): number[] | null {
	const from = new Map<number, number>(starts.map((j) => [j, -1]));
	const waiting = [...starts];
	for (const j of waiting) {
		if (ends(j)) {
			const path = [j];
			for (let at = from.get(j)!; at >= 0; at = from.get(at)!) path.unshift(at);
			return path;
		}
		const open = board.open(j);
		for (let k = 0; k < board.jurors.length; k++)
			if (!from.has(k) && open.some((e) => board.free(e, k))) {
				from.set(k, j);
				waiting.push(k);
			}
	}
	return null;
}

/** Hands one entry on along each step of a way, last step first, so that nobody is over their limit. */
function walk(board: Board, path: readonly number[]): void {
	for (let at = path.length - 2; at >= 0; at--) {
		const [from, to] = [path[at]!, path[at + 1]!];
		let best = -1;
		let least = Infinity;
		for (const e of board.open(from)) {
			if (!board.free(e, to)) continue;
			const change = board.company(e, to, from) - board.company(e, from, from);
			if (change < least) [best, least] = [e, change];
		}
		board.hand(best, from, to);
	}
}

import type { Board } from './board';
import type { Stream } from './stream';

/**
 * Deals entries out, those with the fewest possible jurors first and else by chance, each to the least
 * loaded; among equals to one of another group, then to whom those of the entry have met least.
 */
export function deal(board: Board, chance: Stream): void {
	const choices = board.entries.map((_, e) => {
		let free = 0;
		for (let j = 0; j < board.jurors.length; j++) if (board.free(e, j)) free++;
		return free - board.need[e]!;
	});
	const waiting = board.entries.flatMap((_, e) => (board.need[e]! > 0 ? [e] : []));
	const order = chance.shuffled(waiting).sort((a, b) => choices[a]! - choices[b]!);
	const group = new Groups(board);
	for (const e of order)
		for (let n = board.need[e]!; n > 0; n--) {
			const best = leastLoaded(board, e, group);
			if (!best.length) break;
			const j = best[best.length > 1 ? chance.below(best.length) : 0]!;
			for (const other of board.on[e]!) group.join(j, other);
			board.put(e, j);
		}
}

function leastLoaded(board: Board, e: number, group: Groups): number[] {
	const same = board.on[e]!.map((j) => group.of(j));
	let best: number[] = [];
	let rank = [Infinity, 0, 0];
	for (let j = 0; j < board.jurors.length; j++) {
		if (!board.free(e, j) || !board.hasRoom(j) || board.load[j]! > rank[0]!) continue;
		const mine = [board.load[j]!, same.includes(group.of(j)) ? 1 : 0, board.company(e, j)];
		const order = mine[0]! - rank[0]! || mine[1]! - rank[1]! || mine[2]! - rank[2]!;
		if (order > 0) continue;
		if (order === 0) best.push(j);
		else [best, rank] = [[j], mine];
	}
	return best;
}

/** Which jurors are joined while nothing is taken back. */
class Groups {
	readonly #root: number[];

	constructor(board: Board) {
		this.#root = board.jurors.map((_, j) => j);
		for (const on of board.on) for (const j of on) this.join(on[0]!, j);
	}

	of(juror: number): number {
		while (this.#root[juror] !== juror) juror = this.#root[juror]!;
		return juror;
	}

	join(one: number, other: number): void {
		this.#root[this.of(one)] = this.of(other);
	}
}

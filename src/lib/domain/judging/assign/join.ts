import type { Board } from './board';
import { level } from './flow';

/**
 * Joins groups of jurors that share no entry: somebody of one takes a place at an entry of another,
 * which is then held while loads are made equal again. Groups that no entry may join stay.
 */
export function join(board: Board): void {
	for (let groups = board.groups(); groups.length > 1;) {
		if (!step(board, groups)) return;
		level(board);
		groups = board.groups();
	}
}

function step(board: Board, groups: readonly (readonly number[])[]): boolean {
	const groupOf = new Map(groups.flatMap((group, at) => group.map((j) => [j, at] as const)));
	// First where loads become more equal by it, then where they stay within one, then anywhere.
	for (const most of [-1, 0, Infinity])
		for (let e = 0; e < board.entries.length; e++)
			for (const leaver of [...board.on[e]!]) {
				if (board.on[e]!.length < 2 || !board.movable(e, leaver)) continue;
				for (const guest of groupOf.keys()) {
					if (groupOf.get(guest) === groupOf.get(leaver)) continue;
					if (!board.free(e, guest) || !board.hasRoom(guest)) continue;
					if (board.load[guest]! - board.load[leaver]! > most) continue;
					board.hand(e, leaver, guest);
					if (board.groups().length < groups.length) {
						board.pin(e);
						return true;
					}
					board.hand(e, guest, leaver);
				}
			}
	return false;
}

import type { Board } from './board';
import type { Stream } from './stream';

/** Exchanges tried for one pair, and for one draw, before it is left as it is. */
const TRIES = 800;
const ALL_TRIES = 60_000;
/** Entries offered in return for one place, so that tries are spread over many places. */
const OFFERS = 6;

/**
 * Exchanges entries, loads kept, until jurors are one group and every two share an entry, as far as
 * the rules and the numbers allow.
 */
export function acquaint(board: Board, chance: Stream): void {
	let left = ALL_TRIES;
	let groups = board.groups().length;
	for (let better = true; better && board.strangers > 0 && left > 0;) {
		better = false;
		for (const [a, b] of chance.shuffled(strangers(board))) {
			if (board.together(a, b) > 0) continue;
			const tried = exchange(board, a, b, Math.min(TRIES, left), groups);
			left -= tried.tries;
			if (!tried.done) continue;
			better = true;
			groups = board.groups().length;
		}
	}
}

/** Pairs of jurors with entries who share none, though they might. */
export function strangers(board: Board): [number, number][] {
	const pairs: [number, number][] = [];
	for (let a = 0; a < board.jurors.length; a++)
		for (let b = a + 1; b < board.jurors.length; b++)
			if (!board.together(a, b) && board.load[a] && board.load[b] && mayMeet(board, a, b))
				pairs.push([a, b]);
	return pairs;
}

/** Whether any entry may be judged by both. */
const mayMeet = (board: Board, a: number, b: number): boolean =>
	board.entries.some((_, e) => board.allowed(e, a) && board.allowed(e, b));

const NOTHING = -1;

interface Tried {
	done: boolean;
	tries: number;
}

/** Lets `b` take somebody’s place at an entry of `a`, or the other way round. */
function exchange(board: Board, a: number, b: number, most: number, groups: number): Tried {
	let tries = 0;
	for (const [host, guest] of [
		[a, b],
		[b, a]
	] as const) {
		const offers = board.open(guest);
		for (let e = 0; e < board.entries.length; e++) {
			if (!board.has(e, host) || !board.free(e, guest)) continue;
			for (const leaver of [...board.on[e]!]) {
				if (leaver === host || !board.movable(e, leaver)) continue;
				// Who has more to do may simply hand it over; else something must come back.
				const returns =
					board.load[guest]! < board.load[leaver]!
						? [NOTHING]
						: some(offers, tries, (f) => f !== e && board.free(f, leaver));
				for (const f of returns) {
					if (f === NOTHING && !board.hasRoom(guest)) continue;
					if (++tries > most) return { done: false, tries };
					if (improves(board, { e, f, leaver, guest }, groups)) return { done: true, tries };
				}
			}
		}
	}
	return { done: false, tries };
}

/** A few of a list that will do, from another place each time. */
function some(list: readonly number[], from: number, fits: (one: number) => boolean): number[] {
	const found: number[] = [];
	for (let n = 0; n < list.length && found.length < OFFERS; n++) {
		const one = list[(from + n) % list.length]!;
		if (fits(one)) found.push(one);
	}
	return found;
}

function improves(
	board: Board,
	{ e, f, leaver, guest }: { e: number; f: number; leaver: number; guest: number },
	groups: number
): boolean {
	const before = board.strangers;
	board.hand(e, leaver, guest);
	if (f !== NOTHING) board.hand(f, guest, leaver);
	const now = groups > 1 || board.strangers < before ? board.groups().length : Infinity;
	if (now < groups || (now === groups && board.strangers < before)) return true;
	if (f !== NOTHING) board.hand(f, leaver, guest);
	board.hand(e, guest, leaver);
	return false;
}

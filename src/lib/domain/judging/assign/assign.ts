import { accept, refuse } from '../../refusal';
import type { Ruled } from '../../refusal';
import { Board } from './board';
import type { Ask, Pairing } from './ask';
import { deal } from './deal';
import { settle } from './flow';
import { join } from './join';
import { acquaint } from './meet';
import { askRefusals, shortRefusal, unjoinedRefusal } from './refusals';
import { reportOf } from './report';
import type { AssignReport } from './report';
import { Stream } from './stream';

export interface Assigned {
	/** Every pairing there is to be, finished ones too, by entry and juror. */
	tasks: Pairing[];
	/** What was not there before. */
	made: Pairing[];
	/** What was open and is taken away again. */
	dropped: Pairing[];
	report: AssignReport;
}

/** So often a small draw that came out in groups is dealt again, with the next numbers of the seed. */
const DEALS = 8;
/** Entries times jurors up to which a draw is small. */
const SMALL = 20_000;

/**
 * Draws who judges what: nobody where a conflict stands or a category is unknown to them, every entry
 * as often as asked, loads as equal as that allows, jurors one group, every two with a shared entry
 * where the numbers allow. The same ask gives the same draw on every machine.
 */
export function assign(ask: Ask): Ruled<Assigned> {
	const wrong = ask.lenient ? [] : askRefusals(ask);
	if (wrong.length) return refuse(...wrong);
	let best: Board | null = null;
	for (let n = 1; n <= DEALS; n++) {
		const board = drawn(ask, n);
		if (best === null || worth(board) < worth(best)) best = board;
		if (worth(best) <= worthOfBest(best)) break;
		if (ask.entries.length * ask.jurors.length > SMALL) break;
	}
	const board = best!;
	if (!ask.lenient) {
		if (board.need.some((need) => need > 0)) return refuse(shortRefusal(ask, board));
		if (!ask.islands && board.groups().length > 1) return refuse(unjoinedRefusal(board));
	}
	return accept(outcome(ask, board));
}

function drawn(ask: Ask, n: number): Board {
	const board = new Board(ask);
	deal(board, new Stream(ask.seed, `deal/${n}`));
	settle(board);
	if (!ask.islands) join(board);
	acquaint(board, new Stream(ask.seed, `meet/${n}`));
	return board;
}

const worth = (board: Board): number =>
	(board.groups().length - 1) * board.jurors.length ** 2 + board.strangers;

/** Jurors without entries meet nobody; all others might meet. */
function worthOfBest(board: Board): number {
	const busy = board.load.filter((load) => load > 0).length;
	const all = board.jurors.length;
	return (all * (all - 1) - busy * (busy - 1)) / 2;
}

function outcome(ask: Ask, board: Board): Assigned {
	const name = ({ entry, juror }: Pairing) => `${entry}\n${juror}`;
	const before = new Set([...(ask.fixed ?? []), ...(ask.kept ?? [])].map(name));
	const tasks = board.on.flatMap((on, e) =>
		[...on]
			.sort((a, b) => a - b)
			.map((j) => ({ entry: board.entries[e]!, juror: board.jurors[j]! }))
	);
	const now = new Set(tasks.map(name));
	return {
		tasks,
		made: tasks.filter((task) => !before.has(name(task))),
		dropped: (ask.kept ?? []).filter((task) => !now.has(name(task))),
		report: reportOf(ask, board)
	};
}

import type { Refusal } from '../../refusal';
import type { Ask } from './ask';
import type { Board } from './board';

/** Most names a sentence gives before it says how many more. */
const NAMED = 6;

/** What speaks against a draw before it is tried. */
export function askRefusals({ entries, jurors, per, islands }: Ask): Refusal[] {
	const taking = jurors.filter(({ capacity }) => capacity !== 0).length;
	const found: Refusal[] = [];
	const say = (reason: string, detail?: Refusal['detail']) =>
		found.push({ field: '', reason, ...(detail ? { detail } : {}) });
	if (!entries.length) say('no-entries');
	if (!taking) say('no-jurors');
	if (!Number.isInteger(per) || per < 1 || per > 99) say('per-wrong', { per });
	if (found.length) return found;
	if (per > taking) say('per-above-jurors', { per, jurors: taking });
	// A graph of J jurors needs J − 1 joins, and an entry judged k times gives k − 1.
	const joins = entries.reduce((sum, entry) => sum + Math.max(0, (entry.per ?? per) - 1), 0);
	const scores = entries.reduce((sum, entry) => sum + (entry.per ?? per), 0);
	const busy = Math.min(taking, scores);
	if (!islands && busy > 1 && joins < busy - 1)
		say(per < 2 ? 'one-score-joins-nobody' : 'too-few-to-join', {
			per,
			entries: entries.length,
			jurors: taking
		});
	return found;
}

/** Which entries cannot be judged as often as asked, and whose rooms are too few. */
export function shortRefusal(ask: Ask, board: Board): Refusal {
	const short = board.entries.flatMap((id, e) => (board.need[e]! > 0 ? [{ id, e }] : []));
	const missing = short.reduce((sum, { e }) => sum + board.need[e]!, 0);
	const possible = (e: number) => board.jurors.filter((_, j) => board.allowed(e, j)).length;
	const narrow = short.filter(({ e }) => possible(e) < board.need[e]! + board.on[e]!.length);
	const named = narrow.length ? narrow : short;
	return {
		field: '',
		reason: narrow.length ? 'entries-without-jurors' : 'jurors-without-room',
		detail: {
			per: ask.per,
			missing,
			count: named.length,
			possible: Math.min(...named.map(({ e }) => possible(e))),
			entries: listed(named.map(({ id }) => id))
		}
	};
}

/** Which jurors share no entry with the rest. */
export function unjoinedRefusal(board: Board): Refusal {
	const groups = board.groups().sort((a, b) => a.length - b.length);
	return {
		field: '',
		reason: 'jurors-apart',
		detail: {
			groups: groups.length,
			smallest: groups[0]!.length,
			jurors: listed(groups[0]!.map((j) => board.jurors[j]!))
		}
	};
}

const listed = (names: readonly string[]): string =>
	names.slice(0, NAMED).join('、') + (names.length > NAMED ? '…' : '');

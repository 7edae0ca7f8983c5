import { doorTrouble, headsTrouble, readShown } from '../domain/events/checkin';
import type { Shown } from '../domain/events/checkin';
import { bytes64, codeMark, expectedFrom } from '../domain/events/checkin-list';
import type { DoorList, ListRow } from '../domain/events/checkin-list';
import type { Ruled } from '../domain/refusal';
import type { Kept } from './store';

/** The list a device carries, and what the law of the door says by it. */
export class Carried {
	#rows = new Map<string, ListRow>();
	#keys: Uint8Array[];
	#salt: Uint8Array;

	constructor(readonly list: DoorList | null = null) {
		this.#rows = new Map(list?.rows.map((row) => [row[0], row]));
		this.#keys = list?.keys.map(bytes64) ?? [];
		this.#salt = bytes64(list?.salt ?? '');
	}

	read = (text: string): Ruled<Shown> => readShown(text, this.#keys);

	/** Whether the ticket of a code was used twice. */
	doubled = (code: string): boolean => this.#rows.get(codeMark(this.#salt, code))?.[6] === 1;

	/** What is known of a code: the list, and what this device did since. */
	#expected(mark: string, waiting: readonly Kept[]) {
		const row = this.#rows.get(mark);
		if (!row) return null;
		const expected = expectedFrom(row);
		const own = waiting.filter((kept) => kept.mark === mark);
		const heads = own.reduce((all, { deed }) => all + deed.heads, 0);
		return {
			...expected,
			came: Math.max(0, expected.came + heads),
			since: expected.since ?? own[0]?.deed.deviceAt ?? null
		};
	}

	/** What speaks against letting heads in; `trouble` is null when nothing does. */
	judge(
		text: string,
		asking: { heads: number; extra: boolean },
		waiting: readonly Kept[],
		now: number
	) {
		const shown = this.read(text);
		if (!shown.ok) return { code: '', mark: '', trouble: shown.refusals[0]!, expected: null };
		const { code } = shown.value;
		const mark = codeMark(this.#salt, code);
		const expected = this.#expected(mark, waiting);
		const trouble =
			doorTrouble(shown.value, this.list!.door, expected, now) ?? headsTrouble(expected!, asking);
		return { code, mark, trouble, expected };
	}

	/**
	 * Takes down what the portal said of a code, until the next list.
	 * @returns how many heads more are in; null for a code that is not on the list
	 */
	know(mark: string, came: number, at: number): number | null {
		const row = this.#rows.get(mark);
		if (!row) return null;
		const [, ticket, confirmed, heads, before, since, doubled] = row;
		const first = came ? (since ?? at) : null;
		this.#rows.set(mark, [mark, ticket, confirmed, heads, came, first, doubled]);
		return came - before;
	}
}

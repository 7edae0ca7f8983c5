import { plainOrder } from './ask';
import type { Ask } from './ask';

const MOVABLE = 1;
const FIXED = 2;

/**
 * Who judges what while a draw is being made: entries and jurors by their place in the order of their
 * ids, so that the order somebody names them in changes nothing.
 */
export class Board {
	readonly entries: readonly string[];
	readonly jurors: readonly string[];
	/** Jurors of each entry. */
	readonly on: number[][];
	readonly load: Int32Array;
	readonly capacity: Float64Array;
	/** Scores each entry still needs. */
	readonly need: Int32Array;
	/** How many entries two jurors share, by `juror * count + juror`. */
	readonly shared: Int32Array;
	/** Pairs of jurors without a shared entry. */
	strangers: number;
	readonly #allowed: Uint8Array;
	readonly #has: Uint8Array;

	constructor(ask: Ask) {
		const entries = [...ask.entries].sort((a, b) => plainOrder(a.id, b.id));
		const jurors = [...ask.jurors].sort((a, b) => plainOrder(a.id, b.id));
		this.entries = entries.map(({ id }) => id);
		this.jurors = jurors.map(({ id }) => id);
		const count = jurors.length;
		this.on = entries.map(() => []);
		this.load = new Int32Array(count);
		this.capacity = Float64Array.from(jurors, ({ capacity }) => capacity ?? Infinity);
		this.need = Int32Array.from(entries, ({ per }) => per ?? ask.per);
		this.shared = new Int32Array(count * count);
		this.strangers = (count * (count - 1)) / 2;
		this.#allowed = new Uint8Array(entries.length * count);
		this.#has = new Uint8Array(entries.length * count);

		const knows = jurors.map(({ categories }) => categories && new Set(categories));
		for (const [e, { category }] of entries.entries())
			for (const [j, known] of knows.entries())
				if (!known || known.has(category)) this.#allowed[e * count + j] = 1;
		const entryAt = new Map(this.entries.map((id, at) => [id, at]));
		const jurorAt = new Map(this.jurors.map((id, at) => [id, at]));
		for (const { entry, juror } of ask.forbidden) {
			const [e, j] = [entryAt.get(entry), jurorAt.get(juror)];
			if (e !== undefined && j !== undefined) this.#allowed[e * count + j] = 0;
		}
		const stay = (list: Ask['kept'], how: number) => {
			for (const { entry, juror } of list ?? []) {
				const [e, j] = [entryAt.get(entry), jurorAt.get(juror)];
				if (e === undefined || j === undefined || this.has(e, j)) continue;
				// What is open stays only where it may; what is finished stays.
				if (how === MOVABLE && !(this.allowed(e, j) && this.need[e]! > 0 && this.hasRoom(j)))
					continue;
				this.#set(e, j, how);
			}
		};
		stay(ask.fixed, FIXED);
		stay(ask.kept, MOVABLE);
	}

	allowed(entry: number, juror: number): boolean {
		return this.#allowed[entry * this.jurors.length + juror] === 1;
	}

	has(entry: number, juror: number): boolean {
		return this.#has[entry * this.jurors.length + juror] !== 0;
	}

	movable(entry: number, juror: number): boolean {
		return this.#has[entry * this.jurors.length + juror] === MOVABLE;
	}

	/** Whether a juror may be given an entry that they do not have. */
	free(entry: number, juror: number): boolean {
		return this.allowed(entry, juror) && !this.has(entry, juror);
	}

	hasRoom(juror: number): boolean {
		return this.load[juror]! < this.capacity[juror]!;
	}

	/** Entries two jurors share. */
	together(one: number, other: number): number {
		return this.shared[one * this.jurors.length + other]!;
	}

	/** How often a juror already sits with those of an entry. */
	company(entry: number, juror: number, without = -1): number {
		let sum = 0;
		for (const other of this.on[entry]!) if (other !== without) sum += this.together(juror, other);
		return sum;
	}

	put(entry: number, juror: number): void {
		this.#set(entry, juror, MOVABLE);
	}

	take(entry: number, juror: number): void {
		this.#has[entry * this.jurors.length + juror] = 0;
		this.on[entry]!.splice(this.on[entry]!.indexOf(juror), 1);
		this.load[juror]!--;
		this.need[entry]!++;
		for (const other of this.on[entry]!) this.#meet(juror, other, -1);
	}

	/** Hands an entry from one juror to another. */
	hand(entry: number, from: number, to: number): void {
		this.take(entry, from);
		this.put(entry, to);
	}

	/** Holds everybody at an entry where they are. */
	pin(entry: number): void {
		for (const j of this.on[entry]!) this.#has[entry * this.jurors.length + j] = FIXED;
	}

	/** Entries of a juror that may still go to somebody else. */
	open(juror: number): number[] {
		const list: number[] = [];
		for (let e = 0; e < this.entries.length; e++) if (this.movable(e, juror)) list.push(e);
		return list;
	}

	/** Groups of jurors joined by shared entries; whoever has no entry is in none. */
	groups(): number[][] {
		const count = this.jurors.length;
		const seen = new Uint8Array(count);
		const groups: number[][] = [];
		for (let start = 0; start < count; start++) {
			if (seen[start] || !this.load[start]) continue;
			const group = [start];
			seen[start] = 1;
			for (const one of group)
				for (let other = 0; other < count; other++)
					if (!seen[other] && this.together(one, other) > 0) {
						seen[other] = 1;
						group.push(other);
					}
			groups.push(group.sort((a, b) => a - b));
		}
		return groups;
	}

	#set(entry: number, juror: number, how: number): void {
		this.#has[entry * this.jurors.length + juror] = how;
		for (const other of this.on[entry]!) this.#meet(juror, other, 1);
		this.on[entry]!.push(juror);
		this.load[juror]!++;
		this.need[entry]!--;
	}

	#meet(one: number, other: number, change: 1 | -1): void {
		const count = this.jurors.length;
		const before = this.shared[one * count + other]!;
		this.shared[one * count + other] = before + change;
		this.shared[other * count + one] = before + change;
		if (before === 0) this.strangers--;
		else if (before + change === 0) this.strangers++;
	}
}

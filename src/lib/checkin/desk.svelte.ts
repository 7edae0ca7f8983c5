// Long because one desk holds what a device does at a door, with and without a network.
import { leftOf } from '../domain/events/checkin';
import type { DoorList, DoorNumbers } from '../domain/events/checkin-list';
import { DEEDS_MOST } from '../domain/events/checkin-sent';
import type { Deed, DeedAnswer, How } from '../domain/events/checkin-sent';
import { Carried } from './carried';
import { AWAY, SHUT, fetchList, newDeedId, tell } from './line';
import type { Line, Said } from './said-kinds';
import { dropDeed, dropList, keepDeed, keepList, keptDeeds, keptList } from './store';
import type { Kept } from './store';

/** How long somebody at a door waits for the portal before the device decides alone. */
const PATIENCE = 1800;
const EVERY = 8000;
/** Reasons that a fresher list may do away with. */
const stale = ['unknown', 'not-confirmed', 'old-ticket', 'already', 'too-many', 'date-off'];

/**
 * The desk of a scanner: it decides with the list it carries, asks the portal where there is a line, and
 * keeps what it did until the portal has it. It says nothing for green that it did not keep.
 */
export class Desk {
	list = $state.raw<DoorList | null>(null);
	online = $state(false);
	shut = $state(false);
	waiting = $state.raw<Kept[]>([]);
	lost = $state.raw<Kept[]>([]);
	lines = $state.raw<Line[]>([]);
	/** Codes that this device let in and somebody else did too. */
	twice = $state.raw<string[]>([]);
	listAt = $state<number | null>(null);
	readonly numbers: DoorNumbers = $derived.by(() => this.#numbers());
	#carried = new Carried();
	/** How far the clock of the portal is ahead. */
	#ahead = 0;
	#busy: Promise<void> | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#stopped = false;

	constructor(readonly gate: string) {}

	/** Takes up what an earlier visit kept; returns how to stop. */
	wake(): () => void {
		const kept = keptDeeds(this.gate);
		this.waiting = kept.filter(({ reason }) => reason === null);
		this.lost = kept.filter(({ reason }) => reason !== null);
		const list = keptList(this.gate);
		if (list) this.#take(list);
		const online = () => void this.#round();
		const offline = () => (this.online = false);
		addEventListener('online', online);
		addEventListener('offline', offline);
		void this.#round();
		return () => {
			this.#stopped = true;
			removeEventListener('online', online);
			removeEventListener('offline', offline);
			clearTimeout(this.#timer);
		};
	}

	now = (): number => Date.now() + this.#ahead;

	/** Tells what is kept and asks for what is new, then again after a while. */
	async #round(): Promise<void> {
		clearTimeout(this.#timer);
		await this.sync();
		await this.refresh(EVERY);
		if (!this.#stopped && !this.shut) this.#timer = setTimeout(() => void this.#round(), EVERY);
	}

	async refresh(wait: number): Promise<void> {
		const said = await fetchList(this.list?.mark ?? '', wait);
		if (said === SHUT) return this.#close();
		this.online = said !== AWAY;
		if (said === AWAY) return;
		this.#ahead = said.now - Date.now();
		this.listAt = said.now;
		if (!('rows' in said)) return;
		this.#take(said);
		keepList(this.gate, said);
	}

	#close(): void {
		this.shut = true;
		this.online = false;
		dropList(this.gate);
	}

	#take(list: DoorList): void {
		this.#carried = new Carried(list);
		this.list = list;
		this.listAt ??= list.now;
		for (const { code, text, heads } of this.lines)
			if (text && heads > 0 && this.#carried.doubled(code)) this.#double(code);
	}

	#double(code: string): void {
		if (!this.twice.includes(code)) this.twice = [...this.twice, code];
		this.lines = this.lines.map((line) => (line.code === code ? { ...line, doubled: true } : line));
	}

	#numbers(): DoorNumbers {
		const numbers = this.list?.numbers ?? { expected: 0, came: 0, walkins: 0 };
		const sum = (of: (kept: Kept) => boolean) =>
			this.waiting.filter(of).reduce((all, { deed }) => all + deed.heads, 0);
		return {
			expected: numbers.expected,
			came: numbers.came + sum(({ mark }) => mark !== ''),
			walkins: numbers.walkins + sum(({ mark }) => mark === '')
		};
	}

	#judge = (text: string, asking: { heads: number; extra: boolean }) =>
		this.#carried.judge(text, asking, this.waiting, this.now());

	/**
	 * Somebody shows a ticket or says a code. One who comes alone is let in at once; of a group it asks
	 * how many.
	 */
	async show(text: string, how: How): Promise<Said> {
		if (!this.list) await this.refresh(PATIENCE * 2);
		if (!this.list) return { kind: 'no', code: '', reason: 'no-line', detail: {} };
		const one = { heads: 1, extra: false };
		let judged = this.#judge(text, one);
		if (judged.trouble && stale.includes(judged.trouble.reason) && this.online) {
			await this.refresh(PATIENCE);
			judged = this.#judge(text, one);
		}
		const { code, trouble, expected } = judged;
		if (trouble) return this.#refused(code, trouble.reason, trouble.detail);
		const left = leftOf(expected!);
		if (left > 1)
			return { kind: 'asks', code, booked: expected!.heads, came: expected!.came, left };
		return this.pass(text, how, 1);
	}

	#refused(code: string, reason: string, detail: Record<string, string | number> = {}): Said {
		const held = reason === 'already' || reason === 'too-many';
		return { kind: held ? 'held' : 'no', code, reason, detail };
	}

	/** Lets heads in, or out again; the portal decides where it answers in time, else this device. */
	async pass(text: string, how: How, heads: number, extra = false): Promise<Said> {
		const { code, mark, trouble, expected } = this.#judge(text, { heads, extra });
		if (trouble) return this.#refused(code, trouble.reason, trouble.detail);
		const deed = this.#deed(text, heads, how, extra);
		const answer = await this.#ask(deed);
		const booked = answer?.booked ?? expected!.heads;
		const came = answer?.came ?? Math.max(0, expected!.came + heads);
		if (answer?.said === 'no') return this.#refused(code, answer.reason!, answer.detail);
		if (!answer) this.#keep({ deed: { ...deed, done: true }, mark, reason: null });
		else this.#know(mark, came, deed.deviceAt);
		const doubled = answer?.said === 'doubled';
		const line: Line = { id: deed.id, code, heads, at: deed.deviceAt, text, doubled };
		this.lines = [line, ...this.lines].slice(0, 30);
		if (heads < 0) return { kind: 'out', code, heads: -heads, booked, came };
		if (doubled) return { kind: 'doubled', code, heads, booked, came };
		return { kind: 'in', code, heads, booked, came, kept: !answer };
	}

	/** Somebody came without a sign-up, or was counted by mistake. */
	async walkin(heads: 1 | -1): Promise<Said> {
		const deed = this.#deed('', heads, 'listed');
		const answer = await this.#ask(deed);
		if (answer?.said === 'no') return this.#refused('', answer.reason!, answer.detail);
		if (!answer) this.#keep({ deed: { ...deed, done: true }, mark: '', reason: null });
		else void this.refresh(PATIENCE);
		return {
			...{ kind: heads > 0 ? 'in' : 'out', code: '', heads: 1, booked: 0, came: 0 },
			kept: !answer
		} as Said;
	}

	#deed = (text: string, heads: number, how: How, extra = false): Deed => ({
		...{ id: newDeedId(), text, heads, how, extra, done: false },
		deviceAt: this.now()
	});

	async #ask(deed: Deed): Promise<DeedAnswer | null> {
		if (!this.online) return null;
		const said = await tell([deed], PATIENCE);
		if (said === SHUT) {
			this.#close();
			return { id: deed.id, said: 'no', reason: 'revoked' };
		}
		if (said === AWAY) {
			this.online = false;
			return null;
		}
		return said.answers[0] ?? null;
	}

	/** What the portal said of a code stands until the next list. */
	#know(mark: string, came: number, at: number): void {
		const more = this.#carried.know(mark, came, at);
		if (more === null) return;
		const list = this.list!;
		const numbers = { ...list.numbers, came: list.numbers.came + more };
		this.list = { ...list, numbers, mark: '' };
	}

	#keep(kept: Kept): void {
		keepDeed(this.gate, kept);
		this.waiting = [...this.waiting, kept];
	}

	/** Tells the portal what this device did without a line. */
	async sync(): Promise<void> {
		while (this.#busy) await this.#busy;
		this.#busy = this.#send().finally(() => (this.#busy = null));
		await this.#busy;
	}

	async #send(): Promise<void> {
		while (this.waiting.length && !this.shut) {
			const some = this.waiting.slice(0, DEEDS_MOST);
			const said = await tell(
				some.map(({ deed }) => deed),
				20_000
			);
			if (said === SHUT) return this.#close();
			if (said === AWAY) {
				this.online = false;
				return;
			}
			for (const answer of said.answers) this.#told(answer);
		}
	}

	#told({ id, said, reason, came }: DeedAnswer): void {
		const kept = this.waiting.find(({ deed }) => deed.id === id);
		if (!kept) return;
		this.waiting = this.waiting.filter((one) => one !== kept);
		if (said === 'no') {
			const lost = { ...kept, reason: reason ?? 'unknown' };
			this.lost = [...this.lost, lost];
			keepDeed(this.gate, lost);
			return;
		}
		dropDeed(this.gate, id);
		if (kept.mark) this.#know(kept.mark, came ?? 0, kept.deed.deviceAt);
		const shown = said === 'doubled' ? this.#carried.read(kept.deed.text) : null;
		if (shown?.ok) this.#double(shown.value.code);
	}

	/** Deletes from this device what the portal did not take, once somebody has seen it. */
	forget(): void {
		for (const { deed } of this.lost) dropDeed(this.gate, deed.id);
		this.lost = [];
	}
}

import type { Refusal } from '$lib/domain/refusal';

/** Steps that can be undone. */
const STEPS = 100;

type Values = Record<string, string>;

/** A design while somebody works on it: what its form says, and the way back. */
export class Draft {
	values = $state<Values>({});
	refusals = $state.raw<readonly Refusal[]>([]);
	#before = $state.raw<readonly Values[]>([]);
	#after = $state.raw<readonly Values[]>([]);
	/** As it was when the last step was kept. */
	#kept: Values = {};

	constructor(values: Values) {
		this.begin(values);
	}

	/** Begins anew from what the server says. */
	begin(values: Values): void {
		this.values = { ...values };
		this.#kept = { ...values };
		this.#before = [];
		this.#after = [];
		this.refusals = [];
	}

	get canUndo(): boolean {
		return this.#before.length > 0;
	}
	get canRedo(): boolean {
		return this.#after.length > 0;
	}

	/** Keeps what was changed since the last step as one step; false when nothing was. */
	keep(): boolean {
		if (JSON.stringify(this.values) === JSON.stringify(this.#kept)) return false;
		this.#before = [...this.#before, this.#kept].slice(-STEPS);
		this.#after = [];
		this.#kept = { ...this.values };
		return true;
	}

	undo(): void {
		this.keep();
		const last = this.#before.at(-1);
		if (!last) return;
		this.#after = [this.#kept, ...this.#after];
		this.#before = this.#before.slice(0, -1);
		this.#set(last);
	}

	redo(): void {
		const [next, ...rest] = this.#after;
		if (!next) return;
		this.#before = [...this.#before, this.#kept];
		this.#after = rest;
		this.#set(next);
	}

	#set(values: Values): void {
		this.#kept = { ...values };
		this.values = { ...values };
	}

	/** Moves a part by millimetres, to tenths, never off the upper left of the page. */
	move(part: string, dx: number, dy: number): void {
		const put = (side: string, by: number) => {
			const name = `${part}.${side}`;
			const now = Number(this.values[name]);
			if (Number.isFinite(now))
				this.values[name] = String(Math.max(0, Math.round((now + by) * 10) / 10));
		};
		put('x', dx);
		put('y', dy);
	}
}

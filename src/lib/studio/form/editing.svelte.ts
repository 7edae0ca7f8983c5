import { changed } from '$lib/domain/studio/field';
import type { Content, Field, FieldKind } from '$lib/domain/studio/field';
import { readForm, writeForm } from '$lib/domain/studio/read-form';
import type { Pair } from '$lib/domain/studio/read-form';

/** Typing within one field counts as one step while it pauses for less than this, ms. */
const PAUSE = 1200;
const MOST_STEPS = 200;
/** Their plain inputs give way to others when the scripts run. */
const reshaped: FieldKind[] = [
	'tags',
	'reference',
	'references',
	'stops',
	'rows',
	'when',
	'week',
	'days',
	'gallery',
	'asset'
];
const understood: FieldKind[] = ['position', 'path', 'days', 'day', 'number', 'rows', 'when'];

/**
 * What is being typed into a form. The inputs themselves hold it; this reads them after each change,
 * remembers the steps, and says which fields must be drawn anew when a step is undone.
 */
export class Editing {
	readonly #fields: readonly Field[];
	/** What stands in the inputs. */
	content = $state.raw<Content>({});
	/** What the version it began with says. */
	stood = $state.raw<Content>({});
	base = $state(0);
	/** Raised for a field whose inputs shall be drawn anew from `content`. */
	drawn = $state<Record<string, number>>({});
	#past = $state.raw<Content[]>([]);
	#future = $state.raw<Content[]>([]);
	#last: { field: string; at: number } | null = null;
	readonly differing = $derived.by(() => changed(this.#fields, this.stood, this.content));
	readonly dirty = $derived(this.differing.length > 0);
	readonly canUndo = $derived(this.#past.length > 0);
	readonly canRedo = $derived(this.#future.length > 0);

	constructor(fields: readonly Field[], stood: Content, content: Content, base: number) {
		this.#fields = fields;
		this.begin(stood, content, base);
	}

	/** Starts from a version and what is typed over it. */
	begin(stood: Content, content: Content, base: number, saved = false): void {
		// As the inputs will say it: what they write a little differently is no change of anybody’s.
		const typed = readForm(this.#fields, writeForm(this.#fields, content));
		this.#draw(this.content, typed);
		// What people write in their own way is shown as it was understood.
		if (saved)
			for (const { name, kind } of this.differing)
				if (understood.includes(kind)) this.drawn[name] = (this.drawn[name] ?? 0) + 1;
		this.stood = readForm(this.#fields, writeForm(this.#fields, stood));
		this.content = typed;
		this.base = base;
		this.#past = [];
		this.#future = [];
		this.#last = null;
	}

	/** Reads the inputs; whether they say something else than before. */
	read(pairs: Iterable<Pair>, now: number): boolean {
		const next = readForm(this.#fields, pairs);
		const fields = changed(this.#fields, this.content, next);
		if (!fields.length) return false;
		const field = fields.map(({ name }) => name).join();
		const joins = this.#last?.field === field && now - this.#last.at < PAUSE;
		if (!joins) this.#past = [...this.#past.slice(-MOST_STEPS), this.content];
		this.#future = [];
		this.#last = { field, at: now };
		this.content = next;
		return true;
	}

	/** Reads the plain inputs before others take their place, which are then drawn from what was typed. */
	meet(pairs: Iterable<Pair>, now: number): boolean {
		const before = this.content;
		if (!this.read(pairs, now)) return false;
		for (const { name, kind } of changed(this.#fields, before, this.content))
			if (reshaped.includes(kind)) this.drawn[name] = (this.drawn[name] ?? 0) + 1;
		return true;
	}

	/** Puts a content into the inputs as one step. */
	put(content: Content): void {
		this.#past = [...this.#past.slice(-MOST_STEPS), this.content];
		this.#future = [];
		this.#go(content);
	}

	undo(): void {
		const before = this.#past.at(-1);
		if (!before) return;
		this.#past = this.#past.slice(0, -1);
		this.#future = [...this.#future, this.content];
		this.#go(before);
	}

	redo(): void {
		const after = this.#future.at(-1);
		if (!after) return;
		this.#future = this.#future.slice(0, -1);
		this.#past = [...this.#past, this.content];
		this.#go(after);
	}

	#go(content: Content): void {
		this.#draw(this.content, content);
		this.content = content;
		this.#last = null;
	}

	#draw(from: Content, to: Content): void {
		for (const { name } of changed(this.#fields, from, to))
			this.drawn[name] = (this.drawn[name] ?? 0) + 1;
	}
}

/** What the inputs of a form say, in their order. */
export const pairsIn = (form: HTMLFormElement): Pair[] =>
	[...new FormData(form)].flatMap(([name, value]): Pair[] =>
		typeof value === 'string' ? [[name, value]] : []
	);

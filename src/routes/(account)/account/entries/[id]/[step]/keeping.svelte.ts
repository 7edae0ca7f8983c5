import { deserialize } from '$app/forms';
import type { Missing } from '$lib/domain/contests/missing';

/** How the keeping of what is typed stands. */
type Standing = 'quiet' | 'saving' | 'kept' | 'waiting' | 'signed-out' | 'clash';

/** What the server answers when a part was kept. */
interface Kept {
	owed: Missing[];
	began: string;
	at: number;
}

const PAUSE = 1200;
const AGAIN = 10_000;

/**
 * Keeps a form on the server while somebody types, and on this device as long as the server cannot be
 * reached or the session ended: a page opened again has everything. What the server has kept is
 * forgotten here at once.
 */
export class Keeping {
	standing = $state<Standing>('quiet');
	at = $state(0);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sending: Promise<void> | null = null;
	#dirty = false;

	constructor(
		readonly form: HTMLFormElement,
		/** Under which name this device keeps what the server has not. */
		readonly name: string,
		readonly told: (kept: Kept, clashed: boolean) => void
	) {}

	/** Ids of the members of a crew that an earlier visit could not keep. */
	get members(): string[] {
		return (this.#local() ?? [])
			.filter(([name]) => /^crew\.\d+\.id$/.test(name))
			.map(([, id]) => id);
	}

	/** Fills in what an earlier visit could not keep; tells whether there was anything. */
	restore(): boolean {
		const left = this.#local();
		if (!left) return false;
		let found = false;
		for (const [name, value] of left)
			for (const field of this.form.elements) {
				if (!('name' in field) || field.name !== name) continue;
				if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type)) {
					if (field.value !== value || field.checked) continue;
					found = field.checked = true;
				} else if (
					(field instanceof HTMLInputElement && field.type !== 'hidden') ||
					field instanceof HTMLTextAreaElement ||
					field instanceof HTMLSelectElement
				) {
					if (field.value === value) continue;
					found = true;
					field.value = value;
					// Whoever holds the text of the field learns of it as if it were typed.
					field.dispatchEvent(new Event('input', { bubbles: true }));
				}
			}
		if (found) this.typed();
		else this.#forget();
		return found;
	}

	/** Keeps what was typed or ticked before the page came alive, which nobody heard of. */
	catchUp(): void {
		for (const field of this.form.elements) {
			const early =
				field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type)
					? field.checked !== field.defaultChecked
					: field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
						? field.type !== 'hidden' && field.value !== field.defaultValue
						: field instanceof HTMLSelectElement &&
							[...field.options].some((option) => option.selected !== option.defaultSelected) &&
							field.selectedIndex > 0;
			if (early) return this.typed();
		}
	}

	/** Somebody typed: the device keeps it now, the server after a pause. */
	typed = () => {
		this.#dirty = true;
		this.#keepHere();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.send(), PAUSE);
	};

	/** Sends what was typed and waits for the answer. */
	async send(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#sending) await this.#sending;
		if (!this.#dirty) return;
		this.#sending = this.#post().finally(() => (this.#sending = null));
		await this.#sending;
	}

	async #post(): Promise<void> {
		this.#dirty = false;
		this.standing = 'saving';
		const body = new FormData(this.form);
		try {
			const answer = await fetch('?/keep', {
				method: 'POST',
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
				body: new URLSearchParams(
					[...body].filter((one): one is [string, string] => typeof one[1] === 'string')
				)
			});
			const result = deserialize(await answer.text());
			if (result.type === 'success' || (result.type === 'failure' && result.status === 409)) {
				const kept = result.data as unknown as Kept;
				this.at = kept.at;
				this.standing = result.type === 'success' ? 'kept' : 'clash';
				if (result.type === 'success' && !this.#dirty) this.#forget();
				this.told(kept, result.type === 'failure');
			} else if (result.type === 'failure' && result.status === 401) this.standing = 'signed-out';
			else this.#later();
		} catch {
			this.#later();
		}
	}

	#later() {
		this.#dirty = true;
		this.standing = 'waiting';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.send(), AGAIN);
	}

	#keepHere() {
		const texts = [...new FormData(this.form)].filter(
			([name, value]) => typeof value === 'string' && name !== 'began'
		);
		try {
			localStorage.setItem(this.name, JSON.stringify(texts));
		} catch {
			// A full or forbidden store: the server keeps it in a moment.
		}
	}

	#local(): [string, string][] | null {
		try {
			return JSON.parse(localStorage.getItem(this.name) ?? 'null') as [string, string][] | null;
		} catch {
			return null;
		}
	}

	#forget() {
		try {
			localStorage.removeItem(this.name);
		} catch {
			// Nothing was kept there either.
		}
	}

	/** The form was saved by its own button. */
	done() {
		this.#dirty = false;
		clearTimeout(this.#timer);
		this.#forget();
		this.standing = 'quiet';
	}

	stop() {
		clearTimeout(this.#timer);
	}
}

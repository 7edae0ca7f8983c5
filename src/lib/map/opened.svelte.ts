import { pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';

/** What a history entry of a map remembers beyond its address. */
interface Remembered {
	/** Undefined as long as the address decides. */
	place?: string | null;
	pile?: string[];
	/** Made by opening a card: going back closes it. */
	pushed?: boolean;
}

/**
 * What is open on a map: one place, several at one spot, or nothing. Opening makes one step in the
 * history, so that Back closes the card first; opening another one takes the same step again.
 */
export class Opened {
	#given: () => string | null;
	#address: (slug: string | null) => string;
	#opener: HTMLElement | null = null;

	/**
	 * @param given the place the address names
	 * @param address the address of this page with a place open, or none
	 */
	constructor(given: () => string | null, address: (slug: string | null) => string) {
		this.#given = given;
		this.#address = address;
	}

	get #state(): Remembered {
		return page.state as Remembered;
	}

	/** Slugs of a pile, null when none is open. */
	get pile(): string[] | null {
		return this.#state.pile ?? null;
	}

	/** Slug of the open place. */
	get place(): string | null {
		if (this.#state.pile) return null;
		return this.#state.place !== undefined ? this.#state.place : this.#given();
	}

	get slugs(): string[] {
		return this.pile ?? (this.place ? [this.place] : []);
	}

	openPlace(slug: string): void {
		this.#step({ place: slug }, slug);
	}

	openPile(slugs: string[]): void {
		this.#step({ pile: slugs, place: null }, null);
	}

	#step(next: Remembered, slug: string | null): void {
		if (!this.slugs.length) this.#opener = document.activeElement as HTMLElement | null;
		const url = this.#address(slug) + location.hash;
		if (this.#state.pushed) replaceState(url, { ...next, pushed: true });
		else pushState(url, { ...next, pushed: true });
	}

	/**
	 * Closes what is open. Returns what had the focus before, null when nothing of it is left;
	 * undefined when nothing was open.
	 */
	close(): HTMLElement | null | undefined {
		if (!this.slugs.length) return undefined;
		if (this.#state.pushed) history.back();
		else replaceState(this.#address(null) + location.hash, { place: null });
		const opener = this.#opener;
		this.#opener = null;
		return opener?.isConnected && opener !== document.body ? opener : null;
	}
}

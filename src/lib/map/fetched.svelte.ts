import type { CardView } from '../domain/card';
import type { Mark } from '../domain/mark';
import { fetchDrawn } from './points';
import type { Drawn } from './points';

/** The drawn places of the filter in force; the last question wins. */
export class KnownPoints {
	all = $state.raw<Drawn[] | null>(null);
	failed = $state(false);

	/** Fetches the points of an address; returns how to stop. `null` forgets them. */
	follow(address: string | null): () => void {
		const stop = new AbortController();
		if (address === null) this.all = null;
		else
			fetchDrawn(address, stop.signal).then(
				(points) => {
					if (stop.signal.aborted) return;
					this.all = points;
					this.failed = false;
				},
				() => {
					if (!stop.signal.aborted) [this.all, this.failed] = [null, true];
				}
			);
		return () => stop.abort();
	}
}

/** The cards of what is selected, fetched when first wanted. */
export class Cards {
	#kept = new Map<string, CardView>();
	shown = $state.raw<CardView[] | null>(null);
	failed = $state(false);

	/** Shows the cards of `slugs` as soon as they are here; returns how to stop. */
	follow(slugs: readonly string[], given: CardView | null): () => void {
		const stop = new AbortController();
		if (given) this.#kept.set(given.slug, given);
		const kept = slugs.flatMap((slug) => this.#kept.get(slug) ?? []);
		this.failed = false;
		const complete = kept.length === slugs.length;
		this.shown = complete ? kept : null;
		if (!complete)
			this.#fetch(slugs, stop.signal).then(
				(cards) => {
					for (const card of cards) this.#kept.set(card.slug, card);
					if (stop.signal.aborted) return;
					this.shown = cards;
					this.failed = cards.length === 0;
				},
				() => {
					if (!stop.signal.aborted) this.failed = true;
				}
			);
		return () => stop.abort();
	}

	async #fetch(slugs: readonly string[], signal: AbortSignal): Promise<CardView[]> {
		const params = new URLSearchParams(slugs.map((slug) => ['place', slug]));
		const answer = await fetch(`/map/cards.json?${params}`, { signal });
		if (!answer.ok) throw new Error(`cards: ${answer.status}`);
		return ((await answer.json()) as { cards: CardView[] }).cards;
	}
}

/** How long a picture nobody looks at may wait, milliseconds. */
const LATER = 2000;

/** The marks of a picture that stands behind a live map, fetched after everything else: for paper. */
export class LaterMarks {
	all = $state.raw<Mark[]>([]);

	/** Fetches the marks of a filter's query a little later; returns how to stop. */
	follow(query: string): () => void {
		const stop = new AbortController();
		const { signal } = stop;
		this.all = [];
		const timer = setTimeout(async () => {
			const answer = await fetch(`/map/marks.json?${query}`, { signal }).catch(() => null);
			if (answer?.ok) this.all = ((await answer.json()) as { marks: Mark[] }).marks;
		}, LATER);
		return () => {
			clearTimeout(timer);
			stop.abort();
		};
	}
}

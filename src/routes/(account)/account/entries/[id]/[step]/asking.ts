import { getContext, setContext } from 'svelte';
import type { Clash } from '$lib/domain/contests/entry-merge';
import type { entry } from '$lib/words/zh/entry';

/** What every field of the form needs to know. */
interface Asking {
	readonly words: typeof entry;
	/** What keeps a field from being submitted; empty while nothing does, or nobody came to it yet. */
	why(field: string): string;
	/** What somebody else wrote there meanwhile. */
	clash(field: string): Clash | undefined;
}

const KEY = Symbol('asking');
export const giveAsking = (asking: Asking): Asking => setContext(KEY, asking);
export const useAsking = (): Asking => getContext<Asking>(KEY);

import { getContext, setContext } from 'svelte';
import type { Missing } from '$lib/domain/contests/missing';

/** What saving in the background tells the rest of the page. */
class Living {
	/** Null until something was saved since the page was loaded. */
	owed = $state<Missing[] | null>(null);
	/** Something was saved since, so there is something to submit. */
	changed = $state(false);
}

const KEY = Symbol('living');

export const giveLiving = (): Living => setContext(KEY, new Living());
export const useLiving = (): Living => getContext<Living>(KEY);

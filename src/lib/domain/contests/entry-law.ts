import { mayCorrect, maySubmit } from './dates';
import type { Arriving, Window } from './dates';
import { accept, refuse } from '../refusal';
import type { Ruled } from '../refusal';
import type { ChainLevel, Channel } from './plan';
import type { EntryAct, EntryState } from './state';

/** What somebody is to an entry. Its owner opened it; an editor was asked in by a link. */
export type EntryRole = 'owner' | 'editor' | 'recommender' | 'office' | 'stranger';

/** What the law needs to know of an entry. */
export interface EntryStanding {
	state: EntryState;
	channel: Channel;
	/** Given when it was first submitted. */
	number: string | null;
	correctBy: number | null;
	/** How far it was recommended. */
	recommended: ChainLevel | null;
	/** Its people agreed that it may be shown. */
	mayShow: boolean;
	released: boolean;
}

/** What the edition says at the moment of the act. */
export interface Occasion {
	window: Window;
	now: number;
	/** Levels a unit’s entry is recommended by, from below. */
	chain: readonly ChainLevel[];
	/** Whether films may be shown at all, and from when. */
	showing: 'never' | 'per-entry';
	resultsAt: number | null;
	arriving: Arriving;
}

/** Acts on an entry that is there, as the law knows them; `save` changes only the draft. */
export type Deed = Exclude<EntryAct, 'open' | 'copy' | 'advance' | 'stop' | 'award'> | 'save';

const own = ['owner', 'editor'] as const satisfies readonly EntryRole[];
const no = (reason: string, detail?: Record<string, string | number>): Ruled<true> =>
	refuse({ field: '', reason, ...(detail ? { detail } : {}) });
const yes = accept<true>(true);

/** The level an entry of a unit is to be recommended by next; null when none is asked, or all did. */
export function nextLevel(
	{ channel, recommended }: Pick<EntryStanding, 'channel' | 'recommended'>,
	chain: readonly ChainLevel[]
): ChainLevel | null {
	if (channel !== 'unit') return null;
	return chain[recommended ? chain.indexOf(recommended) + 1 : 0] ?? null;
}

/** The state an entry is in after an act that was allowed. */
export const stateAfter: Record<Exclude<Deed, 'save'>, EntryState | null> = {
	submit: 'submitted',
	correct: 'submitted',
	withdraw: 'withdrawn',
	recommend: null,
	decline: 'returned',
	return: 'returned',
	pass: 'passed',
	refuse: 'refused',
	reopen: 'submitted',
	extend: null,
	release: null,
	hide: null
};

/** Whether something may happen to an entry now, by somebody who is `role` to it; or why not. */
export function mayDo(
	deed: Deed,
	entry: EntryStanding,
	role: EntryRole,
	occasion: Occasion
): Ruled<true> {
	const { window, now, chain } = occasion;
	const { state } = entry;
	if (!doers[deed].includes(role)) return no('not-yours');
	switch (deed) {
		case 'save':
			if (state === 'draft') return window.state === 'archived' ? no('archived') : yes;
			return state === 'withdrawn' ? no('withdrawn') : mayCorrect(window, now, entry);
		case 'submit':
			if (state !== 'draft') return no(state === 'withdrawn' ? 'withdrawn' : 'submitted-already');
			return maySubmit(window, now, occasion.arriving);
		case 'correct':
			if (state === 'draft') return no('not-submitted');
			return state === 'withdrawn' ? no('withdrawn') : mayCorrect(window, now, entry);
		case 'withdraw':
			if (state === 'withdrawn' || state === 'refused') return no(state);
			if (state === 'draft') return yes;
			// After the close others have begun to work with it: the office is asked.
			return window.closesAt !== null && now >= window.closesAt && state !== 'returned'
				? no('closed', { at: window.closesAt })
				: yes;
		case 'recommend':
		case 'decline':
			if (state !== 'submitted') return no('not-waiting');
			return nextLevel(entry, chain) ? yes : no('no-level');
		case 'return':
			return state === 'submitted' ? yes : no('not-waiting');
		case 'pass':
			if (state !== 'submitted') return no('not-waiting');
			return nextLevel(entry, chain) ? no('not-recommended') : yes;
		case 'refuse':
			return state === 'submitted' || state === 'returned' ? yes : no('not-waiting');
		case 'reopen':
			return state === 'passed' || state === 'refused' ? yes : no('not-decided');
		case 'extend':
			return state === 'returned' ? yes : no('not-returned');
		case 'release':
			if (state !== 'passed') return no('not-passed');
			if (occasion.showing === 'never' || !entry.mayShow) return no('not-agreed');
			if (entry.released) return no('released');
			return occasion.resultsAt !== null && now >= occasion.resultsAt ? yes : no('no-results');
		case 'hide':
			return entry.released ? yes : no('not-released');
	}
}

const doers: Record<Deed, readonly EntryRole[]> = {
	save: own,
	submit: own,
	correct: own,
	withdraw: ['owner'],
	recommend: ['recommender', 'office'],
	decline: ['recommender', 'office'],
	return: ['office'],
	pass: ['office'],
	refuse: ['office'],
	reopen: ['office'],
	extend: ['office'],
	release: ['office'],
	hide: ['office']
};

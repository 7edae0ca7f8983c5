import { MediaQuery } from 'svelte/reactivity';
import type { Theme as Chosen } from '../domain/preference';
import type { Theme } from './style/palette';

const night = new MediaQuery('(prefers-color-scheme: dark)', false);

/** The theme that holds now: the chosen one, else what the device says. Reactive. */
export function themeNow(chosen: Chosen | undefined): Theme {
	if (chosen === 'light' || chosen === 'dark') return chosen;
	return night.current ? 'dark' : 'light';
}

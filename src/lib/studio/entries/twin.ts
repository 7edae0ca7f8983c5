import type { Storyboard } from '../../domain/films/clock';
import type { Source } from '../../films/reel.svelte';

/** What a player needs of a film. */
export interface Watch {
	sources: Source[];
	poster: string | null;
	storyboard: Storyboard | null;
	waveform: string | null;
	captions: { src: string; lang: string }[];
	duration: number | null;
}

/** Two films that are alike, as they are shown side by side. */
export interface TwinView {
	key: { filmId: string; otherId: string };
	kind: 'exact' | 'picture' | 'sound' | 'both';
	/** 0…1 of the shorter film. */
	share: number;
	/** Seconds in this film, in the other, and how long. */
	passages: { at: number; other: number; seconds: number; mirrored: boolean }[];
	settled: 'copy' | 'allowed' | 'mistaken' | null;
	/** It lies in a draft, of which nothing is shown. */
	draft: boolean;
	entry: {
		id: string;
		number: string | null;
		title: string;
		edition: string;
		same: boolean;
	} | null;
	mine: Watch | null;
	theirs: Watch | null;
}

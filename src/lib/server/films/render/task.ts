import type { Container } from '$lib/domain/films/limits';

/** What work on a film is told. */
export interface RenderTask {
	/** Id of the job; its half-finished pieces lie under this name. */
	jobId: string;
	filmId: string;
	/** Key of the original. */
	key: string;
	/** What the inspection found it to be. */
	container: Container;
	/** Seconds; null when the inspection could not say. */
	duration: number | null;
}

/** What a captions file is told: it needs no tools. */
export type CaptionsTask = Pick<RenderTask, 'jobId' | 'filmId' | 'key'>;

/** What a picture or document is told of which a copy without its properties is made. */
export type BareTask = CaptionsTask & { type: string };

/** One file that was made and lies in the store: all that a row of `renditions` says but its time. */
export interface Made {
	/** `1080p`, `720p`, `poster`, `storyboard`, `storyboard-map`, `waveform`, `captions-zh`, `bare` … */
	kind: string;
	key: string;
	sha256: string;
	bytes: number;
	type: string;
	width?: number;
	height?: number;
	duration?: number;
}

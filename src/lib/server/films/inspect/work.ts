import type { FilmFacts } from '$lib/domain/films/facts';
import { METHOD } from '$lib/domain/films/hash-picture';
import type { Prints } from '$lib/domain/films/twins';
import type { Work } from '../../jobs/work';
import { filmStorage } from '../../storage';
import { examine } from '.';
import type { Uselessness } from '.';

/** Which film is to be inspected, and where its bytes lie. */
export interface InspectTask {
	key: string;
	/** Every frame is decoded, because the first look was at key frames alone. */
	thorough: boolean;
}

/** Prints as they travel between processes: in base64. */
export interface SentPrints {
	method: number;
	frames: string;
	sound: string | null;
}

export interface InspectResult {
	facts: FilmFacts;
	useless: Uselessness | null;
	prints: SentPrints | null;
}

/** Inspects a film of the store in the worker’s process. */
export const work: Work<InspectTask, InspectResult> = async (
	{ key, thorough },
	{ ground, signal, progress }
) => {
	const { path, done } = await filmStorage(ground).localPath(key);
	try {
		const { facts, useless, prints } = await examine(path, { signal, progress, thorough });
		return { facts, useless, prints: prints && sent(prints) };
	} finally {
		await done();
	}
};

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function sent({ frames, sound }: Prints): SentPrints {
	return { method: METHOD, frames: base64(frames), sound: sound && base64(sound) };
}

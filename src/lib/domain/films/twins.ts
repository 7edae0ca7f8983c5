import { FRAME_RATE, MIRROR } from './hash-picture';
import { SOUND_HASHES } from './hash-sound';
import { Lookup } from './lookup';
import { passagesOn } from './passages';
import type { Track } from './passages';

/** What a film looks and sounds like, as `hashFrames` and `hashSound` gave it. */
export interface Prints {
	frames: Uint8Array;
	sound: Uint8Array | null;
}

/** A stretch that two films have in common: seconds in the one and in the other, and how long. */
export interface Passage {
	at: number;
	other: number;
	seconds: number;
	mirrored: boolean;
}

/** How alike two films are. */
export interface Likeness {
	kind: 'picture' | 'sound' | 'both';
	/** 0…1: how much of the shorter film is found in the other. */
	share: number;
	passages: Passage[];
}

const pictureTrack: Track = {
	rate: FRAME_RATE,
	// Of 64 signs; two pictures that have nothing to do with each other differ in about 32.
	near: 12,
	alike: 15,
	votes: 4,
	shortest: 5,
	bridge: 2,
	varied: 24
};

const soundTrack: Track = {
	rate: SOUND_HASHES,
	// Of 32 signs; sounds that have nothing to do with each other differ in about 16.
	near: 7,
	alike: 10,
	votes: 8,
	shortest: 6,
	bridge: 1.5,
	varied: 60
};

/** Common stretches shorter than this, in all, are chance or a shared leader: not worth a person's look. */
const WORTH = { seconds: 5, share: 0.05 };

/** Finds films like one film. Made once per film, then asked about each of the others. */
export class Likening {
	readonly #pictures: Lookup;
	readonly #sounds: Lookup | null;

	constructor(readonly film: Prints) {
		this.#pictures = new Lookup(words(film.frames, 2), 2, MIRROR);
		this.#sounds = film.sound ? new Lookup(words(film.sound, 1), 1, null) : null;
	}

	/** How alike the film is to another; null when it is not. */
	with(other: Prints): Likeness | null {
		const pictures = passagesOn(this.#pictures, words(other.frames, 2), pictureTrack);
		const sounds =
			this.#sounds && other.sound
				? passagesOn(this.#sounds, words(other.sound, 1), soundTrack)
				: [];
		const shorter = Math.min(lengthOf(this.film), lengthOf(other));
		const seen = worth(pictures, shorter);
		const heard = worth(sounds, shorter);
		if (!seen && !heard) return null;
		return {
			kind: seen && heard ? 'both' : seen ? 'picture' : 'sound',
			share: Math.max(seen, heard),
			// The pictures show where to look; the sound only where nothing was seen.
			passages: (seen ? pictures : sounds).sort((a, b) => a.at - b.at)
		};
	}
}

/** Seconds of a film by its prints. */
const lengthOf = ({ frames }: Prints): number => Math.floor(frames.length / 8) / FRAME_RATE;

/** The words of a print; a copy, because the bytes may lie anywhere, and whole hashes only. */
const words = (bytes: Uint8Array, wide: 1 | 2): Uint32Array =>
	new Uint32Array(
		new Uint8Array(bytes.subarray(0, bytes.length - (bytes.length % (4 * wide)))).buffer
	);

function worth(passages: Passage[], shorter: number): number {
	const seconds = passages.reduce((sum, passage) => sum + passage.seconds, 0);
	const share = shorter ? Math.min(1, seconds / shorter) : 0;
	return seconds >= WORTH.seconds && share >= WORTH.share ? Math.round(share * 1000) / 1000 : 0;
}

import type { FilmFacts } from '$lib/domain/films/facts';
import { FRAME_BYTES, FRAME_RATE, hashFrames, isBlack, LOOK } from '$lib/domain/films/hash-picture';
import { hashSound, SOUND_RATE } from '$lib/domain/films/hash-sound';
import type { Container } from '$lib/domain/films/limits';
import type { Prints } from '$lib/domain/films/twins';
import { complaintsIn, LOOKED_AT, opening } from './probe';
import { run, THREADS } from './run';

/** What there is to decode. */
interface Whole {
	path: string;
	container: Container;
	video: boolean;
	audio: boolean;
	/** Seconds, as far as known. */
	duration: number | null;
	/** Key frames alone: enough to tell what is black, not what the film looks like. */
	keysOnly: boolean;
}

type Measured = Pick<FilmFacts, 'black' | 'silent' | 'loudness' | 'peak'> & {
	prints: Prints | null;
	/** Complaints of the decoders, and how many frames they gave. */
	complaints: string[];
	frames: number;
	late: boolean;
};

/** Pixels of one frame: 8K, and a little more. A header that claims more is not believed. */
const PIXELS = 40_000_000;
/** Sound below this (dB of full scale) for half a second is silence. */
const SILENCE = 'silencedetect=n=-60dB:d=0.5';

/** Grows as pieces come in, up to a bound; what comes after is dropped. */
class Gathered {
	#bytes = Buffer.alloc(1 << 20);
	length = 0;
	constructor(readonly most: number) {}

	add(piece: Buffer): void {
		const part = piece.subarray(0, Math.max(0, this.most - this.length));
		if (this.length + part.length > this.#bytes.length) {
			const larger = Buffer.alloc(Math.max(this.#bytes.length * 2, this.length + part.length));
			this.#bytes.copy(larger, 0, 0, this.length);
			this.#bytes = larger;
		}
		part.copy(this.#bytes, this.length);
		this.length += part.length;
	}

	get bytes(): Buffer {
		return this.#bytes.subarray(0, this.length);
	}
}

/**
 * Decodes a film once and measures everything at a time: small grey frames for what is black and what
 * the film looks like, quiet stretches and loudness of its sound, and what it sounds like.
 */
export async function measure(
	{ path, container, video, audio, duration, keysOnly }: Whole,
	bounds: { longest: number; signal?: AbortSignal; progress?: (share: number) => void }
): Promise<Measured> {
	const pictures = new Gathered(LOOKED_AT * FRAME_RATE * FRAME_BYTES);
	const sounds = new Gathered(LOOKED_AT * SOUND_RATE * 2);
	const { width, height } = LOOK;
	// Between two key frames the first is taken to stand, and the last to the end.
	const stand = keysOnly ? 'tpad=stop=-1:stop_mode=clone,' : '';
	const look = `${stand}fps=${FRAME_RATE}:start_time=0,scale=${width}:${height}:flags=area,format=gray`;
	const listen = `${SILENCE},ebur128=peak=true:framelog=verbose,aresample=${SOUND_RATE},aformat=sample_fmts=s16:channel_layouts=mono`;
	const sparing = [
		'-skip_loop_filter:v',
		'all',
		...(keysOnly ? ['-discard:v', 'nokey', '-skip_frame:v', 'nokey'] : [])
	];
	const expected = duration === null ? 0 : Math.min(duration, LOOKED_AT);
	const most = String(keysOnly && expected ? expected : LOOKED_AT);
	const ran = await run(
		'ffmpeg',
		[
			...['-nostdin', '-hide_banner', '-v', 'level+info', '-nostats', '-threads', String(THREADS)],
			...['-filter_threads', '1', '-max_pixels', String(PIXELS)],
			...(video ? sparing : []),
			...opening(path, container),
			...(video ? ['-map', '0:V:0', '-t', most, '-vf', look, '-f', 'rawvideo', 'pipe:1'] : []),
			...(audio
				? ['-map', '0:a:0', '-t', String(LOOKED_AT), '-af', listen, '-f', 's16le', 'pipe:3']
				: [])
		],
		{
			...bounds,
			pipes: {
				1: (piece) => {
					pictures.add(piece);
					if (expected)
						bounds.progress?.(Math.min(1, pictures.length / (expected * FRAME_RATE * FRAME_BYTES)));
				},
				3: (piece) => sounds.add(piece)
			}
		}
	);
	const seen = video && pictures.length >= FRAME_BYTES;
	const heard = audio && sounds.length > 0;
	const samples = new Int16Array(
		sounds.bytes.buffer,
		sounds.bytes.byteOffset,
		Math.floor(sounds.length / 2)
	);
	const errors = ran.complaints
		.split('\n')
		.filter((line) => /\[(?:error|fatal|panic)\]/.test(line))
		.join('\n');
	return {
		black: seen ? blackIn(pictures.bytes) : null,
		...(heard
			? {
					silent: silentIn(ran.complaints, samples.length / SOUND_RATE),
					...loudnessIn(ran.complaints)
				}
			: { silent: null, loudness: null, peak: null }),
		prints:
			seen && !keysOnly && !ran.late
				? { frames: hashFrames(pictures.bytes), sound: heard ? hashSound(samples) : null }
				: null,
		complaints: complaintsIn(errors, path),
		frames: Math.floor(pictures.length / FRAME_BYTES),
		late: ran.late
	};
}

/** Seconds in which nothing is to be seen. */
function blackIn(frames: Buffer): number {
	let black = 0;
	for (let at = 0; at + FRAME_BYTES <= frames.length; at += FRAME_BYTES)
		if (isBlack(frames.subarray(at, at + FRAME_BYTES))) black++;
	return black / FRAME_RATE;
}

/**
 * Seconds in which nothing is to be heard on any channel. Only what the detector itself says counts:
 * a film’s own title may read like one of its lines, and stands further to the right.
 */
function silentIn(told: string, seconds: number): number {
	let silent = 0;
	let since: number | null = null;
	for (const [, word, value] of told.matchAll(
		/^\[silencedetect @ \w+\] \[info\] silence_(start|end): (-?[\d.]+)/gm
	)) {
		if (word === 'start') since = Math.max(0, Number(value));
		else if (since !== null) {
			silent += Number(value) - since;
			since = null;
		}
	}
	// Silence that lasts to the end is told in older versions without its end.
	if (since !== null) silent += Math.max(0, seconds - since);
	return Math.round(Math.min(silent, seconds) * 1000) / 1000;
}

/** Integrated loudness and true peak; null where there is too little sound to say. */
function loudnessIn(told: string): Pick<FilmFacts, 'loudness' | 'peak'> {
	const summary = told.slice(told.lastIndexOf('] [info] Summary:'));
	const of = (line: RegExp) => {
		const value = Number(line.exec(summary)?.[1] ?? NaN);
		return Number.isFinite(value) ? value : null;
	};
	const loudness = of(/^\s+I:\s+(-?[\d.]+) LUFS/m);
	// What the meter shows before it has heard anything.
	return {
		loudness: loudness !== null && loudness <= -70 ? null : loudness,
		peak: of(/^\s+Peak:\s+(-?[\d.]+) dBFS/m)
	};
}

/** One stream of a film, as measured. */
export interface StreamFacts {
	kind: 'video' | 'audio' | 'subtitle' | 'data' | 'attachment';
	codec: string;
	/** Pixels, upright (rotation already applied). */
	width?: number;
	height?: number;
	/** Frames per second. */
	rate?: number;
	channels?: number;
	sampleRate?: number;
	bitrate?: number;
	language?: string;
}

/** What an inspection measured of a film's file. */
export interface FilmFacts {
	/** Bytes. */
	size: number;
	/** What the first bytes are; null for nothing known. */
	magic: string | null;
	/** As `Container`, or what the file calls itself. */
	container: string | null;
	/** Seconds. */
	duration: number | null;
	/** Bits per second of the whole. */
	bitrate: number | null;
	streams: StreamFacts[];
	/** Seconds of black picture and of silence. */
	black: number | null;
	silent: number | null;
	/** Integrated loudness, LUFS, and true peak, dBTP. */
	loudness: number | null;
	peak: number | null;
	/** What reading every packet found broken; empty for a whole film. */
	damage: string[];
	/** What else lies in the file: archives, programs, scripts, bytes behind the end. */
	hidden: string[];
	/** Addresses or files the film would have fetched. */
	reaches: string[];
	/** Milliseconds the inspection took, and what did it. */
	took: number;
	tool: string;
}

/** What one rule says about one film. */
export interface Verdict {
	rule: import('./limits').FilmRule;
	result: 'pass' | 'warn' | 'fail' | 'unknown';
	/** The measured value, as shown: number with its unit's base (s, B, px, fps, bit/s, LUFS) or word. */
	measured: number | string | null;
	/** What was asked. */
	asked: number | string | null;
}

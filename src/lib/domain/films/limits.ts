/** Containers a film may come in, by what the bytes are, never by the name. */
export const containers = ['mp4', 'mov', 'mkv', 'webm', 'avi', 'mpegts'] as const;
export type Container = (typeof containers)[number];

/** Codecs of pictures, as ffprobe names them. */
export const videoCodecs = [
	'h264',
	'hevc',
	'av1',
	'vp9',
	'vp8',
	'prores',
	'mpeg4',
	'mpeg2video'
] as const;
type VideoCodec = (typeof videoCodecs)[number];

/** Codecs of sound, as ffprobe names them; `pcm` stands for all uncompressed ones. */
export const audioCodecs = ['aac', 'mp3', 'opus', 'vorbis', 'flac', 'ac3', 'pcm'] as const;
type AudioCodec = (typeof audioCodecs)[number];

/** What a rule that is not met means: the film cannot be entered, or the office is told. */
export const severities = ['fail', 'warn'] as const;
type Severity = (typeof severities)[number];

/** What a category asks of a film's subtitles: nothing, a file beside the film, or either way. */
export const subtitleRules = ['free', 'file', 'file-or-burned-in'] as const;

/**
 * What a category asks of its films. Null means that nothing is asked; numbers are inclusive. The
 * browser reads the same limits before an upload as the inspection does after it.
 */
export interface FilmLimits {
	/** Seconds. */
	minSeconds: number | null;
	maxSeconds: number | null;
	/** Bytes of the file. */
	maxBytes: number;
	containers: readonly Container[];
	videoCodecs: readonly VideoCodec[];
	audioCodecs: readonly AudioCodec[];
	/** Pixels of the shorter and the longer side, upright. */
	minShortSide: number | null;
	maxLongSide: number | null;
	/** Shapes as `16:9`; empty for any. Pixels may be off by two per cent. */
	ratios: readonly string[];
	/** Frames per second. */
	minRate: number | null;
	maxRate: number | null;
	/** Bits per second of the whole file. */
	minBitrate: number | null;
	subtitles: (typeof subtitleRules)[number];
	/** Whether there must be a sound track. */
	sound: boolean;
	/** Largest share (0…1) of the length that may be black, and silent. */
	maxBlack: number | null;
	maxSilent: number | null;
	/** Integrated loudness in LUFS (EBU R 128). */
	minLoudness: number | null;
	maxLoudness: number | null;
	/** How strictly each rule is meant; what is not named fails. */
	severity: Partial<Record<FilmRule, Severity>>;
}

/**
 * Everything a film is asked, in the order a person would want to hear it. The first ones hold for
 * every film; the others are the category's own.
 */
export const filmRules = [
	'readable',
	'whole',
	'alone',
	'quiet-file',
	'type',
	'video',
	'size',
	'length',
	'container',
	'video-codec',
	'audio-codec',
	'resolution',
	'ratio',
	'rate',
	'bitrate',
	'sound',
	'black',
	'silence',
	'loudness',
	'subtitles'
] as const;
export type FilmRule = (typeof filmRules)[number];

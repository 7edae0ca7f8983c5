import type { FilmLimits } from '../films/limits';
import { sizeText } from '../size';

/** The words that tell of limits; `words/contests` has them. */
export interface LimitWords {
	limits: Record<
		| 'length'
		| 'size'
		| 'container'
		| 'codecs'
		| 'resolution'
		| 'ratio'
		| 'rate'
		| 'subtitles'
		| 'sound',
		string
	>;
	lengthBetween: (from: string | null, to: string | null) => string;
	minutesText: (minutes: number, seconds: number) => string;
	sizeMost: (size: string) => string;
	sides: (short: number | null, long: number | null) => string;
	rateBetween: (from: number | null, to: number | null) => string;
	codecsText: (video: string, audio: string) => string;
	subtitle: Record<FilmLimits['subtitles'], string>;
	soundNeeded: string;
}

const containerNames: Record<string, string> = {
	mp4: 'MP4',
	mov: 'MOV',
	mkv: 'MKV',
	webm: 'WebM',
	avi: 'AVI',
	mpegts: 'MPEG-TS'
};
const codecNames: Record<string, string> = {
	h264: 'H.264',
	hevc: 'H.265',
	av1: 'AV1',
	vp9: 'VP9',
	vp8: 'VP8',
	prores: 'ProRes',
	mpeg4: 'MPEG-4',
	mpeg2video: 'MPEG-2',
	aac: 'AAC',
	mp3: 'MP3',
	opus: 'Opus',
	vorbis: 'Vorbis',
	flac: 'FLAC',
	ac3: 'AC-3',
	pcm: 'PCM'
};
const named = (names: Record<string, string>, list: readonly string[]) =>
	list.map((one) => names[one] ?? one).join(' / ');

/** What a category asks of a film as pairs of a heading and a sentence; what is not asked is left out. */
export function limitsText(film: FilmLimits, words: LimitWords): [name: string, asked: string][] {
	const length = (seconds: number | null) =>
		seconds === null ? null : words.minutesText(Math.floor(seconds / 60), seconds % 60);
	const all: [keyof LimitWords['limits'], string | false][] = [
		[
			'length',
			(film.minSeconds !== null || film.maxSeconds !== null) &&
				words.lengthBetween(length(film.minSeconds), length(film.maxSeconds))
		],
		['size', words.sizeMost(sizeText(film.maxBytes))],
		['container', film.containers.length > 0 && named(containerNames, film.containers)],
		[
			'codecs',
			film.videoCodecs.length > 0 &&
				words.codecsText(named(codecNames, film.videoCodecs), named(codecNames, film.audioCodecs))
		],
		[
			'resolution',
			(film.minShortSide !== null || film.maxLongSide !== null) &&
				words.sides(film.minShortSide, film.maxLongSide)
		],
		['ratio', film.ratios.length > 0 && film.ratios.join(' / ')],
		[
			'rate',
			(film.minRate !== null || film.maxRate !== null) &&
				words.rateBetween(film.minRate, film.maxRate)
		],
		['sound', film.sound && words.soundNeeded],
		['subtitles', film.subtitles !== 'free' && words.subtitle[film.subtitles]]
	];
	return all.flatMap(([name, asked]) => (asked ? [[words.limits[name], asked]] : []));
}

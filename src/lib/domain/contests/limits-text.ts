import type { FilmLimits } from '../films/limits';
import { nameOf } from '../films/names';
import { sizeText } from '../size';

/** The words that tell of limits; `words/contests` has them. */
interface LimitWords {
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

const named = (list: readonly string[]) => list.map(nameOf).join(' / ');

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
		['container', film.containers.length > 0 && named(film.containers)],
		[
			'codecs',
			film.videoCodecs.length > 0 &&
				words.codecsText(named(film.videoCodecs), named(film.audioCodecs))
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

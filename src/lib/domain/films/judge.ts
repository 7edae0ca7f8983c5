import type { FilmFacts, StreamFacts, Verdict } from './facts';
import { filmRules } from './limits';
import type { Container, FilmLimits, FilmRule } from './limits';
import { hasShape, nameShape } from './ratio';
import { spanOf } from './span';

/**
 * What a browser can tell before an upload: the size, and of the rest what could be measured. What is
 * left out (not null, which says that there is none) is unknown and judged after the upload.
 */
export type BrowserFacts = Pick<FilmFacts, 'size'> & Partial<FilmFacts>;

/** Frame rates may miss a bound by so much: 29.97 counts as 30, and a phone's uneven 29.9 too. */
const RATE_SLACK = 0.005;

/** Whether there is a file of captions beside the film. */
interface Beside {
	captions: boolean;
}

type Found = Pick<Verdict, 'measured' | 'asked'> & { result: Verdict['result'] };
type Rule = (limits: FilmLimits, facts: BrowserFacts, beside: Beside) => Found;

const kept = (ok: boolean, measured: Found['measured'], asked: Found['asked'] = null): Found => ({
	result: ok ? 'pass' : 'fail',
	measured,
	asked
});
const unknown = (asked: Found['asked'] = null): Found => ({
	result: 'unknown',
	measured: null,
	asked
});

/** The stream of a kind that is shown or heard: the first. Undefined when streams are unknown. */
const first = (facts: BrowserFacts, kind: StreamFacts['kind']): StreamFacts | null | undefined =>
	facts.streams && (facts.streams.find((stream) => stream.kind === kind) ?? null);

/** A measured number between two bounds; null when neither is asked passes whatever it is. */
function within(
	value: number | null | undefined,
	least: number | null,
	most: number | null,
	slack = 0
): Found {
	const asked = spanOf(least, most);
	if (value === undefined || value === null)
		return asked === null && value === null ? kept(true, null) : unknown(asked);
	const low = least !== null && value < least - slack * Math.abs(least);
	const high = most !== null && value > most + slack * Math.abs(most);
	return kept(!low && !high, value, asked);
}

/** A list of findings that should be empty. */
const none = (found: string[] | undefined): Found =>
	found ? kept(!found.length, found.length ? found.join('; ') : null) : unknown();

const share = (part: number | null | undefined, whole: number | null | undefined) =>
	part === undefined || part === null || !whole
		? (part ?? undefined)
		: Math.min(1, Math.round((part / whole) * 1000) / 1000);

/** What of the things that lie in a file beside the film does no harm, though it should be looked at. */
const HARMLESS = /^(?:picture|font|padding|unreferenced)\b/;

const rules: Record<FilmRule, Rule> = {
	readable: (_, { streams, size, magic }) => {
		if (size === 0) return kept(false, 'empty');
		return streams ? kept(streams.length > 0, magic ?? null) : unknown();
	},
	whole: (_, { damage }) => none(damage),
	alone: (_, { hidden }) => {
		const found = none(hidden);
		const mild = found.result === 'fail' && hidden!.every((one) => HARMLESS.test(one));
		return mild ? { ...found, result: 'warn' } : found;
	},
	'quiet-file': (_, { reaches }) => none(reaches),
	type: (_, { magic }) =>
		magic === undefined ? unknown('video') : kept(!!magic?.startsWith('video/'), magic, 'video'),
	video: (_, facts) => {
		const stream = first(facts, 'video');
		return stream === undefined ? unknown() : kept(!!stream, stream?.codec ?? null);
	},
	size: (limits, { size }) => within(size, null, limits.maxBytes),
	length: (limits, { duration }) => within(duration, limits.minSeconds, limits.maxSeconds),
	container: ({ containers }, { container }) => {
		const asked = listed(containers);
		if (container === undefined) return unknown(asked);
		return kept(!asked || containers.includes(container as Container), container, asked);
	},
	'video-codec': ({ videoCodecs }, facts) => codecOf(first(facts, 'video'), videoCodecs),
	'audio-codec': ({ audioCodecs }, facts) => codecOf(first(facts, 'audio'), audioCodecs),
	resolution: (limits, facts) => {
		const asked = spanOf(limits.minShortSide, limits.maxLongSide);
		const size = sizeOf(first(facts, 'video'));
		if (!size) return asked ? unknown(asked) : kept(true, null);
		const short = Math.min(...size);
		const long = Math.max(...size);
		const ok =
			short >= (limits.minShortSide ?? 0) && long <= (limits.maxLongSide ?? Number.MAX_VALUE);
		return kept(ok, size.join('×'), asked);
	},
	ratio: ({ ratios }, facts) => {
		const asked = listed(ratios);
		const size = sizeOf(first(facts, 'video'));
		if (!size) return asked ? unknown(asked) : kept(true, null);
		return kept(
			!asked || ratios.some((shape) => hasShape(...size, shape)),
			nameShape(...size),
			asked
		);
	},
	rate: (limits, facts) =>
		within(first(facts, 'video')?.rate, limits.minRate, limits.maxRate, RATE_SLACK),
	bitrate: (limits, facts) => within(facts.bitrate, limits.minBitrate, null),
	sound: ({ sound }, facts) => {
		const asked = sound ? 'sound' : null;
		const stream = first(facts, 'audio');
		return stream === undefined
			? unknown(asked)
			: kept(!sound || !!stream, stream?.codec ?? null, asked);
	},
	black: (limits, { black, duration }) => within(share(black, duration), null, limits.maxBlack),
	silence: (limits, facts) => {
		// Without a sound track the film is silent all along; whether that is allowed, `sound` says.
		if (first(facts, 'audio') === null) return kept(true, null, spanOf(null, limits.maxSilent));
		return within(share(facts.silent, facts.duration), null, limits.maxSilent);
	},
	loudness: (limits, facts) => {
		if (first(facts, 'audio') === null)
			return kept(true, null, spanOf(limits.minLoudness, limits.maxLoudness));
		return within(facts.loudness, limits.minLoudness, limits.maxLoudness);
	},
	subtitles: ({ subtitles }, facts, { captions }) => {
		const asked = subtitles === 'free' ? null : subtitles;
		const inside = !!first(facts, 'subtitle');
		const measured = captions ? 'file' : inside ? 'inside' : null;
		if (subtitles === 'free' || captions) return kept(true, measured, asked);
		if (subtitles === 'file') return kept(false, measured, asked);
		// Words burned into the picture are for people to see.
		return inside ? kept(true, measured, asked) : unknown(asked);
	}
};

/**
 * What each rule says about a film, in the order a person would want to hear it. The same in the
 * browser before the upload, with what can be told there, and on the server after the inspection.
 */
export function judge(limits: FilmLimits, facts: BrowserFacts, beside: Beside): Verdict[] {
	return filmRules.map((rule) => {
		const found = rules[rule](limits, facts, beside);
		const mild = found.result === 'fail' && limits.severity[rule] === 'warn';
		return { rule, ...found, ...(mild ? { result: 'warn' as const } : {}) };
	});
}

/** The worst a film has to hear; `unknown` only when nothing is worse. */
export function worst(verdicts: readonly Verdict[]): Verdict['result'] {
	const order = ['fail', 'warn', 'unknown', 'pass'] as const;
	return order.find((result) => verdicts.some((verdict) => verdict.result === result)) ?? 'pass';
}

const listed = (values: readonly string[]) => (values.length ? values.join(', ') : null);

const sizeOf = (stream: StreamFacts | null | undefined): [number, number] | null =>
	stream?.width && stream.height ? [stream.width, stream.height] : null;

function codecOf(stream: StreamFacts | null | undefined, allowed: readonly string[]): Found {
	const asked = listed(allowed);
	if (stream === undefined) return unknown(asked);
	// No such track at all is for the rules `video` and `sound` to say.
	if (stream === null) return kept(true, null, asked);
	return kept(!asked || allowed.includes(stream.codec), stream.codec, asked);
}

import type { FilmFacts, StreamFacts } from '$lib/domain/films/facts';
import { audioCodecs, videoCodecs } from '$lib/domain/films/limits';
import type { Container } from '$lib/domain/films/limits';
import { bitrateOf, lengthOf, streamsOf } from '$lib/domain/films/probe';
import type { Prints } from '$lib/domain/films/twins';
import { bareFacts } from './bare';
import { boxesOf } from './boxes';
import type { Structure } from './boxes';
import { elementsOf, packetsOf, riffOf } from './chunks';
import { archiveAtEnd } from './marks';
import { measure } from './measure';
import { probe, walk } from './probe';
import type { Packets } from './probe';
import { reading } from './read';
import { versionOf } from './run';
import { typeOf } from './type';

/** Why a file cannot be watched at all. */
export type Uselessness = 'empty' | 'foreign' | 'reaches' | 'unreadable';

interface Inspected {
	facts: FilmFacts;
	/** What it looks and sounds like; null where that takes a second, slower look. */
	prints: Prints | null;
	useless: Uselessness | null;
}

interface Bounds {
	signal?: AbortSignal;
	/** Milliseconds for each of the tools. */
	longest?: number;
	progress?: (share: number) => void;
	/** Decodes every frame however long that takes, so that there are prints in any case. */
	thorough?: boolean;
	/** Seconds of processor time a film may cost before only its key frames are looked at. */
	dear?: number;
}

const LONGEST = 20 * 60_000;
const HEAD = 256 * 1024;
const DEAR = 60;

const structureOf: Record<Container, typeof boxesOf> = {
	mp4: boxesOf,
	mov: boxesOf,
	mkv: elementsOf,
	webm: elementsOf,
	avi: riffOf,
	mpegts: packetsOf
};

const decodable = (stream: StreamFacts | undefined): boolean =>
	stream !== undefined && ([...videoCodecs, ...audioCodecs] as string[]).includes(stream.codec);

/** What a file’s own bytes say, read without any tool. */
interface Look extends Structure {
	size: number;
	magic: string | null;
	container: Container | null;
}

/** Looks at the bytes of a file: what it is, what else lies in it, and what it would fetch. */
export const look = (path: string): Promise<Look> =>
	reading(path, async (file) => {
		const { size } = file;
		const type = size
			? await typeOf(await file.bytes(0, HEAD))
			: { magic: null, container: null, reaches: [] };
		const { container } = type;
		if (container) return { ...type, size, ...(await structureOf[container](file)) };
		return { ...type, size, damage: [], hidden: size ? await archiveAtEnd(file) : [], media: null };
	});

/** Everything an inspection measures of a film. */
export const inspect = async (path: string, bounds?: Bounds): Promise<FilmFacts> =>
	(await examine(path, bounds)).facts;

/**
 * Finds out what a film really is. Its bytes are looked at first, by code of our own that decodes
 * nothing; only what is a film in a known container is given to ffmpeg, named outright, in a process
 * without network and with bounds on time and memory. Nothing a film could contain makes this throw.
 * @throws when `signal` says so, or the file cannot be read
 */
export async function examine(path: string, bounds: Bounds = {}): Promise<Inspected> {
	const began = performance.now();
	const tool = versionOf('ffprobe') === null ? null : versionOf('ffmpeg');
	const facts: FilmFacts = {
		size: 0,
		...{ magic: null, container: null, duration: null, bitrate: null, streams: [] },
		...{ black: null, silent: null, loudness: null, peak: null },
		...{ damage: [], hidden: [], reaches: [], took: 0, tool: tool ? `ffmpeg ${tool}` : 'none' }
	};
	const done = (useless: Uselessness | null, prints: Prints | null = null): Inspected => {
		facts.took = Math.round(performance.now() - began);
		return { facts, prints, useless };
	};
	const found = await look(path);
	const { size, magic, container, damage, hidden, reaches, media } = found;
	Object.assign(facts, { size, magic, container, damage, hidden, reaches });
	if (!size) return done('empty');
	// A film that lies elsewhere is not opened, even though the tools are told not to look there.
	if (reaches.length) return done('reaches');
	if (!container) return done('foreign');
	if (!tool) {
		const bare = await bareFacts(path);
		if (!bare?.streams.length) return done('unreadable');
		Object.assign(facts, bare, { tool: 'mediabunny' });
		return done(null);
	}

	const limits = {
		longest: bounds.longest ?? LONGEST,
		...(bounds.signal ? { signal: bounds.signal } : {})
	};
	const probed = await probe(path, container, limits);
	const streams = probed ? streamsOf(probed) : [];
	facts.streams = streams;
	const video = streams.find(({ kind }) => kind === 'video');
	const audio = streams.find(({ kind }) => kind === 'audio');
	if (!probed || (!video && !audio)) return done('unreadable');
	facts.duration = lengthOf(probed);
	facts.bitrate = bitrateOf(probed);
	for (const { kind, codec } of streams)
		if (kind === 'attachment' && !/^(?:ttf|otf|mjpeg|png|gif|bmp|webp)$/.test(codec))
			facts.hidden.push(`attachment ${codec}`);

	const packets = await walk(path, container, limits);
	facts.damage.push(...packets.complaints, ...missing(facts, packets));
	facts.hidden.push(...unused(facts, media, packets));
	const keysOnly = !bounds.thorough && costOf(facts, video) > (bounds.dear ?? DEAR);
	const measured = await measure(
		{
			path,
			container: container,
			video: decodable(video),
			audio: decodable(audio),
			duration: facts.duration,
			keysOnly
		},
		{ ...limits, ...(bounds.progress ? { progress: bounds.progress } : {}) }
	);
	const { silent, loudness, peak } = measured;
	// Key frames tell that nothing is black; how much is, only every frame does.
	const doubtful = keysOnly && (measured.black !== 0 || calm(packets, streams.indexOf(video!)));
	const black = doubtful ? null : measured.black;
	Object.assign(facts, { black, silent, loudness, peak });
	const blind = decodable(video) && !measured.frames && (facts.duration ?? 9) > 1;
	if (blind) facts.damage.push(measured.complaints[0] ?? 'no picture can be decoded');
	if (measured.late) facts.damage.push('decoding takes too long');
	return done(blind ? 'unreadable' : null, measured.prints);
}

/** What the packets lack of what the header promises: more than two seconds and two per cent. */
function missing({ duration, streams, damage }: FilmFacts, { ends, late }: Packets): string[] {
	if (late) return ['reading takes too long'];
	const video = streams.findIndex(({ kind }) => kind === 'video');
	const end = ends.get(video) ?? (video < 0 ? Math.max(0, ...ends.values()) : 0);
	if (duration === null || damage.length || duration - end <= Math.max(2, duration * 0.02))
		return [];
	return [`${Math.round(end)} of ${Math.round(duration)} seconds`];
}

/** Bytes among pictures and sound that belong to neither. */
function unused(
	{ size }: FilmFacts,
	media: Structure['media'],
	{ bytes, late }: Packets
): string[] {
	if (media === null || late) return [];
	const rest = media - bytes;
	return rest > Math.max(4 * 1024 * 1024, size * 0.1) ? [`unreferenced ${rest}`] : [];
}

/**
 * Whether for some second hardly any bytes were needed: a black stretch between two key frames is
 * hidden from a look at those alone, but not from the scales.
 */
function calm({ seconds }: Packets, stream: number): boolean {
	const bytes = seconds.get(stream) ?? [];
	const mean = bytes.reduce((sum, size) => sum + size, 0) / Math.max(1, bytes.length);
	// The last second is seldom a whole one.
	for (let at = 0; at < bytes.length - 1; at++)
		if ((bytes[at] ?? 0) < Math.max(6000, mean * 0.05)) return true;
	return false;
}

/** Seconds of one processor that decoding every frame takes, roughly: by bytes and by pixels. */
function costOf({ size, duration }: FilmFacts, video: StreamFacts | undefined): number {
	const { width = 1920, height = 1080, rate = 25, codec = '' } = video ?? {};
	const pixels = (width * height * rate * (duration ?? 0)) / 1e6;
	const modern = /^(?:hevc|av1|vp9)$/.test(codec) ? 1.5 : 1;
	return (size / 8.5e6 + pixels * 0.0013) * modern;
}

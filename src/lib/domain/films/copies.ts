/** What deciding about copies asks of a film; pixels upright. */
export interface Pictured {
	codec: string;
	width: number;
	height: number;
	/** Frames per second; null for a film that does not say. */
	rate: number | null;
	/** Layout of colours, as ffprobe names it. */
	pixels: string;
	/** Two half pictures in each frame. */
	interlaced: boolean;
	/** More light than ordinary screens have. */
	bright: boolean;
}

export interface Heard {
	codec: string;
	channels: number;
}

/** One copy of a film that browsers play. */
export interface Copy {
	kind: '1080p' | '720p';
	/** Pixels, even. */
	width: number;
	height: number;
	/** Bits per second it stays below. */
	most: number;
	/** The streams are taken over as they are; only the container is written anew. */
	asItIs: boolean;
}

/** The boxes copies fit into, however the film stands, and what a line must carry for each. */
const boxes = [
	{ kind: '1080p', short: 1080, long: 1920, most: 6_000_000 },
	{ kind: '720p', short: 720, long: 1280, most: 3_000_000 }
] as const;
/** How much more than our own copies a film may take that is handed on as it is. */
const GENEROUS = 2;

/** The next even number below; what is a hair short of one counts as it. */
const even = (n: number): number => Math.max(2, 2 * Math.floor(n / 2 + 0.001));

/** Whether browsers everywhere play the streams of a film. */
const playable = (picture: Pictured, sound: Heard | null): boolean =>
	picture.codec === 'h264' &&
	/^yuvj?420p$/.test(picture.pixels) &&
	!picture.interlaced &&
	!picture.bright &&
	(sound === null || (sound.codec === 'aac' && sound.channels <= 2));

/**
 * Which copies are made of a film: one of at most 1080 lines and a lighter one, never larger than it
 * came. What already plays and is not too heavy is taken over as it is.
 * @param bitrate bits per second of the whole file; null when unknown
 */
export function copiesOf(picture: Pictured, sound: Heard | null, bitrate: number | null): Copy[] {
	const [short, long] = [picture.width, picture.height].sort((a, b) => a - b) as [number, number];
	const plays = playable(picture, sound);
	const copies = boxes.map(({ kind, most, ...box }): Copy => {
		const scale = Math.min(1, box.short / short, box.long / long);
		return {
			kind,
			width: even(picture.width * scale),
			height: even(picture.height * scale),
			most,
			asItIs: plays && scale === 1 && bitrate !== null && bitrate <= most * GENEROUS
		};
	});
	const [full, light] = copies as [Copy, Copy];
	// A film that fits the smaller box would be there twice.
	return light.width === full.width && light.height === full.height ? [light] : [full, light];
}

/** Rates of frames in use, as fractions. */
const rates: [above: number, below: number][] = [
	[24000, 1001],
	[24, 1],
	[25, 1],
	[30000, 1001],
	[30, 1],
	[50, 1],
	[60000, 1001],
	[60, 1]
];

/** The even rate of frames a copy has: the film’s own where it is a usual one, at most 60 a second. */
export function rateOf(rate: number | null): [above: number, below: number] {
	if (rate === null || !(rate > 0)) return [25, 1];
	const near = rates.find(([above, below]) => Math.abs(above / below / rate - 1) < 0.0004);
	if (near) return near;
	if (rate > 60) return [60, 1];
	return [Math.max(1, Math.round(rate)), 1];
}

/** One stretch of a film that is encoded by itself. Seconds. */
export interface Stretch {
	from: number;
	/** Frames in it; null for “to the end”. */
	frames: number | null;
}

/** About how long a stretch is. */
const STRETCH = 15;

/**
 * Cuts a film into stretches of whole frames; the last takes in what would be too short alone.
 * @param seconds length of the film
 */
export function stretchesOf(seconds: number, [above, below]: [number, number]): Stretch[] {
	const frames = Math.max(1, Math.round((STRETCH * above) / below));
	const each = (frames * below) / above;
	const count = Math.max(1, Math.round(seconds / each));
	return Array.from({ length: count }, (_, n) => ({
		from: n * each,
		frames: n === count - 1 ? null : frames
	}));
}

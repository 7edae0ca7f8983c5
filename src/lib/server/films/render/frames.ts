import sharp from 'sharp';
import type { Pictured } from '$lib/domain/films/copies';
import type { Container } from '$lib/domain/films/limits';
import { mostTelling } from './telling';
import { gather, work } from './tool';

export interface OpenFilm {
	path: string;
	container: Container;
	/** Seconds. */
	duration: number;
	signal: AbortSignal;
}

/** A sheet of small pictures: at most so many, ten in a row, and about so wide. */
const BOARD = { most: 100, columns: 10, side: 160 };
/** Beyond this length only frames that stand for themselves are looked at: a tenth of the time. */
const LONG = 180;
/** The longer side of a poster. */
const POSTER = 1280;

const light = [
	'zscale=t=linear:npl=100',
	'tonemap=hable:desat=0',
	'zscale=p=bt709:t=bt709:m=bt709'
];

/** Where on the sheet which moment is; as the player reads it. */
export interface BoardMap {
	/** Seconds between two pictures. */
	every: number;
	columns: number;
	count: number;
	/** Pixels of one picture. */
	width: number;
	height: number;
}

/** The sheet, its map, and the seconds at which the most telling of its pictures stands. */
export async function storyboardOf(
	{ path, container, duration, signal }: OpenFilm,
	picture: Pictured
): Promise<{ sheet: Buffer; map: BoardMap; best: number }> {
	const every = Math.max(1, Math.ceil(duration / BOARD.most));
	const scale = BOARD.side / Math.max(picture.width, picture.height);
	const width = Math.max(2, Math.round(picture.width * scale));
	const height = Math.max(2, Math.round(picture.height * scale));
	const size = width * height * 3;
	const frames = await gather(
		path,
		container,
		{
			signal,
			before: duration > LONG ? ['-skip_frame:v', 'nokey'] : [],
			then: [
				...['-map', '0:V:0', '-an', '-vf'],
				// The picture a moment shows, not the one it rounds to.
				`fps=1/${every}:start_time=0:round=down,${picture.bright ? `${light.join()},` : ''}scale=${width}:${height}:flags=area,format=rgb24`,
				...['-frames:v', String(BOARD.most), '-f', 'rawvideo', 'pipe:1']
			]
		},
		size * BOARD.most
	);
	const count = Math.floor(frames.length / size);
	if (!count) throw new Error('no picture of this film can be decoded');
	const pictures = Array.from({ length: count }, (_, n) =>
		frames.subarray(n * size, (n + 1) * size)
	);
	const columns = Math.min(BOARD.columns, count);
	const sheet = await sharp({
		create: {
			width: columns * width,
			height: Math.ceil(count / columns) * height,
			channels: 3,
			background: '#000'
		}
	})
		.composite(
			pictures.map((input, n) => ({
				input,
				raw: { width, height, channels: 3 as const },
				left: (n % columns) * width,
				top: Math.floor(n / columns) * height
			}))
		)
		.webp({ quality: 72, effort: 4 })
		.toBuffer();
	const best = mostTelling(pictures, width, height) * every;
	return { sheet, map: { every, columns, count, width, height }, best };
}

/** One frame of the film, large, at some second or soon after. */
export async function posterOf(
	{ path, container, duration, signal }: OpenFilm,
	picture: Pictured,
	second: number
): Promise<{ data: Buffer; width: number; height: number }> {
	const scale = Math.min(1, POSTER / Math.max(picture.width, picture.height));
	const width = Math.max(2, Math.round(picture.width * scale));
	const height = Math.max(2, Math.round(picture.height * scale));
	const pieces: Buffer[] = [];
	const at = Math.min(second, Math.max(0, duration - 0.5));
	await work(path, container, {
		signal,
		before: at ? ['-ss', at.toFixed(3)] : [],
		then: [
			...['-map', '0:V:0', '-an', '-frames:v', '1', '-vf'],
			`${picture.bright ? `${light.join()},` : ''}scale=${width}:${height}:flags=bicubic,format=rgb24`,
			...['-f', 'rawvideo', 'pipe:1']
		],
		take: (piece) => pieces.push(piece)
	});
	const raw = Buffer.concat(pieces);
	if (raw.length < width * height * 3) throw new Error('the picture for the poster is missing');
	const data = await sharp(raw.subarray(0, width * height * 3), {
		raw: { width, height, channels: 3 }
	})
		.jpeg({ quality: 82, mozjpeg: true })
		.toBuffer();
	return { data, width, height };
}

import { stat, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { copiesOf, rateOf, stretchesOf } from '$lib/domain/films/copies';
import type { Copy, Pictured, Stretch } from '$lib/domain/films/copies';
import type { Container } from '$lib/domain/films/limits';
import { Hopeless } from '../../jobs/work';
import type { Bench } from '../../jobs/work';
import { Workbench } from './bench';
import { streamsIn } from './streams';
import type { Made, RenderTask } from './task';
import { bare, work, workOn } from './tool';

/**
 * One processor is left to those who wait for pages. Counted on the machine, not on what a worker was
 * left of it: the same film encoded by other threads comes out as other bytes.
 */
const THREADS = Math.max(1, Math.min(4, cpus().length - 1));
/** A file with no picture in it is smaller than this. */
const EMPTY = 1000;
const MP4 = { type: 'video/mp4', ending: 'mp4' };

interface Film {
	path: string;
	container: Container;
	picture: Pictured;
	/** Seconds. */
	duration: number;
	rate: [number, number];
}

/**
 * Makes the copies of a film that browsers play, at most 1080 and at most 720 lines. Pictures are
 * encoded in stretches of about 15 seconds, each a file of its own until all are there: whoever kills
 * the worker costs it one stretch.
 */
export async function copies(task: RenderTask, job: Bench): Promise<Made[]> {
	const bench = await Workbench.open(job, task.jobId, task.filmId);
	return bench.withOriginal(task.key, async (original) => {
		const { path, container } = await seekable(bench, original, task.container);
		const { picture, sound, bitrate, ...found } = await streamsIn(path, container, job.signal);
		if (!picture) throw new Hopeless('there are no pictures in this film');
		const duration = found.duration ?? task.duration;
		if (!duration) throw new Hopeless('this film does not say how long it is');
		const film: Film = { path, container, picture, duration, rate: rateOf(picture.rate) };
		const wanted = copiesOf(picture, sound, bitrate);
		const encoded = wanted.filter(({ asItIs }) => !asItIs);
		if (encoded.length) await encode(bench, film, encoded, sound !== null);
		const made: Made[] = [];
		for (const copy of wanted) {
			const name = `${copy.kind}.mp4`;
			await bench.pieces([name], async (missing) => {
				const to = missing.get(name)!;
				if (copy.asItIs) await takeOver(bench, film, to);
				else await join(bench, copy, sound !== null, to);
			});
			const { kind, width, height } = copy;
			made.push(await bench.keep(bench.path(name), { kind, ...MP4, width, height, duration }));
		}
		return made;
	});
}

/** A stream of packets knows no places to jump to: it is first written as a file that does. */
async function seekable(
	bench: Workbench,
	path: string,
	container: Container
): Promise<{ path: string; container: Container }> {
	if (container !== 'mpegts' && container !== 'avi') return { path, container };
	const name = 'seekable.mkv';
	await bench.pieces([name], (missing) =>
		work(path, container, {
			signal: bench.job.signal,
			before: ['-fflags', '+genpts'],
			then: [
				...['-map', '0:V:0', '-map', '0:a:0?', '-c', 'copy', ...bare],
				...['-f', 'matroska', `file:${missing.get(name)!}`]
			]
		})
	);
	return { path: bench.path(name), container: 'mkv' };
}

/** Notes within the pictures go too: some cameras write there where they stand. */
const takeOver = ({ job }: Workbench, { path, container }: Film, to: string): Promise<void> =>
	work(path, container, {
		signal: job.signal,
		then: [
			...['-map', '0:V:0', '-map', '0:a:0?', '-c', 'copy', '-bsf:v', 'filter_units=remove_types=6'],
			...[...bare, '-movflags', '+faststart', '-f', 'mp4', `file:${to}`]
		]
	});

const pieceOf = (copy: Copy, n: number) => `${copy.kind}-${String(n).padStart(4, '0')}.mp4`;

async function encode(bench: Workbench, film: Film, wanted: Copy[], sound: boolean) {
	const { path, container, rate, duration } = film;
	const { job } = bench;
	if (sound)
		await bench.pieces(['sound.m4a'], (missing) =>
			work(path, container, {
				signal: job.signal,
				then: [
					// From the very beginning and without holes, whenever the film’s own begins.
					...['-map', '0:a:0', '-vn', '-af', 'aresample=48000:async=1:first_pts=0'],
					...['-c:a', 'aac', '-b:a', '160k', '-ac', '2', ...bare],
					...['-f', 'mp4', `file:${missing.get('sound.m4a')!}`]
				]
			})
		);
	const stretches = stretchesOf(duration, rate);
	for (const [n, stretch] of stretches.entries()) {
		await bench.pieces(
			wanted.map((copy) => pieceOf(copy, n)),
			(missing) =>
				work(path, container, {
					signal: job.signal,
					// A quarter of a frame early, so that rounding never takes a neighbour’s frame.
					before: [
						...['-threads', String(THREADS)],
						...(stretch.from ? ['-ss', (stretch.from - (0.25 * rate[1]) / rate[0]).toFixed(6)] : [])
					],
					then: wanted.flatMap((copy) => {
						const to = missing.get(pieceOf(copy, n));
						return to ? encoding(film, copy, stretch, to) : [];
					})
				})
		);
		job.progress((0.95 * (n + 1)) / stretches.length);
	}
	for (const copy of wanted) await list(bench, copy, stretches.length);
}

/** How one stretch of one copy is encoded. */
function encoding({ picture, rate }: Film, copy: Copy, { frames }: Stretch, to: string): string[] {
	const [above, below] = rate;
	const filters = [
		...(picture.interlaced ? ['bwdif=mode=send_frame'] : []),
		`fps=${above}/${below}:start_time=0`,
		...(picture.bright
			? ['zscale=t=linear:npl=100', 'tonemap=hable:desat=0', 'zscale=p=bt709:t=bt709:m=bt709:r=tv']
			: []),
		`scale=${copy.width}:${copy.height}:flags=bicubic`,
		'setsar=1',
		'format=yuv420p'
	];
	return [
		...['-map', '0:V:0', '-an', '-vf', filters.join(',')],
		...(frames === null ? [] : ['-frames:v', String(frames)]),
		...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-crf', '22'],
		...['-maxrate', String(copy.most), '-bufsize', String(copy.most * 2)],
		// A place to jump to every two seconds.
		...['-g', String(Math.round((2 * above) / below)), '-threads', String(THREADS)],
		...[...bare, '-f', 'mp4', `file:${to}`]
	];
}

/** Writes down the pieces of a copy; those behind the last picture are empty and left out. */
async function list(bench: Workbench, copy: Copy, count: number): Promise<void> {
	const lines = ['ffconcat version 1.0'];
	for (let n = 0; n < count; n++)
		if ((await stat(bench.path(pieceOf(copy, n)))).size > EMPTY)
			lines.push(`file ${pieceOf(copy, n)}`);
	if (lines.length === 1) throw new Hopeless('no picture of this film can be shown');
	await writeFile(bench.path(`${copy.kind}.ffconcat`), lines.join('\n') + '\n');
}

/** Joins the pieces of a copy and its sound. */
function join(bench: Workbench, copy: Copy, sound: boolean, to: string): Promise<void> {
	const own = ['-protocol_whitelist', 'file'];
	return workOn(
		[
			...[...own, '-format_whitelist', 'concat,mov', '-f', 'concat'],
			...['-i', `file:${bench.path(`${copy.kind}.ffconcat`)}`],
			...(sound ? [...own, '-f', 'mov', '-i', `file:${bench.path('sound.m4a')}`] : [])
		],
		{
			signal: bench.job.signal,
			then: [
				...['-map', '0:v:0', ...(sound ? ['-map', '1:a:0'] : []), '-c', 'copy', ...bare],
				...['-movflags', '+faststart', '-f', 'mp4', `file:${to}`]
			]
		}
	);
}

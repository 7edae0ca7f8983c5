import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { examine } from '../../src/lib/server/films/inspect';
import { versionOf } from '../../src/lib/server/films/inspect/run';
import { type Figure, median } from './figure';

const part = 'inspect';

/**
 * How long the inspection of a film takes: of one that is long enough to be looked at by its key
 * frames, and of the thorough look that its prints take afterwards.
 */
export async function measureInspection(
	folder: string,
	{ minutes, rounds }: { minutes: number; rounds: number }
): Promise<Figure[]> {
	if (!versionOf('ffmpeg'))
		return [{ part, name: 'inspection', ours: null, unit: 's', note: 'there is no ffmpeg' }];
	const { path, rate } = makeFilm(folder, minutes);
	const about = `1080p25, ${rate} Mbit/s with a key frame every ten seconds`;
	const timed = async (thorough: boolean) => {
		const began = performance.now();
		const { facts, useless } = await examine(path, { thorough });
		if (useless || facts.damage.length || facts.black === null || facts.loudness === null)
			throw new Error(`the film was not inspected: ${useless ?? facts.damage[0]}`);
		return (performance.now() - began) / 1000;
	};
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) times.push(await timed(false));
	return [
		{
			part,
			name: `inspection of ${minutes} minutes`,
			ours: median(times),
			unit: 's',
			target: { of: 'ours', at: 'most', value: (25 * minutes) / 10 },
			note: about
		},
		{
			part,
			name: `thorough look at ${minutes} minutes, for its prints`,
			ours: await timed(true),
			unit: 's',
			note: 'every frame decoded, after the verdict'
		}
	];
}

/** A moving picture with grain and a tone, a minute of it repeated without coding it anew. */
function makeFilm(folder: string, minutes: number): { path: string; rate: number } {
	const [minute, path] = [join(folder, 'minute.mp4'), join(folder, 'film.mp4')];
	const ffmpeg = (...args: string[]) => {
		const made = spawnSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args], {
			encoding: 'utf8'
		});
		if (made.status !== 0) throw new Error(made.stderr);
	};
	const picture = 'testsrc2=s=1920x1080:r=25:d=60,noise=alls=12:allf=t';
	const sound = "aevalsrc='0.3*sin(2*PI*(220+40*floor(t))*t)':d=60:s=48000";
	ffmpeg(
		...['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound, '-c:v', 'libx264'],
		...['-preset', 'veryfast', '-b:v', '8M', '-g', '250', '-c:a', 'aac', minute]
	);
	ffmpeg('-stream_loop', String(minutes - 1), '-i', minute, '-c', 'copy', path);
	return { path, rate: 8 };
}

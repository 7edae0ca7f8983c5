import { Hopeless } from '../../jobs/work';
import type { Bench } from '../../jobs/work';
import { Workbench } from './bench';
import { embedded } from './embedded';
import { posterOf, storyboardOf } from './frames';
import { streamsIn } from './streams';
import type { Made, RenderTask } from './task';
import { waveformOf } from './waveform';

/**
 * Makes what a film is found, looked through and listened to by: its poster, a sheet of small
 * pictures with its map, the shape of its sound, and the captions it carries in itself.
 */
export async function look(task: RenderTask, job: Bench): Promise<Made[]> {
	const bench = await Workbench.open(job, task.jobId, task.filmId);
	return bench.withOriginal(task.key, async (path) => {
		const { picture, sound, captions, ...found } = await streamsIn(
			path,
			task.container,
			job.signal
		);
		const duration = found.duration ?? task.duration;
		if (!picture || !duration) throw new Hopeless('there are no pictures in this film');
		const film = { path, container: task.container, duration, signal: job.signal };
		const made: Made[] = [];
		const keep = async (
			data: Buffer,
			about: { kind: string; type: string; ending: string; width?: number; height?: number }
		) => made.push(await bench.keep(data, about));

		const board = await storyboardOf(film, picture);
		await keep(board.sheet, {
			kind: 'storyboard',
			type: 'image/webp',
			ending: 'webp',
			width: board.map.width,
			height: board.map.height
		});
		await keep(Buffer.from(JSON.stringify(board.map)), {
			kind: 'storyboard-map',
			type: 'application/json',
			ending: 'json'
		});
		job.progress(0.4);
		const poster = await posterOf(film, picture, board.best);
		await keep(poster.data, {
			kind: 'poster',
			type: 'image/jpeg',
			ending: 'jpg',
			width: poster.width,
			height: poster.height
		});
		job.progress(0.6);
		if (sound)
			await keep(Buffer.from(JSON.stringify(await waveformOf(film))), {
				kind: 'waveform',
				type: 'application/json',
				ending: 'json'
			});
		job.progress(0.8);
		for (const { kind, text } of await embedded(film, captions))
			await keep(Buffer.from(text), { kind, type: 'text/vtt', ending: 'vtt' });
		return made;
	});
}

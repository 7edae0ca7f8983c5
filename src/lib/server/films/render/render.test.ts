import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ffmpeg, film } from '../../../../../tests/films';
import type { Container } from '$lib/domain/films/limits';
import type { Ground } from '../../jobs/work';
import { filmStorage } from '../../storage';
import { copies } from './copies';
import type { Made, RenderTask } from './task';

const folder = mkdtempSync(join(tmpdir(), 'liantu-render-'));
const url = `file:${join(folder, 'store')}`;
const ground: Ground = {
	dataDir: folder,
	storageUrl: url,
	films: { kind: 'folder', url }
};
const store = filmStorage(ground);
const bench = { ground, progress: () => {}, signal: new AbortController().signal };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let last = 0;
/** A film in the store, as the inspection would hand it on. */
async function sent(path: string, container: Container = 'mp4'): Promise<RenderTask> {
	const filmId = `f${++last}`;
	const key = `films/${filmId}/original`;
	await store.put(key, path);
	return { jobId: `j${last}`, filmId, key, container, duration: null };
}

interface Told {
	streams: Record<string, unknown>[];
	format: { duration: string; tags?: Record<string, string> };
}
async function told(made: Made): Promise<Told> {
	const { path } = await store.localPath(made.key);
	const args = ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', '-count_frames'];
	return JSON.parse(execFileSync('ffprobe', [...args, path], { encoding: 'utf8' })) as Told;
}
const bytesOf = async (made: Made) => readFile((await store.localPath(made.key)).path);

describe('copies', () => {
	test('of a film no browser plays are H.264 and AAC, frame for frame, index first', async () => {
		const path = await film({
			seconds: 24,
			size: [1920, 1080],
			args: ['-c:v', 'mpeg4', '-qscale:v', '8', '-c:a', 'pcm_s16le', '-f', 'mov'],
			name: 'film.mov'
		});
		const made = await copies(await sent(path, 'mov'), bench);
		expect(made.map(({ kind, width, height }) => [kind, width, height])).toEqual([
			['1080p', 1920, 1080],
			['720p', 1280, 720]
		]);
		for (const one of made) {
			const { streams, format } = await told(one);
			expect(streams.map((stream) => stream.codec_name)).toEqual(['h264', 'aac']);
			expect([streams[0]!.nb_read_frames, streams[0]!.height]).toEqual(['600', one.height]);
			expect(Math.abs(Number(format.duration) - 24)).toBeLessThan(0.1);
			const bytes = await bytesOf(one);
			expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
		}
	}, 120_000);

	test('of what plays as it is take its streams over untouched', async () => {
		const task = await sent(await film({ seconds: 4, size: [640, 360] }));
		const [copy, ...others] = await copies(task, bench);
		expect([copy!.kind, copy!.height, others]).toEqual(['720p', 360, []]);
		const hash = (path: string) =>
			execFileSync('ffmpeg', ['-v', 'error', '-i', path, '-map', '0:v', '-f', 'framemd5', '-'], {
				encoding: 'utf8'
			}).replace(/^#.*$/gm, '');
		const original = (await store.localPath(task.key)).path;
		expect(hash((await store.localPath(copy!.key)).path)).toBe(hash(original));
	});

	test('of a film that was held on its side stand upright, taken over or encoded', async () => {
		const held = (path: string, name: string) =>
			ffmpeg(['-i', path, '-c', 'copy', '-metadata:s:v', 'rotate=90'], name);
		const upright = await held(await film({ seconds: 2, size: [640, 360] }), 'phone.mp4');
		const [copy] = await copies(await sent(upright), bench);
		expect([copy!.width, copy!.height]).toEqual([360, 640]);
		const data = (await told(copy!)).streams[0]!.side_data_list as { rotation: number }[];
		expect(Math.abs(data[0]!.rotation)).toBe(90);
		const old = await film({ seconds: 2, size: [640, 360], args: ['-c:v', 'mpeg4'] });
		const odd = await held(old, 'odd.mov');
		const [encoded] = await copies(await sent(odd, 'mov'), bench);
		const { width, height, side_data_list } = (await told(encoded!)).streams[0]!;
		expect([width, height, side_data_list]).toEqual([360, 640, undefined]);
	});

	test('done twice are the same files', async () => {
		const task = await sent(
			await film({ seconds: 20, args: ['-c:v', 'mpeg4'], name: 'film.mkv' }),
			'mkv'
		);
		const first = await copies(task, bench);
		rmSync(join(folder, 'incoming', 'render', task.jobId), { recursive: true });
		expect(await copies(task, bench)).toEqual(first);
	});

	test('go on from the pieces that are there', async () => {
		const task = await sent(
			await film({ seconds: 40, args: ['-c:v', 'mpeg4'], name: 'film.mkv' }),
			'mkv'
		);
		const shares: number[] = [];
		const leave = new AbortController();
		const tired = {
			...bench,
			signal: leave.signal,
			progress(share: number) {
				shares.push(share);
				if (shares.length === 2) leave.abort();
			}
		};
		await expect(copies(task, tired)).rejects.toThrow('abort');
		const pieces = () =>
			readdirSync(join(folder, 'incoming', 'render', task.jobId)).filter((name) =>
				/^720p-\d+\.mp4$/.test(name)
			);
		expect(pieces()).toEqual(['720p-0000.mp4', '720p-0001.mp4']);
		const [made] = await copies(task, bench);
		expect((await told(made!)).streams[0]!.nb_read_frames).toBe('1000');
	});

	test('of a film in packets keep its length', async () => {
		const path = await film({ seconds: 31, args: ['-c:v', 'mpeg2video'], name: 'film.ts' });
		const [made] = await copies(await sent(path, 'mpegts'), bench);
		expect(Math.abs(Number((await told(made!)).format.duration) - 31)).toBeLessThan(0.3);
	});
});

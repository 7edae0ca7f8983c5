import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { ffmpeg, fileOf, film } from '../../../../../tests/films';
import type { Container } from '$lib/domain/films/limits';
import type { Ground } from '../../jobs/work';
import { Hopeless } from '../../jobs/work';
import { filmStorage } from '../../storage';
import { captions } from './captions';
import { copies } from './copies';
import { look } from './look';
import type { Made, RenderTask } from './task';
import { mostTelling } from './telling';

const folder = mkdtempSync(join(tmpdir(), 'liantu-look-'));
const url = `file:${join(folder, 'store')}`;
const ground: Ground = { dataDir: folder, storageUrl: url, films: { kind: 'folder', url } };
const store = filmStorage(ground);
const bench = { ground, progress: () => {}, signal: new AbortController().signal };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let last = 0;
async function sent(path: string, container: Container = 'mp4'): Promise<RenderTask> {
	const filmId = `f${++last}`;
	const key = `films/${filmId}/original`;
	await store.put(key, path);
	return { jobId: `j${last}`, filmId, key, container, duration: null };
}

const bytesOf = async ({ key }: Made) => readFile((await store.localPath(key)).path);
const jsonOf = async (made: Made) => JSON.parse((await bytesOf(made)).toString()) as never;
const by = (made: Made[], kind: string) => made.find((one) => one.kind === kind)!;
const SRT = '1\n00:00:01,000 --> 00:00:02,000\n清风<script>alert(1)</script>\n';

describe('what a film is looked through by', () => {
	test('has a poster of a telling moment, never a black one', async () => {
		// Black for most of the time, and at every moment a simple choice would take.
		const path = await film({
			seconds: 12,
			black: [
				[0, 7],
				[9, 12]
			]
		});
		const made = await look(await sent(path), bench);
		const poster = by(made, 'poster');
		const { width, height, format, exif } = await sharp(await bytesOf(poster)).metadata();
		expect([width, height, format, exif]).toEqual([320, 180, 'jpeg', undefined]);
		const { channels } = await sharp(await bytesOf(poster)).stats();
		expect(Math.max(...channels.map(({ mean }) => mean))).toBeGreaterThan(40);
	});

	test('has a sheet of pictures that its map fits', async () => {
		const made = await look(await sent(await film({ seconds: 25, size: [180, 320] })), bench);
		const map: { every: number; columns: number; count: number; width: number; height: number } =
			await jsonOf(by(made, 'storyboard-map'));
		expect(map).toEqual({ every: 1, columns: 10, count: 25, width: 90, height: 160 });
		const sheet = await sharp(await bytesOf(by(made, 'storyboard'))).metadata();
		expect([sheet.width, sheet.height]).toEqual([900, 480]);
	});

	test('shows the shape of its sound, and none where there is none', async () => {
		const loud = await film({ seconds: 6, args: ['-af', "volume='if(lt(t,3),0,1)':eval=frame"] });
		const { every, peaks }: { every: number; peaks: number[] } = await jsonOf(
			by(await look(await sent(loud), bench), 'waveform')
		);
		const at = (second: number) => peaks[Math.round(second / every)]!;
		expect([every, at(1), at(5) > 5, Math.abs(peaks.length - 120) < 5]).toEqual([
			0.05,
			0,
			true,
			true
		]);
		const mute = await look(await sent(await film({ seconds: 3, sound: 'none' })), bench);
		expect(mute.map(({ kind }) => kind)).toEqual(['storyboard', 'storyboard-map', 'poster']);
	});

	test('has the captions it carries, by language, with nothing in them but words', async () => {
		const text = await fileOf('a.srt', SRT);
		const path = await ffmpeg(
			[
				...['-i', await film({ seconds: 4 }), '-i', text, '-i', text, '-map', '0', '-map', '1'],
				...['-map', '2', '-c', 'copy', '-metadata:s:s:0', 'language=chi'],
				...['-metadata:s:s:1', 'language=eng']
			],
			'film.mkv'
		);
		const made = await look(await sent(path, 'mkv'), bench);
		const kinds = made.map(({ kind }) => kind).filter((kind) => kind.startsWith('captions'));
		expect(kinds).toEqual(['captions-zh', 'captions-en']);
		// The container moves everything by a few milliseconds.
		expect((await bytesOf(by(made, 'captions-zh'))).toString()).toMatch(
			/^WEBVTT\n\n00:00:01\.0\d\d --> 00:00:02\.0\d\d\n清风alert\(1\)\n$/
		);
	});

	test('leaves no half file behind', async () => {
		const task = await sent(await film({ seconds: 3 }));
		const made = await look(task, bench);
		const there: string[] = [];
		for await (const { key } of store.list(`films/${task.filmId}/`)) there.push(key);
		expect(there.sort()).toEqual([task.key, ...made.map(({ key }) => key)].sort());
		expect(readdirSync(join(folder, 'incoming', 'render', task.jobId))).toEqual([]);
	});
});

test('of equal pictures the earlier stands for a film, and not its first one', () => {
	const flat = (light: number) => new Uint8Array(4 * 4 * 3).fill(light);
	const lively = Uint8Array.from({ length: 48 }, (_, n) => (n % 5) * 50);
	expect(mostTelling([lively, flat(0), flat(128), lively, lively, flat(255)], 4, 4)).toBe(3);
	expect(mostTelling([flat(0)], 4, 4)).toBe(0);
});

test('a captions file in GB18030 becomes WebVTT', async () => {
	const gb = Buffer.concat([
		Buffer.from('1\r\n00:00:01,000 --> 00:00:02,000\r\n'),
		Buffer.from([0xc7, 0xe5, 0xb7, 0xe7]),
		Buffer.from('\r\n')
	]);
	const [made] = await captions(await sent(await fileOf('a.srt', gb)), bench);
	expect([made!.kind, made!.type, (await bytesOf(made!)).toString()]).toEqual([
		'captions-zh',
		'text/vtt',
		'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n清风\n'
	]);
	await expect(captions(await sent(await fileOf('b.srt', 'nothing')), bench)).rejects.toThrow(
		Hopeless
	);
});

test('where a film was taken, by whom and with what goes no further than its original', async () => {
	const CANARY = ['+30.2741+120.1551', 'Canary Person', 'Canary Phone'];
	const path = await ffmpeg(
		[
			...['-i', await film({ seconds: 4 }), '-c', 'copy', '-movflags', 'use_metadata_tags'],
			...['-metadata', `location=${CANARY[0]}/`, '-metadata', `artist=${CANARY[1]}`],
			...['-metadata', `com.apple.quicktime.location.ISO6709=${CANARY[0]}/`],
			...['-metadata', `com.apple.quicktime.model=${CANARY[2]}`],
			...['-metadata:s:v', `handler_name=${CANARY[2]}`]
		],
		'phone.mp4'
	);
	const original = await readFile(path, 'latin1');
	expect(CANARY.map((canary) => original.includes(canary))).toEqual([true, true, true]);
	const task = await sent(path);
	const made = [...(await look(task, bench)), ...(await copies(task, bench))];
	expect(made.map(({ kind }) => kind)).toContain('720p');
	for (const one of made) {
		const bytes = (await bytesOf(one)).toString('latin1');
		expect([one.kind, CANARY.filter((canary) => bytes.includes(canary))]).toEqual([one.kind, []]);
		if (one.type !== 'video/mp4') continue;
		const args = ['-v', 'error', '-of', 'json', '-show_format', '-show_streams'];
		const told = execFileSync('ffprobe', [...args, (await store.localPath(one.key)).path]);
		expect(told.toString()).not.toMatch(/creation_time|"location|apple|Canary/);
	}
});

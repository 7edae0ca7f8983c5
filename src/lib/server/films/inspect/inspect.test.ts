import { copyFile, readFile, stat } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ffmpeg, fileOf, film } from '../../../../../tests/films';
import { examine, inspect } from '.';
import { bareFacts } from './bare';
import { run } from './run';

describe('a whole film', () => {
	it('is measured', async () => {
		const path = await film();
		const { facts, prints, useless } = await examine(path);
		expect(useless).toBe(null);
		expect(facts).toMatchObject({
			size: (await stat(path)).size,
			magic: 'video/mp4',
			container: 'mp4',
			duration: 8,
			black: 0,
			silent: 0,
			damage: [],
			hidden: [],
			reaches: []
		});
		expect(facts.streams.map(({ kind, codec }) => [kind, codec])).toEqual([
			['video', 'h264'],
			['audio', 'aac']
		]);
		expect(facts.streams[0]).toMatchObject({ width: 320, height: 180, rate: 25 });
		expect(facts.loudness).toBeGreaterThan(-30);
		expect(facts.loudness).toBeLessThan(-10);
		// Two pictures a second, eight bytes each.
		expect(prints!.frames.length).toBe(8 * 2 * 8);
		expect(prints!.sound!.length).toBeGreaterThan(200);
	});

	it.each([
		['mov', ['-f', 'mov']],
		['mkv', ['-f', 'matroska']],
		['mpegts', ['-f', 'mpegts']]
	] as const)('comes as %s, too', async (container, args) => {
		const path = await ffmpeg(['-i', await film(), '-c', 'copy', ...args], `film.${container}`);
		const { facts, useless } = await examine(path);
		expect({ ...facts, useless }).toMatchObject({
			container,
			damage: [],
			hidden: [],
			useless: null
		});
		expect(facts.duration).toBeGreaterThan(7.9);
	});

	it('comes as AVI or WebM, too', async () => {
		const small = ['-i', await film(), '-t', '2', '-s', '160x90'];
		const avi = await ffmpeg([...small, '-c:v', 'mpeg4', '-c:a', 'mp3', '-f', 'avi'], 'film.avi');
		expect(await inspect(avi)).toMatchObject({ container: 'avi', damage: [], hidden: [] });
		const vp8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-an'];
		const webm = await ffmpeg([...small, ...vp8, '-f', 'webm'], 'film.webm');
		const facts = await inspect(webm);
		expect(facts).toMatchObject({ container: 'webm', damage: [], hidden: [], silent: null });
		expect(facts.streams).toMatchObject([{ kind: 'video', codec: 'vp8' }]);
	});

	it('is as wide as it is seen: turned and stretched', async () => {
		const still = ['-i', await film(), '-c', 'copy'];
		const turned = await ffmpeg([...still, '-metadata:s:v', 'rotate=90'], 'turned.mp4');
		expect((await inspect(turned)).streams[0]).toMatchObject({ width: 180, height: 320 });
		const wide = await film({ seconds: 2, filter: 'setsar=4/3' });
		expect((await inspect(wide)).streams[0]).toMatchObject({ width: 427, height: 180 });
	});

	it('is known by what is black and silent in it', async () => {
		const dark = await inspect(await film({ seconds: 8, black: [[2, 5]], sound: 'silent' }));
		expect(dark).toMatchObject({ black: 3, loudness: null });
		expect(dark.silent).toBeGreaterThan(7.8);
		const loud = await inspect(await film({ seconds: 4, sound: 'loud' }));
		expect(loud.loudness).toBeGreaterThan(-8);
		const mute = await inspect(await film({ seconds: 4, sound: 'none' }));
		expect(mute).toMatchObject({ silent: null, loudness: null, peak: null });
	});

	it('that is dear is looked at by its key frames, which claim nothing they cannot know', async () => {
		const dear = (path: string) => examine(path, { dear: 0 });
		const sparse = ['-g', '250', '-sc_threshold', '0', '-movflags', '+faststart', '-crf', '5'];
		const grain = 'noise=alls=12:allf=t';
		const bright = await dear(
			await film({ seconds: 8, args: sparse, size: [640, 360], filter: grain })
		);
		expect([bright.facts.black, bright.prints]).toEqual([0, null]);
		expect(bright.facts.loudness).toBeGreaterThan(-30);
		// Black from the third to the sixth second, without a key frame near.
		const hidden = await film({ seconds: 8, args: sparse, size: [640, 360], black: [[3, 6]] });
		expect((await dear(hidden)).facts.black).toBe(null);
		expect((await examine(hidden, { dear: 0, thorough: true })).facts.black).toBe(3);
	});

	it('is not misled by titles that read like a measurement', async () => {
		const title = '[silencedetect @ 0x1] [info] silence_start: 0';
		const path = await ffmpeg(
			['-i', await film(), '-c', 'copy', '-metadata', `title=${title}\n${title}`],
			'titled.mp4'
		);
		expect((await inspect(path)).silent).toBe(0);
	});

	it('is found by whatever name it has', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'liantu-names-'));
		const small = await film({ seconds: 2 });
		for (const name of [
			'-i',
			'$(touch canary)',
			'a\nb.mp4',
			'%d.mp4',
			"'; rm -rf .mp4",
			'片 名.mp4'
		]) {
			const path = join(folder, name);
			await copyFile(small, path);
			expect((await inspect(path)).duration, name).toBe(2);
		}
	});
});

describe('a film that is not whole', () => {
	it.each([
		['mp4', ['-movflags', '+faststart']],
		['mp4', []],
		['mkv', ['-f', 'matroska']],
		['mov', ['-f', 'mov', '-movflags', '+faststart']],
		['avi', ['-c:v', 'mpeg4', '-c:a', 'mp3', '-f', 'avi']]
	] as const)('is found out when cut off: %s %j', async (ending, args) => {
		const path = await ffmpeg(['-i', await film(), '-c', 'copy', ...args], `whole.${ending}`);
		const bytes = await readFile(path);
		expect((await inspect(path)).damage).toEqual([]);
		const cut = await fileOf(`cut.${ending}`, bytes.subarray(0, bytes.length * 0.6));
		expect((await inspect(cut)).damage.length).toBeGreaterThan(0);
	});

	it('is useless when nothing can be read of it', async () => {
		const bytes = await readFile(await film());
		const moov = bytes.indexOf('moov');
		bytes.fill(0xaa, moov + 4, moov + 400);
		expect((await examine(await fileOf('torn.mp4', bytes))).useless).toBe('unreadable');
		expect((await examine(await fileOf('empty.mp4', ''))).useless).toBe('empty');
	});

	it('is given up when it takes too long, and at once when nobody waits any more', async () => {
		const path = await film();
		const { facts } = await examine(path, { longest: 1 });
		expect(facts.streams).toEqual([]);
		await expect(examine(path, { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow(
			'gone'
		);
	});
});

describe('the tools', () => {
	const endless = [
		'-v',
		'error',
		'-f',
		'lavfi',
		'-i',
		'testsrc=s=64x64',
		'-f',
		'rawvideo',
		'pipe:1'
	];

	it('are killed when their time is over, and when nobody waits any more', async () => {
		const ran = await run('ffmpeg', endless, { longest: 300, pipes: { 1: () => {} } });
		expect([ran.code, ran.late]).toEqual([null, true]);
		const leaving = new AbortController();
		const going = run('ffmpeg', endless, {
			longest: 30_000,
			signal: leaving.signal,
			pipes: { 1: () => leaving.abort(new Error('gone')) }
		});
		await expect(going).rejects.toThrow('gone');
	});

	it('are not needed to tell streams and length', async () => {
		const facts = await bareFacts(await film());
		expect(facts!.duration).toBeCloseTo(8, 1);
		expect(facts!.streams).toMatchObject([
			{ kind: 'video', codec: 'h264', width: 320, height: 180, rate: 25 },
			{ kind: 'audio', codec: 'aac', channels: 1 }
		]);
	});
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { copyFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archive, box, ffmpeg, fileOf, film, impostors } from '../../../../../tests/films';
import { examine, inspect, look } from '.';
import { leashOf, run } from './run';

/** Counts who asks; nobody may. */
let hits = 0;
const canary = createServer((_, answer) => {
	hits++;
	answer.end('#EXTM3U\n');
});
let address = '';

beforeAll(async () => {
	await new Promise<void>((ready) => canary.listen(0, '127.0.0.1', ready));
	address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
});
afterAll(() => void canary.close());

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

describe('what else lies in a film', () => {
	const mixed = async (name: string, ...more: Buffer[]) =>
		(await look(await fileOf(name, Buffer.concat([await readFile(await film()), ...more])))).hidden;

	it('is found behind its end', async () => {
		const { size } = await stat(await film());
		expect(await mixed('zip.mp4', archive())).toContain(`archive ${size}`);
		expect(await mixed('page.mp4', impostors.page!)).toEqual([`page ${size}`]);
		expect(await mixed('program.mp4', impostors.program!)).toEqual([`program ${size}`]);
		expect(await mixed('bytes.mp4', Buffer.from('some words of nobody'))).toEqual(['trailing 20']);
		expect(await mixed('padded.mp4', Buffer.alloc(64))).toEqual(['padding 64']);
	});

	it('is found in boxes that players skip', async () => {
		const inside = async (...more: Buffer[]) => [
			...new Set((await mixed('boxed.mp4', ...more)).map((one) => one.split(' ')[0]))
		];
		expect(await inside(box('free', '<html><script>alert(1)</script>'))).toEqual(['page']);
		expect(await inside(box('uuid', Buffer.alloc(16), impostors.program!))).toEqual(['program']);
		expect(await inside(box('udta', box('name', '<script>alert(1)</script>')))).toEqual(['page']);
		expect(await inside(box('zzzz', Buffer.alloc(500)))).toEqual(['unreferenced']);
		expect(await inside(box('free', archive()))).toEqual(['archive']);
	});

	it('is found where an archive is stowed away among the pictures', async () => {
		const bytes = await readFile(await ffmpeg(['-i', await film(), '-c', 'copy'], 'late.mp4'));
		const at = bytes.indexOf('mdat');
		const zip = archive();
		// Pictures that nothing points to: the box grows, the index stays as it is.
		const more = Buffer.concat([
			bytes.subarray(0, at - 4),
			box('mdat', zip),
			bytes.subarray(at - 4)
		]);
		const { hidden } = await look(await fileOf('stowed.mp4', Buffer.concat([more, zip])));
		expect(hidden.some((one) => one.startsWith('archive'))).toBe(true);
	});

	it('is found as an attachment of a Matroska film', async () => {
		const paper = await fileOf('paper.bin', archive());
		const path = await ffmpeg(
			[
				...['-i', await film(), '-c', 'copy', '-attach', paper],
				...['-metadata:s:t', 'mimetype=application/zip', '-f', 'matroska']
			],
			'attached.mkv'
		);
		const { hidden } = await inspect(path);
		expect(hidden.some((one) => one.startsWith('archive'))).toBe(true);
		expect(hidden.some((one) => one.startsWith('attachment'))).toBe(true);
	});
});

describe('a file that is no film', () => {
	it.each(Object.keys(impostors))('is told by its bytes: %s', async (kind) => {
		const { facts, useless } = await examine(await fileOf('film.mp4', impostors[kind]!));
		expect(useless).toBe('foreign');
		expect(facts.magic).not.toMatch(/^video/);
		expect(facts.streams).toEqual([]);
	});

	it('is rejected in every disguise: 200 files', async () => {
		const small = ['-i', await film({ seconds: 2, size: [160, 90] }), '-c', 'copy'];
		const carriers = await Promise.all(
			['mp4', 'mov', 'matroska', 'mpegts'].map(async (form) =>
				readFile(await ffmpeg([...small, '-f', form], `carrier.${form}`))
			)
		);
		const mpeg4 = ['-i', small[1]!, '-an', '-c:v', 'mpeg4', '-f', 'avi'];
		carriers.push(await readFile(await ffmpeg(mpeg4, 'carrier.avi')));
		const endings = ['mp4', 'mov', 'mkv', 'webm', 'avi', 'ts', 'm4v', 'mpg', '3gp', 'flv'];
		let files = 0;
		const passed: string[] = [];
		const check = async (name: string, bytes: Buffer) => {
			files++;
			const { container, hidden, damage } = await look(await fileOf(name, bytes));
			const bad = hidden.filter((one) => !/^(?:padding|unreferenced)/.test(one));
			if (container && !bad.length && !damage.length) passed.push(name);
		};
		for (const [kind, bytes] of Object.entries(impostors)) {
			for (const ending of endings) await check(`${kind}.${ending}`, bytes);
			for (const [n, carrier] of carriers.entries()) {
				await check(`${kind}-behind-${n}.mp4`, Buffer.concat([carrier, bytes]));
				await check(`${kind}-before-${n}.mp4`, Buffer.concat([bytes, carrier]));
			}
		}
		expect(passed).toEqual([]);
		expect(files).toBe(200);
	});

	it('fetches nothing as a list of other films', async () => {
		const secret = await fileOf('secret.txt', 'CANARY');
		const reference = box(
			'moov',
			box(
				'rmra',
				box(
					'rmda',
					box('rdrf', '\0\0\0\0url \0\0\0\x20', `${address}/reference.mov`.padEnd(32, '\0'))
				)
			)
		);
		const lists: Record<string, string | Buffer> = {
			hls: `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${address}/a.ts\n#EXT-X-ENDLIST\n`,
			key: `#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="${address}/key"\n#EXTINF:1,\nfile://${secret}\n`,
			bom: `\ufeff\n #EXTM3U\n#EXTINF:1,\n${address}/b.ts\n`,
			concat: `ffconcat version 1.0\nfile '${address}/c.mp4'\n`,
			plain: `file '${secret}'\n`,
			dash: `<?xml version="1.0"?>\n<MPD><BaseURL>${address}/</BaseURL></MPD>`,
			smil: `<smil><body><video src="${address}/d.mp4"/></body></smil>`,
			pls: `[playlist]\nFile1=${address}/e.mp4\n`,
			address: `${address}/f.mp4\n`,
			reference: Buffer.concat([box('ftyp', 'qt  \0\0\0\0qt  '), reference, box('mdat', 'x')])
		};
		for (const [name, bytes] of Object.entries(lists)) {
			const { facts, useless } = await examine(await fileOf(`${name}.mp4`, bytes));
			expect([name, useless]).toEqual([name, 'reaches']);
			expect(facts.reaches.join(' '), name).toMatch(/127\.0\.0\.1|secret/);
		}
		expect(hits).toBe(0);
	});

	it('fetches nothing as a film whose pictures lie elsewhere', async () => {
		const bytes = await readFile(await film());
		const at = bytes.indexOf('url ', bytes.indexOf('dref'));
		// The entry that says “in this file” becomes one that names an address.
		bytes.writeUInt32BE(0, at + 4);
		const url = Buffer.from(`${address}/g.mp4\0`);
		const entry = Buffer.concat([bytes.subarray(at - 4, at + 8), url]);
		entry.writeUInt32BE(entry.length, 0);
		const more = Buffer.concat([bytes.subarray(0, at - 4), entry, bytes.subarray(at + 8)]);
		for (const name of ['dref', 'dinf', 'minf', 'mdia', 'trak', 'moov']) {
			const where = more.lastIndexOf(name, at) - 4;
			more.writeUInt32BE(more.readUInt32BE(where) + url.length, where);
		}
		const { facts, useless } = await examine(await fileOf('elsewhere.mov', more));
		expect([useless, facts.reaches]).toEqual(['reaches', [`${address}/g.mp4`]]);
		expect(hits).toBe(0);
	});

	it('could reach nobody even if a tool wanted to', async () => {
		const ran = await run('ffprobe', ['-v', 'error', `${address}/h.mp4`], {
			longest: 5000,
			pipes: {}
		});
		expect(ran.code).not.toBe(0);
		if (leashOf().includes('unshare')) expect(hits).toBe(0);
	});
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile, stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archive, box, chance, ffmpeg, fileOf, film, impostors } from '../../../../../tests/films';
import { examine, inspect, look } from '.';
import { bareFacts } from './bare';
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

	it('fetches nothing where there is no ffmpeg either', async () => {
		const list = await fileOf('list.mp4', `#EXTM3U\n#EXTINF:1,\n${address}/i.ts\n`);
		expect(await bareFacts(list)).toBe(null);
		expect(hits).toBe(0);
	});
});

describe('torn and forged bytes', () => {
	it('never break the look at them, whatever is torn', async () => {
		const small = ['-i', await film({ seconds: 2, size: [160, 90] }), '-c', 'copy'];
		const random = chance(99);
		for (const form of ['mp4', 'matroska', 'mpegts']) {
			const whole = await readFile(await ffmpeg([...small, '-f', form], `torn.${form}`));
			for (let n = 0; n < 60; n++) {
				const bytes = Buffer.from(whole.subarray(0, 64 + random() * whole.length));
				// Mostly where the structure is: at the beginning, and in numbers.
				for (let m = 0; m < 12; m++)
					bytes[Math.floor(random() ** 3 * bytes.length)] = Math.floor(random() * 256);
				const found = await look(await fileOf('torn.bin', bytes));
				expect(found.size).toBe(bytes.length);
			}
		}
	});

	it('never break the inspection, and never keep it busy', async () => {
		const whole = await readFile(await film({ seconds: 2, size: [160, 90] }));
		const random = chance(98);
		for (let n = 0; n < 6; n++) {
			const bytes = Buffer.from(whole);
			for (let m = 0; m < 40; m++)
				bytes[32 + Math.floor(random() ** 2 * (bytes.length - 32))] = Math.floor(random() * 256);
			const { facts } = await examine(await fileOf('forged.mp4', bytes), { longest: 20_000 });
			expect(facts.damage).not.toContain('decoding takes too long');
		}
	});

	it('are read in a moment even where they were made to be slow', async () => {
		const many = 250_000;
		const slow = [
			'#EXTM3U' + '\n'.repeat(many),
			'#EXTM3U\n' + 'src'.padEnd(many),
			'#EXTM3U\n' + 'file '.repeat(many / 5),
			'<!--'.repeat(many / 4),
			'<?xml '.repeat(many / 6),
			'MZ'.repeat(many),
			'<'.repeat(many)
		];
		for (const text of slow) {
			const end = box('free', text);
			expect((await look(await fileOf('slow.mp4', text))).container).toBe(null);
			const carried = Buffer.concat([await readFile(await film()), end]);
			expect((await look(await fileOf('slow.mp4', carried))).container).toBe('mp4');
		}
	});

	it('end where a box claims to be nothing, everything or more', async () => {
		const head = (await readFile(await film())).subarray(0, 32);
		const long = (high: number, low: number) => {
			const bytes = Buffer.from('\0\0\0\x01free\0\0\0\0\0\0\0\0', 'latin1');
			bytes.writeUInt32BE(high, 8);
			bytes.writeUInt32BE(low, 12);
			return bytes;
		};
		for (const tail of [
			Buffer.alloc(4096),
			Buffer.from('\0\0\0\0free', 'latin1'),
			Buffer.from('\0\0\0\x07free', 'latin1'),
			long(0, 0),
			long(0, 16),
			long(0xffffffff, 0xffffffff),
			Buffer.concat(Array.from({ length: 50_000 }, () => box('free')))
		]) {
			const found = await look(await fileOf('odd.mp4', Buffer.concat([head, tail])));
			expect(found.damage).toContain('no moov');
		}
	});
});

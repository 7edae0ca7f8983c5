import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';

const exec = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'liantu-films-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
let last = 0;

/** A path in the folder of this run, which is removed at its end. */
export const pathFor = (name: string): string => join(folder, `${++last}-${name}`);

/** Writes bytes to a file of this run. */
export async function fileOf(name: string, bytes: Buffer | string): Promise<string> {
	const path = pathFor(name);
	await writeFile(path, bytes);
	return path;
}

/** Runs ffmpeg with its output as the last argument; it must succeed. */
export async function ffmpeg(args: string[], name: string): Promise<string> {
	const path = pathFor(name);
	await exec('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args, `file:${path}`]);
	return path;
}

/** Numbers in 0…1, the same ones for the same seed. */
export function chance(seed: number): () => number {
	let state = (seed * 2654435761 + 12345) >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

const WIDE = 160;
const HIGH = 90;
const RATE = 10;

/** Pictures of a film nobody made: scenes of a few seconds in which light and dark things move. */
function scenes(seed: number, seconds: number): Buffer {
	const random = chance(seed);
	const out = Buffer.alloc(WIDE * HIGH * RATE * seconds);
	let until = 0;
	let things: {
		x: number;
		y: number;
		dx: number;
		dy: number;
		r: number;
		tall: number;
		light: number;
	}[] = [];
	let ground = [0, 0, 0];
	for (let n = 0; n < RATE * seconds; n++) {
		if (n >= until) {
			until = n + RATE * (2 + 3 * random());
			ground = [60 + 120 * random(), random() - 0.5, random() - 0.5];
			things = Array.from({ length: 7 }, () => ({
				x: WIDE * random(),
				y: HIGH * random(),
				dx: 3 * (random() - 0.5),
				dy: 2 * (random() - 0.5),
				r: 8 + 26 * random(),
				tall: 0.5 + random(),
				light: 255 * random()
			}));
		}
		for (let y = 0; y < HIGH; y++)
			for (let x = 0; x < WIDE; x++) {
				let light = ground[0]! + ground[1]! * (x - WIDE / 2) + ground[2]! * (y - HIGH / 2);
				for (const thing of things) {
					const across = (x - thing.x) / thing.r;
					const down = (y - thing.y) / (thing.r * thing.tall);
					if (across * across + down * down < 1) light = thing.light;
				}
				out[(n * HIGH + y) * WIDE + x] = Math.max(16, Math.min(255, light));
			}
		for (const thing of things) {
			thing.x += thing.dx;
			thing.y += thing.dy;
		}
	}
	return out;
}

const SOUND = 22050;

/** A tune nobody wrote: notes with overtones over a soft noise, as 16-bit mono sound. */
function tune(seed: number, seconds: number, loud = 0.3): Buffer {
	const random = chance(seed + 1000);
	const out = Buffer.alloc(SOUND * seconds * 2);
	let until = 0;
	let voices: { step: number; strength: number }[] = [];
	for (let n = 0; n < SOUND * seconds; n++) {
		if (n >= until) {
			until = n + SOUND * (0.15 + 0.5 * random());
			voices = Array.from({ length: 5 }, () => ({
				step: (2 * Math.PI * 180 * 2 ** (4 * random())) / SOUND,
				strength: random()
			}));
		}
		let value = 0.1 * (random() - 0.5);
		for (const { step, strength } of voices) value += (strength / 3) * Math.sin(step * n);
		out.writeInt16LE(Math.max(-32767, Math.min(32767, Math.round(value * loud * 32767))), n * 2);
	}
	return out;
}

interface FilmWish {
	seed?: number;
	seconds?: number;
	/** Pixels; an even number each. */
	size?: [number, number];
	/** `none` has no sound track, `silent` an empty one. */
	sound?: 'tune' | 'none' | 'silent' | 'loud';
	/** Seconds [from, to) that are black. */
	black?: [number, number][];
	/** Options of the output, before its name. */
	args?: string[];
	/** Filter of the picture after scaling. */
	filter?: string;
	name?: string;
}

const made = new Map<string, Promise<string>>();

/** A real film, H.264 and AAC in an MP4 unless wished otherwise. The same wish gives the same file. */
export function film(wish: FilmWish = {}): Promise<string> {
	const key = JSON.stringify(wish);
	const there = made.get(key);
	if (there) return there;
	const making = make(wish);
	made.set(key, making);
	return making;
}

async function make(wish: FilmWish): Promise<string> {
	const { seed = 1, seconds = 8, size = [320, 180], sound = 'tune', black = [], name } = wish;
	const pictures = scenes(seed, seconds);
	for (const [from, to] of black)
		pictures.fill(0, WIDE * HIGH * RATE * from, WIDE * HIGH * RATE * to);
	const args = [
		...['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${WIDE}x${HIGH}`, '-r', String(RATE)],
		...['-i', await fileOf('scenes.raw', pictures)]
	];
	if (sound !== 'none') {
		const tones =
			sound === 'silent'
				? Buffer.alloc(SOUND * seconds * 2)
				: tune(seed, seconds, sound === 'loud' ? 6 : 0.3);
		args.push('-f', 's16le', '-ar', String(SOUND), '-ac', '1');
		args.push('-i', await fileOf('tune.raw', tones));
	}
	const filter = [`scale=${size[0]}:${size[1]}`, 'setsar=1', ...(wish.filter ? [wish.filter] : [])];
	return ffmpeg(
		[
			...args,
			...[
				'-vf',
				filter.join(','),
				'-pix_fmt',
				'yuv420p',
				'-c:v',
				'libx264',
				'-preset',
				'ultrafast'
			],
			...['-crf', '23', '-r', '25', ...(sound === 'none' ? [] : ['-c:a', 'aac', '-b:a', '96k'])],
			...(wish.args ?? ['-movflags', '+faststart'])
		],
		name ?? 'film.mp4'
	);
}

/** A box of an MP4. */
export function box(name: string, ...parts: (Buffer | string)[]): Buffer {
	const body = Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1')));
	const head = Buffer.alloc(8);
	head.writeUInt32BE(body.length + 8, 0);
	head.write(name, 4, 'latin1');
	return Buffer.concat([head, body]);
}

/** An archive of one file with some text in it. */
export function archive(text = 'x'.repeat(2000)): Buffer {
	const body = deflateRawSync(Buffer.from(text));
	const local = Buffer.alloc(30);
	local.write('PK\x03\x04\x14\0\0\0\x08\0', 'latin1');
	local.writeUInt32LE(body.length, 18);
	local.writeUInt32LE(text.length, 22);
	local.writeUInt16LE(1, 26);
	const central = Buffer.alloc(46);
	central.write('PK\x01\x02\x14\0\x14\0\0\0\x08\0', 'latin1');
	central.writeUInt32LE(body.length, 20);
	central.writeUInt32LE(text.length, 24);
	central.writeUInt16LE(1, 28);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(1, 8);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(47, 12);
	end.writeUInt32LE(31 + body.length, 16);
	return Buffer.concat([local, Buffer.from('a'), body, central, Buffer.from('a'), end]);
}

/** The beginnings of things that are no films, by what they are. */
export const impostors: Record<string, Buffer> = {
	program: Buffer.concat([
		Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1'),
		Buffer.alloc(64),
		Buffer.from('This program cannot be run in DOS mode.\r\n$'),
		Buffer.alloc(400, 0x90)
	]),
	elf: Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(500, 3)]),
	page: Buffer.from('<!doctype html><html><script>alert(1)</script></html>'),
	drawing: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
	archive: archive(),
	rar: Buffer.concat([Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), Buffer.alloc(300, 9)]),
	seven: Buffer.concat([Buffer.from('7z\xbc\xaf\x27\x1c\0\x04', 'latin1'), Buffer.alloc(300, 9)]),
	document: Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n'),
	script: Buffer.from('#!/bin/sh\ntouch /tmp/canary\n'),
	php: Buffer.from("<?php system($_GET['c']); ?>")
};

import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** How the public copy of a recording differs from the upload: what is kept, and what is blanked. */
interface Cleaning {
	start: number;
	end: number;
	/** Bytes written over, by their place in the upload. */
	patches: { at: number; bytes: Buffer }[];
	/** Seconds, where the file says so. */
	duration: number | null;
}

/**
 * Finds what a recording tells beside its sound (name, device, place of the telephone) so that the
 * public copy goes without it. Null when the file is not whole.
 */
export async function cleaningOf(path: string, ending: string): Promise<Cleaning | null> {
	const file = await open(path, 'r');
	try {
		const { size } = await file.stat();
		if (ending === 'mp3') return await mp3(file, size);
		if (ending === 'm4a') return await m4a(file, size);
		return await ogg(file, size);
	} finally {
		await file.close();
	}
}

async function at(file: FileHandle, from: number, length: number): Promise<Buffer> {
	const bytes = Buffer.alloc(Math.max(0, length));
	const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
	return bytes.subarray(0, bytesRead);
}

/** Without ID3v2 before and ID3v1 after the sound (id3.org). */
async function mp3(file: FileHandle, size: number): Promise<Cleaning | null> {
	let start = 0;
	for (let count = 0; count < 8; count++) {
		const head = await at(file, start, 10);
		if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') break;
		const length = head.subarray(6, 10).reduce((sum, byte) => (sum << 7) | (byte & 0x7f), 0);
		start += 10 + length + (head[5]! & 0x10 ? 10 : 0);
	}
	const last = await at(file, Math.max(0, size - 128), 128);
	const end = last.toString('latin1', 0, 3) === 'TAG' ? size - 128 : size;
	const first = await at(file, start, 4096);
	const sync = first.findIndex((byte, i) => byte === 0xff && ((first[i + 1] ?? 0) & 0xe0) === 0xe0);
	if (sync < 0 || start + sync >= end) return null;
	return { start: start + sync, end, patches: [], duration: null };
}

const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl']);
const TELLING = new Set(['udta', 'meta', 'uuid', 'ilst']);

/** Boxes that tell become free space of the same length, so that nothing moves (ISO 14496-12). */
async function m4a(file: FileHandle, size: number): Promise<Cleaning | null> {
	const patches: Cleaning['patches'] = [];
	let duration: number | null = null;
	let sound = false;
	let left = 2000;
	async function walk(from: number, to: number): Promise<boolean> {
		for (let place = from; place + 8 <= to;) {
			if (left-- === 0) return false;
			const head = await at(file, place, 16);
			const name = head.toString('latin1', 4, 8);
			let length = head.readUInt32BE(0);
			let body = 8;
			if (length === 1 && head.length === 16) {
				length = Number(head.readBigUInt64BE(8));
				body = 16;
			} else if (length === 0) length = to - place;
			if (length < body || place + length > to) return false;
			if (name === 'mdat') sound = true;
			if (TELLING.has(name)) {
				patches.push({ at: place + 4, bytes: Buffer.from('free') });
				patches.push({ at: place + body, bytes: Buffer.alloc(length - body) });
			} else if (name === 'mvhd') {
				const box = await at(file, place + body, 32);
				const long = box[0] === 1;
				const scale = box.readUInt32BE(long ? 20 : 12);
				const units = long ? Number(box.readBigUInt64BE(24)) : box.readUInt32BE(16);
				duration = scale ? Math.round((units / scale) * 10) / 10 : null;
			} else if (CONTAINERS.has(name) && !(await walk(place + body, place + length))) return false;
			place += length;
		}
		return true;
	}
	if (!(await walk(0, size)) || !sound) return null;
	return { start: 0, end: size, patches, duration };
}

/** Comments of Vorbis and Opus keep their length and lose their words; the page gets its new sum. */
async function ogg(file: FileHandle, size: number): Promise<Cleaning | null> {
	const head = await at(file, 0, Math.min(size, 512 * 1024));
	const pages: { at: number; end: number }[] = [];
	for (let place = 0; place + 27 <= head.length && pages.length < 40;) {
		if (head.toString('latin1', place, place + 4) !== 'OggS') return null;
		const segments = head[place + 26]!;
		const table = head.subarray(place + 27, place + 27 + segments);
		const end = place + 27 + segments + table.reduce((sum, part) => sum + part, 0);
		if (end > head.length) break;
		pages.push({ at: place, end });
		place = end;
	}
	const patches: Cleaning['patches'] = [];
	const page = pages[1];
	if (!page) return null;
	const bytes = Buffer.from(head.subarray(page.at, page.end));
	const data = 27 + bytes[26]!;
	const mark = bytes.toString('latin1', data, data + 8);
	const skip = mark === 'OpusTags' ? 8 : mark.startsWith('\x03vorbis') ? 7 : 0;
	if (skip) {
		const first = data + skip + 4 + safe(bytes, data + skip);
		const count = safe(bytes, first);
		for (let i = 0, place = first + 4; i < count && place + 4 <= bytes.length; i++) {
			const length = safe(bytes, place);
			// A long comment (a cover picture) runs on into further pages: what lies in this one goes.
			const till = Math.min(bytes.length, place + 4 + length);
			bytes.fill('_', place + 4, till);
			if (length) bytes.write('=', place + 4);
			place += 4 + length;
		}
		bytes.writeUInt32LE(0, 22);
		bytes.writeUInt32LE(checksum(bytes), 22);
		patches.push({ at: page.at, bytes });
	}
	return { start: 0, end: size, patches, duration: null };
}

const safe = (bytes: Buffer, place: number) =>
	place + 4 <= bytes.length ? bytes.readUInt32LE(place) : 0;

/** The checksum of an Ogg page (RFC 3533): CRC-32 of 0x04c11db7, not reflected, from 0. */
export function checksum(bytes: Buffer): number {
	let sum = 0;
	for (const byte of bytes) {
		sum ^= byte << 24;
		for (let i = 0; i < 8; i++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
	}
	return sum >>> 0;
}

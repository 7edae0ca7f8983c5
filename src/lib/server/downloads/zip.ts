import { createDeflateRaw } from 'node:zlib';
import { pipeline, Readable } from 'node:stream';

const TABLE = Int32Array.from({ length: 256 }, (_, n) => {
	for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
	return n;
});

/** Continues a CRC-32 (ISO 3309, as ZIP wants it) over `bytes`; begin with 0. */
export function crc32(crc: number, bytes: Uint8Array): number {
	let c = ~crc;
	for (const byte of bytes) c = TABLE[(c ^ byte) & 255]! ^ (c >>> 8);
	return ~c >>> 0;
}

/** One file of an archive; its text is made only while it is written. */
export interface Entry {
	name: string;
	text: AsyncIterable<string> | Iterable<string>;
}

const UTF8_AND_DESCRIPTOR = 0x0808;
const DEFLATE = 8;
/** 1980-01-01, so that the same content gives the same bytes. */
const DATE = 0x0021;

/**
 * A ZIP archive as a stream (PKWARE APPNOTE 6.3.10, deflate, sizes in data descriptors, no ZIP64:
 * below 4 GiB). Nothing is held but one chunk and a line per file.
 */
export async function* zip(
	entries: AsyncIterable<Entry> | Iterable<Entry>
): AsyncGenerator<Uint8Array> {
	const central: Buffer[] = [];
	let offset = 0;
	for await (const { name, text } of entries) {
		const start = offset;
		const file = Buffer.from(name);
		const local = header(0x04034b50, 30, file);
		local.writeUInt16LE(20, 4);
		local.writeUInt16LE(UTF8_AND_DESCRIPTOR, 6);
		local.writeUInt16LE(DEFLATE, 8);
		local.writeUInt16LE(DATE, 12);
		local.writeUInt16LE(file.length, 26);
		offset += local.length;
		yield local;
		const sum = { crc: 0, size: 0 };
		let packed = 0;
		const packer = createDeflateRaw();
		// Not `pipe`: what fails while reading has to end the archive, and giving up has to end the reading.
		pipeline(Readable.from(counted(text, sum)), packer, () => {});
		for await (const chunk of packer) {
			packed += (chunk as Buffer).length;
			yield chunk as Buffer;
		}
		const descriptor = Buffer.alloc(16);
		descriptor.writeUInt32LE(0x08074b50, 0);
		for (const [at, value] of [sum.crc, packed, sum.size].entries())
			descriptor.writeUInt32LE(value, 4 + 4 * at);
		offset += packed + descriptor.length;
		yield descriptor;
		const entry = header(0x02014b50, 46, file);
		entry.writeUInt16LE(20, 4);
		entry.writeUInt16LE(20, 6);
		entry.writeUInt16LE(UTF8_AND_DESCRIPTOR, 8);
		entry.writeUInt16LE(DEFLATE, 10);
		entry.writeUInt16LE(DATE, 14);
		for (const [at, value] of [sum.crc, packed, sum.size].entries())
			entry.writeUInt32LE(value, 16 + 4 * at);
		entry.writeUInt16LE(file.length, 28);
		entry.writeUInt32LE(start, 42);
		central.push(entry);
	}
	const directory = Buffer.concat(central);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(central.length, 8);
	end.writeUInt16LE(central.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(offset, 16);
	yield directory;
	yield end;
}

/** A record of `fixed` bytes with its signature, followed by the file name. */
function header(signature: number, fixed: number, name: Buffer): Buffer {
	const bytes = Buffer.alloc(fixed + name.length);
	bytes.writeUInt32LE(signature, 0);
	name.copy(bytes, fixed);
	return bytes;
}

async function* counted(
	text: Entry['text'],
	sum: { crc: number; size: number }
): AsyncGenerator<Buffer> {
	for await (const piece of text) {
		const bytes = Buffer.from(piece);
		sum.crc = crc32(sum.crc, bytes);
		sum.size += bytes.length;
		yield bytes;
	}
}

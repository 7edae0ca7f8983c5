import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { By } from '$lib/domain/people/who';
import { add } from '$lib/server/media/add';
import { receive } from '$lib/server/media/incoming';
import { storeOf } from '$lib/server/media/store';
import { emptyDb } from './make';
import { asRole as by } from './people';

export { by };

/** An empty library in a folder of its own. */
export async function library() {
	const folder = mkdtempSync(join(tmpdir(), 'liantu-media-'));
	const db = await emptyDb();
	const store = storeOf({ storageUrl: `file:${join(folder, 'files')}`, dataDir: folder });
	const send = async (bytes: Buffer, name: string, who: By = by('editor')) => {
		const incoming = await receive([bytes] as unknown as AsyncIterable<Buffer>, store.incoming);
		return typeof incoming === 'string' ? incoming : add(db, store, who, incoming, name);
	};
	return {
		db,
		store,
		folder,
		send,
		/** Sends a file that must be taken, and gives its id. */
		sent: async (bytes: Buffer, name: string, who?: By) => {
			const taken = await send(bytes, name, who);
			if (typeof taken === 'string') throw new Error(`${name} was refused: ${taken}`);
			return taken.id;
		},
		close: () => rmSync(folder, { recursive: true, force: true })
	};
}

/** The place and the words a telephone writes into a photograph. */
const EXIF = {
	IFD0: { Make: 'CANARY-PHONE', ImageDescription: 'CANARY-WORDS' },
	IFD2: { DateTimeOriginal: '2026:03:05 10:00:00' },
	IFD3: {
		GPSLatitudeRef: 'N',
		GPSLatitude: '30/1 25/1 0/1',
		GPSLongitudeRef: 'E',
		GPSLongitude: '119/1 57/1 0/1'
	}
};

/** A photograph with EXIF, GPS and XMP, its left half red and its right half blue. */
export async function photo(
	width = 1200,
	height = 800,
	{ format = 'jpeg' as 'jpeg' | 'png' | 'webp' | 'avif', orientation = 1, seed = 0 } = {}
): Promise<Buffer> {
	const half = await sharp({
		create: { width: Math.floor(width / 2), height, channels: 3, background: '#c01010' }
	})
		.png()
		.toBuffer();
	return sharp({
		create: { width, height, channels: 3, background: { r: 16, g: seed % 200, b: 192 } }
	})
		.composite([{ input: half, left: 0, top: 0 }])
		.withExif(EXIF)
		.withMetadata({ orientation })
		.withExifMerge(EXIF)
		.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>CANARY-XMP</a></x:xmpmeta>')
		[format]()
		.toBuffer();
}

const chunk = (name: string, data: Buffer) => {
	const body = Buffer.concat([Buffer.from(name), data]);
	const out = Buffer.alloc(8 + body.length);
	out.writeUInt32BE(data.length, 0);
	body.copy(out, 4);
	out.writeUInt32BE(crc32(body), 4 + body.length);
	return out;
};

/** A PNG that claims a size and holds next to nothing; `extra` chunks stand before its data. */
export function claimed(width: number, height: number, extra: [string, Buffer][] = []): Buffer {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 2, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', head),
		...extra.map(([name, data]) => chunk(name, data)),
		chunk('IDAT', deflateSync(Buffer.alloc(50_000))),
		chunk('IEND', Buffer.alloc(0))
	]);
}

/** A second of silence as MP3, with names and words around it. */
export function mp3(): Buffer {
	const frame = Buffer.alloc(417);
	frame.set([0xff, 0xfb, 0x90, 0x00]);
	const words = Buffer.from('TIT2CANARY-TITLE'.padEnd(200, ' '));
	const id3 = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, words.length >> 7, words.length & 127]);
	const last = Buffer.from('TAGCANARY-LAST'.padEnd(128, ' '));
	return Buffer.concat([id3, words, ...Array<Buffer>(38).fill(frame), last]);
}

const box = (name: string, ...parts: Buffer[]) => {
	const body = Buffer.concat(parts);
	const head = Buffer.alloc(8);
	head.writeUInt32BE(body.length + 8, 0);
	head.write(name, 4, 'latin1');
	return Buffer.concat([head, body]);
};

/** A recording as a telephone saves it, with the place it was made at. */
export function m4a(): Buffer {
	const mvhd = Buffer.alloc(100);
	mvhd.writeUInt32BE(1000, 12);
	mvhd.writeUInt32BE(12_500, 16);
	return Buffer.concat([
		box('ftyp', Buffer.from('M4A \0\0\0\0M4A mp42', 'latin1')),
		box(
			'moov',
			box('mvhd', mvhd),
			box('trak', box('udta', Buffer.from('CANARY-TRACK'))),
			box('udta', box('\xa9xyz', Buffer.from('CANARY+30.4167+119.9500/')))
		),
		box('uuid', Buffer.from('CANARY-UUID-----and more')),
		box('mdat', Buffer.alloc(2000, 7))
	]);
}

/** A recording as Ogg: its first page, its comments with names in them, and some sound. */
export function ogg(sum: (bytes: Buffer) => number): Buffer {
	const page = (number: number, data: Buffer) => {
		const head = Buffer.alloc(28);
		head.write('OggS');
		head.writeUInt32LE(number, 18);
		head.set([1, data.length], 26);
		const whole = Buffer.concat([head, data]);
		whole.writeUInt32LE(sum(whole), 22);
		return whole;
	};
	const text = (words: string) => {
		const bytes = Buffer.from(words);
		const length = Buffer.alloc(4);
		length.writeUInt32LE(bytes.length);
		return Buffer.concat([length, bytes]);
	};
	const tags = Buffer.concat([
		Buffer.from('OpusTags'),
		text('maker'),
		Buffer.from([2, 0, 0, 0]),
		text('ARTIST=CANARY-NAME'),
		text('LOCATION=CANARY-PLACE')
	]);
	return Buffer.concat([
		page(0, Buffer.from('OpusHead\x01\x01'.padEnd(19, '\0'), 'latin1')),
		page(1, tags),
		page(2, Buffer.alloc(200, 7))
	]);
}

/** The plainest PDF. */
export const pdf = (words = 'x'): Buffer =>
	Buffer.from(
		`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\n%${words}\n%%EOF\n`,
		'latin1'
	);

/** An archive of one empty file. */
export const zip = (): Buffer =>
	Buffer.concat([
		Buffer.from('PK\x03\x04\x14\0\0\0\0\0'.padEnd(30, '\0'), 'latin1'),
		Buffer.from('PK\x01\x02'.padEnd(46, '\0'), 'latin1'),
		Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')
	]);

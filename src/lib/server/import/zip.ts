import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { LIMITS, Unreadable } from './table';

/** A part of an archive as its central directory declares it (APPNOTE.TXT 6.3.10 §4.3.12). */
export interface Entry {
	name: string;
	method: number;
	packed: number;
	unpacked: number;
	/** Where its bytes begin. */
	start: number;
}

/**
 * Reads the central directory and refuses before anything is unpacked: encrypted parts, ZIP64
 * (never needed below our limits), parts that overlap, more than `LIMITS` allow.
 * @throws Unreadable
 */
export function entriesOf(bytes: Buffer): Entry[] {
	const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
	if (end < 0 || end + 22 > bytes.length) throw new Unreadable('broken-zip');
	const count = bytes.readUInt16LE(end + 10);
	let at = bytes.readUInt32LE(end + 16);
	if (count > LIMITS.entries)
		throw new Unreadable('zip-bomb', { entries: count, limit: LIMITS.entries });
	const entries: Entry[] = [];
	for (let n = 0; n < count; n++) {
		if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
			throw new Unreadable('broken-zip');
		const [nameLength, extra, comment] = [28, 30, 32].map((o) => bytes.readUInt16LE(at + o)) as [
			number,
			number,
			number
		];
		const local = bytes.readUInt32LE(at + 42);
		if (bytes.readUInt16LE(at + 8) & 1) throw new Unreadable('encrypted');
		if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== 0x04034b50)
			throw new Unreadable('broken-zip');
		entries.push({
			name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
			method: bytes.readUInt16LE(at + 10),
			packed: bytes.readUInt32LE(at + 20),
			unpacked: bytes.readUInt32LE(at + 24),
			start: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
		});
		at += 46 + nameLength + extra + comment;
	}
	const declared = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
	const bloated = declared > 10 * 1024 * 1024 && declared > bytes.length * LIMITS.ratio;
	if (declared > LIMITS.unpacked || bloated)
		throw new Unreadable('zip-bomb', {
			megabytes: Math.round(declared / 1048576),
			limit: LIMITS.unpacked / 1048576
		});
	const inOrder = [...entries].sort((a, b) => a.start - b.start);
	inOrder.forEach((entry, i) => {
		if (entry.start + entry.packed > (inOrder[i + 1]?.start ?? bytes.length))
			throw new Unreadable('broken-zip');
	});
	return entries;
}

/**
 * Unpacks every part once without keeping it, to prove that none is larger than it declares:
 * readers trust the declared sizes.
 * @param see shown the text of every part in pieces (UTF-8 read byte by byte, so ASCII is exact)
 * @throws Unreadable
 */
export async function proveSizes(
	bytes: Buffer,
	entries: readonly Entry[],
	see?: (name: string) => ((piece: string) => void) | undefined
): Promise<void> {
	for (const { name, method, start, packed, unpacked } of entries) {
		const part = bytes.subarray(start, start + packed);
		const show = see?.(name);
		if (method === 0 && packed === unpacked) {
			show?.(part.toString('latin1'));
			continue;
		}
		if (method !== 8) throw new Unreadable('broken-zip');
		const inflate = createInflateRaw({ chunkSize: 1 << 18 });
		inflate.on('error', () => undefined);
		inflate.end(part);
		let size = 0;
		try {
			for await (const chunk of inflate) {
				if ((size += (chunk as Buffer).length) > unpacked) break;
				show?.((chunk as Buffer).toString('latin1'));
			}
		} catch {
			throw new Unreadable('broken-zip');
		}
		if (size !== unpacked) throw new Unreadable('broken-zip');
	}
}

/** The bytes of one part, at most `limit`. @throws Unreadable */
export function unpack(
	bytes: Buffer,
	{ method, start, packed, unpacked }: Entry,
	limit: number
): Buffer {
	if (unpacked > limit)
		throw new Unreadable('zip-bomb', {
			megabytes: Math.round(unpacked / 1048576),
			limit: limit / 1048576
		});
	const part = bytes.subarray(start, start + packed);
	try {
		return method === 0 ? part : inflateRawSync(part, { maxOutputLength: Math.max(1, unpacked) });
	} catch {
		throw new Unreadable('broken-zip');
	}
}

import { inflateRawSync } from 'node:zlib';

/** The files of a small archive, by its central directory. */
export function unpack(zip: Buffer): Map<string, Buffer> {
	const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
	const found = new Map<string, Buffer>();
	let at = zip.readUInt32LE(end + 16);
	for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
		const [method, size, name, extra, comment, start] = [
			zip.readUInt16LE(at + 10),
			zip.readUInt32LE(at + 20),
			zip.readUInt16LE(at + 28),
			zip.readUInt16LE(at + 30),
			zip.readUInt16LE(at + 32),
			zip.readUInt32LE(at + 42)
		];
		const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
		const bytes = zip.subarray(data, data + size);
		found.set(
			zip.toString('utf8', at + 46, at + 46 + name),
			method ? inflateRawSync(bytes) : Buffer.from(bytes)
		);
		at += 46 + name + extra + comment;
	}
	return found;
}

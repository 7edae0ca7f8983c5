/** What the first bytes of a picture say about it, read without any decoder. */
interface Header {
	/** Pixels as stored; 0 when the bytes do not say. */
	width: number;
	height: number;
	animated: boolean;
}

const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to);

/**
 * Size and movement of a PNG, JPEG, WebP, AVIF or HEIC from its header. A picture of 50,000 × 50,000
 * is a few kilobytes of file: it must be refused before anything tries to unpack it.
 * @param bytes the beginning of the file, 64 KB or more
 */
export function headerOf(bytes: Buffer, type: string): Header {
	if (type === 'image/png') return png(bytes);
	if (type === 'image/jpeg') return { ...jpeg(bytes), animated: false };
	if (type === 'image/webp') return webp(bytes);
	return boxes(bytes);
}

function png(bytes: Buffer): Header {
	if (bytes.length < 24) return { width: 0, height: 0, animated: false };
	let animated = false;
	for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
		const name = ascii(bytes, at + 4, at + 8);
		if (name === 'acTL') animated = true;
		if (name === 'IDAT') break;
	}
	return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), animated };
}

function jpeg(bytes: Buffer): { width: number; height: number } {
	for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
		while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
		if (bytes[at] !== 0xff || at + 9 >= bytes.length) break;
		const marker = bytes[at + 1]!;
		const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (frame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
	}
	return { width: 0, height: 0 };
}

function webp(bytes: Buffer): Header {
	if (bytes.length < 30) return { width: 0, height: 0, animated: false };
	const kind = ascii(bytes, 12, 16);
	if (kind === 'VP8X')
		return {
			width: bytes.readUIntLE(24, 3) + 1,
			height: bytes.readUIntLE(27, 3) + 1,
			animated: (bytes[20]! & 2) !== 0
		};
	if (kind === 'VP8L') {
		const bits = bytes.readUInt32LE(21);
		return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1, animated: false };
	}
	return {
		width: bytes.readUInt16LE(26) & 0x3fff,
		height: bytes.readUInt16LE(28) & 0x3fff,
		animated: false
	};
}

/** AVIF and HEIC name the size of each of their pictures in an `ispe` box; the largest counts. */
function boxes(bytes: Buffer): Header {
	const brand = ascii(bytes, 8, 12);
	const found: Header = { width: 0, height: 0, animated: ['avis', 'msf1', 'hevc'].includes(brand) };
	for (
		let at = bytes.indexOf('ispe');
		at >= 0 && at + 16 <= bytes.length;
		at = bytes.indexOf('ispe', at + 4)
	) {
		const [width, height] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
		if (width * height > found.width * found.height) Object.assign(found, { width, height });
	}
	return found;
}

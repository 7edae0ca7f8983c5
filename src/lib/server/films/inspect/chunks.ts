import { archiveAtEnd, behind, marksIn } from './marks';
import type { Structure } from './boxes';
import type { Reading } from './read';

/** Parts of a Matroska file in which pictures and sound lie, or their index. */
const MEDIA = new Set([0x1f43b675, 0x1c53bb6b]);
const SEGMENT = 0x18538067;
const MOST = 200_000;

/** Number and length of an EBML element; length null for “to the end”. Null where there is none. */
async function element(file: Reading, at: number) {
	const head = await file.bytes(at, 12);
	if (head.length < 2) return null;
	const idWide = Math.clz32(head[0]!) - 23;
	if (idWide < 1 || idWide > 4 || head.length <= idWide) return null;
	const wide = Math.clz32(head[idWide]!) - 23;
	if (wide < 1 || wide > 8 || head.length < idWide + wide) return null;
	let length = BigInt(head[idWide]! & (0xff >> wide));
	let open = head[idWide] === 0xff >> (wide - 1);
	for (let n = 1; n < wide; n++) {
		length = (length << 8n) | BigInt(head[idWide + n]!);
		open &&= head[idWide + n] === 0xff;
	}
	return {
		id: head.readUIntBE(0, idWide),
		head: idWide + wide,
		length: open ? null : Number(length)
	};
}

/** Walks the elements of a Matroska or WebM file. */
export async function elementsOf(file: Reading): Promise<Structure> {
	const damage: string[] = [];
	const hidden: string[] = [];
	const first = await element(file, 0);
	let at = first ? first.head + (first.length ?? 0) : 0;
	let end = file.size;
	let media = 0;
	let deep = false;
	for (let n = 0; at < end && n < MOST; n++) {
		const next = await element(file, at);
		if (!next) break;
		if (next.id === SEGMENT && !deep) {
			deep = true;
			if (next.length !== null) {
				end = at + next.head + next.length;
				if (end > file.size) damage.push(`${file.size - at} of ${next.length} bytes`);
				end = Math.min(end, file.size);
			}
			at += next.head;
			continue;
		}
		if (!deep && next.id !== 0xec) break;
		// Of unknown length: the film runs on to its end without saying so.
		if (next.length === null) return { damage, hidden, reaches: [], media: null };
		const length = Math.min(next.head + next.length, end - at);
		if (MEDIA.has(next.id)) media += length;
		else hidden.push(...(await marksIn(file, at, length)));
		at += length;
	}
	if (at < file.size) hidden.push(...(await behind(file, at)));
	hidden.push(...(await archiveAtEnd(file)));
	return { damage, hidden: [...new Set(hidden)], reaches: [], media };
}

/** Walks the chunks of an AVI. */
export async function riffOf(file: Reading): Promise<Structure> {
	const damage: string[] = [];
	const hidden: string[] = [];
	let at = 0;
	let media = 0;
	for (let n = 0; at + 12 <= file.size && n < 64; n++) {
		const head = await file.bytes(at, 12);
		const form = head.toString('latin1', 8, 12);
		if (head.toString('latin1', 0, 4) !== 'RIFF' || !/^AVI[ X]$/.test(form)) break;
		const end = at + 8 + head.readUInt32LE(4);
		if (end > file.size) damage.push(`${file.size - at} of ${end - at} bytes of ${form.trim()}`);
		for (let inner = at + 12, m = 0; inner + 8 <= Math.min(end, file.size) && m < 64; m++) {
			const chunk = await file.bytes(inner, 12);
			const length = chunk.readUInt32LE(4);
			const movie =
				chunk.toString('latin1', 0, 4) === 'LIST' && chunk.toString('latin1', 8) === 'movi';
			if (movie) media += length;
			else if (chunk.toString('latin1', 0, 4) !== 'idx1')
				hidden.push(...(await marksIn(file, inner, length + 8)));
			inner += 8 + length + (length & 1);
		}
		at = end + (end & 1);
	}
	if (at < file.size) hidden.push(...(await behind(file, at)));
	hidden.push(...(await archiveAtEnd(file)));
	return { damage, hidden: [...new Set(hidden)], reaches: [], media };
}

/** Packets of a transport stream: each begins with the same byte, so what is none is found. */
export async function packetsOf(file: Reading): Promise<Structure> {
	const head = await file.bytes(0, 192 * 4);
	const long = head[0] !== 0x47;
	const wide = long ? 192 : 188;
	const sync = long ? 4 : 0;
	const whole = file.size - (file.size % wide);
	const damage = whole < file.size ? [`${file.size - whole} of ${wide} bytes of a packet`] : [];
	// Where the packets end: look at places that come ever closer.
	const isPacket = async (n: number) => (await file.bytes(n * wide + sync, 1))[0] === 0x47;
	let low = 0;
	let high = whole / wide;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (await isPacket(middle)) low = middle;
		else high = middle;
	}
	const end = (low + 1) * wide;
	const hidden = end < whole ? await behind(file, end) : [];
	hidden.push(...(await archiveAtEnd(file)));
	return {
		damage: end < whole ? [] : damage,
		hidden: [...new Set(hidden)],
		reaches: [],
		media: null
	};
}

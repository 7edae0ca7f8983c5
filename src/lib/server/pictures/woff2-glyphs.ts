import { Reader } from './woff2-reader';

/** A point's step from the one before, and whether it lies on the curve. */
type Step = [dx: number, dy: number, on: boolean];

/** Splits the low bit off as a sign: odd is positive (WOFF2 §5.2, table of triplets). */
const signed = (flag: number, value: number) => (flag & 1 ? value : -value);

/** One point from its flag and one to four bytes of coordinates (§5.2). */
function step(flags: number, data: Reader): Step {
	const on = flags < 128;
	const flag = flags & 127;
	if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + data.u8()), on];
	if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + data.u8()), 0, on];
	const high = (at: number) => signed(flag >> 1, at);
	if (flag < 84) {
		const base = flag - 20;
		const byte = data.u8();
		return [
			signed(flag, 1 + (base & 0x30) + (byte >> 4)),
			high(1 + ((base & 0x0c) << 2) + (byte & 15)),
			on
		];
	}
	if (flag < 120) {
		const base = flag - 84;
		return [
			signed(flag, 1 + (Math.floor(base / 12) << 8) + data.u8()),
			high(1 + (((base % 12) >> 2) << 8) + data.u8()),
			on
		];
	}
	if (flag < 124) {
		const [a, b, c] = [data.u8(), data.u8(), data.u8()];
		return [signed(flag, (a << 4) + (b >> 4)), high(((b & 15) << 8) + c), on];
	}
	return [signed(flag, data.u16()), high(data.u16()), on];
}

/** Bytes that grow at their end, big-endian. */
class Writer {
	bytes = new Uint8Array(1 << 16);
	view = new DataView(this.bytes.buffer);
	length = 0;

	#room(count: number): number {
		if (this.length + count > this.bytes.length) {
			const more = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
			more.set(this.bytes);
			this.bytes = more;
			this.view = new DataView(more.buffer);
		}
		return (this.length += count) - count;
	}

	u8(value: number): void {
		const at = this.#room(1);
		this.view.setUint8(at, value);
	}

	i16(value: number): void {
		const at = this.#room(2);
		this.view.setInt16(at, value);
	}

	put(data: Uint8Array): void {
		const at = this.#room(data.length);
		this.bytes.set(data, at);
	}

	align(): void {
		this.#room((4 - (this.length & 3)) & 3);
	}
}

/**
 * Rebuilds the outlines of a font from their packed streams (WOFF2 §5.1–5.3): the tables `glyf` and
 * `loca` (32-bit offsets) and each glyph's left edge in font units.
 */
export function glyphs(packed: Uint8Array): {
	glyf: Uint8Array;
	loca: Uint8Array;
	xMins: Int16Array;
} {
	const head = new Reader(packed);
	head.skip(4);
	const count = head.u16();
	head.skip(2);
	const sizes = Array.from({ length: 7 }, () => head.u32());
	const streams = sizes.map((size) => head.take(size));
	const [contours, points, flags, data, parts] = streams.map((bytes) => new Reader(bytes));
	const maps = streams[5]!;
	const mapBytes = ((count + 31) >> 5) << 2;
	const boxes = new Reader(maps.subarray(mapBytes));
	const programs = new Reader(streams[6]!);

	const out = new Writer();
	const loca = new DataView(new ArrayBuffer((count + 1) * 4));
	const xMins = new Int16Array(count);
	for (let glyph = 0; glyph < count; glyph++) {
		const ends = contours!.i16();
		const boxed = ((maps[glyph >> 3]! >> (7 - (glyph & 7))) & 1) === 1;
		const box = boxed ? [boxes.i16(), boxes.i16(), boxes.i16(), boxes.i16()] : null;
		if (ends !== 0) {
			out.i16(ends);
			if (ends < 0) {
				box!.forEach((edge) => out.i16(edge));
				xMins[glyph] = box![0]!;
				if (composite(parts!, out)) program(data!, programs, out);
			} else xMins[glyph] = simple(ends, box);
			out.align();
		}
		loca.setUint32((glyph + 1) * 4, out.length);
	}
	return {
		glyf: out.bytes.slice(0, out.length),
		loca: new Uint8Array(loca.buffer),
		xMins
	};

	function simple(ends: number, box: number[] | null): number {
		const lengths = Array.from({ length: ends }, () => points!.short());
		const total = lengths.reduce((sum, length) => sum + length, 0);
		const steps = Array.from({ length: total }, () => step(flags!.u8(), data!));
		const [xs, ys] = [0, 1].map((axis) => {
			let at = 0;
			return steps.map((one) => (at += one[axis] as number));
		});
		const edge = (pick: (a: number, b: number) => number, along: number[]) =>
			along.reduce(pick, along[0]!);
		const least = (a: number, b: number) => Math.min(a, b);
		const most = (a: number, b: number) => Math.max(a, b);
		const around = box ?? [edge(least, xs!), edge(least, ys!), edge(most, xs!), edge(most, ys!)];
		around.forEach((value) => out.i16(value));
		let last = -1;
		for (const length of lengths) out.i16((last += length));
		program(data!, programs, out);
		// Every step as two whole numbers: longer than it must be, and nothing to get wrong.
		for (const [, , on] of steps) out.u8(on ? 1 : 0);
		for (const [dx] of steps) out.i16(dx);
		for (const [, dy] of steps) out.i16(dy);
		return around[0]!;
	}
}

function program(data: Reader, programs: Reader, out: Writer): void {
	const length = data.short();
	out.i16(length);
	out.put(programs.take(length));
}

/** Copies the parts of a composite glyph; true when a program follows (OpenType `glyf`). */
function composite(parts: Reader, out: Writer): boolean {
	for (let programmed = false; ;) {
		const flags = parts.u16();
		programmed ||= (flags & 0x100) !== 0;
		out.i16(flags);
		const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
		out.put(parts.take(2 + (flags & 1 ? 4 : 2) + scale));
		if (!(flags & 0x20)) return programmed;
	}
}

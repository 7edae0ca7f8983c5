/** Reads big-endian numbers and the two packed forms of WOFF2 from bytes, one after the other. */
export class Reader {
	#at = 0;
	readonly #view: DataView;

	constructor(readonly bytes: Uint8Array) {
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	skip(count: number): void {
		this.#at += count;
	}

	u8(): number {
		return this.#view.getUint8(this.#at++);
	}

	u16(): number {
		return this.#view.getUint16((this.#at += 2) - 2);
	}

	i16(): number {
		return this.#view.getInt16((this.#at += 2) - 2);
	}

	u32(): number {
		return this.#view.getUint32((this.#at += 4) - 4);
	}

	text(length: number): string {
		return String.fromCharCode(...this.take(length));
	}

	take(length: number): Uint8Array {
		if (this.#at + length > this.bytes.length) throw new RangeError('the font ends too early');
		return this.bytes.subarray(this.#at, (this.#at += length));
	}

	/** UIntBase128: seven bits a byte, most significant first (§4.1.1). */
	base128(): number {
		let value = 0;
		for (let i = 0; i < 5; i++) {
			const byte = this.u8();
			value = value * 128 + (byte & 127);
			if (byte < 128) return value;
		}
		throw new RangeError('a number in the font is too long');
	}

	/** 255UInt16: one byte for small numbers, up to three for others (§4.1.2). */
	short(): number {
		const code = this.u8();
		if (code === 253) return this.u16();
		if (code === 254) return this.u8() + 506;
		if (code === 255) return this.u8() + 253;
		return code;
	}
}

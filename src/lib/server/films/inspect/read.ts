import { open } from 'node:fs/promises';

/** Bytes of a file, a piece at a time. */
export interface Reading {
	size: number;
	/** Up to `length` bytes from `at`; shorter at the end. */
	bytes: (at: number, length: number) => Promise<Buffer>;
}

/** Opens a file for looking at its bytes, and closes it whatever happens. */
export async function reading<T>(path: string, work: (file: Reading) => Promise<T>): Promise<T> {
	const file = await open(path, 'r');
	try {
		const { size } = await file.stat();
		return await work({
			size,
			async bytes(at, length) {
				const piece = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
				const { bytesRead } = await file.read(piece, 0, piece.length, at);
				return piece.subarray(0, bytesRead);
			}
		});
	} finally {
		await file.close();
	}
}

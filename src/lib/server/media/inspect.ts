import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { PIXEL_LIMIT } from '$lib/domain/media/asset';
import { kindOf } from '$lib/domain/media/kinds';
import type { Fault, Kind } from '$lib/domain/media/kinds';
import { headerOf } from './header';

/** How much of a file’s beginning is looked at. */
const HEAD = 256 * 1024;
const PIECE = 1024 * 1024;
/** The longest mark looked for across two pieces. */
const OVERLAP = 16;
const ZIP = 'PK\x03\x04';
const ZIP_END = 'PK\x05\x06';
const PAGE = /<(?:script|html|!doctype html|iframe|foreignobject)[\s>/]/i;

/**
 * What a file that came in really is, by its bytes alone: the kind and, of a picture, the size its
 * header claims; or why it is refused. Nothing is unpacked.
 */
export async function inspect(path: string, name: string): Promise<{ kind: Kind } | Fault> {
	const file = await open(path, 'r');
	try {
		const { size } = await file.stat();
		const head = Buffer.alloc(Math.min(size, HEAD));
		await file.read(head, 0, head.length, 0);
		const kind = kindOf(await typeOf(head), name);
		if (typeof kind === 'string') return kind;
		if (kind.form === 'photo') {
			const { width, height, animated } = headerOf(head, kind.type);
			if (animated) return 'animated';
			if (width * height > PIXEL_LIMIT) return 'pixels';
		}
		// A reader of PDF accepts its mark anywhere in the first kilobyte: so must who refuses it.
		const early = head.toString('latin1', 0, 1024);
		if (kind.extension !== 'pdf' && early.includes('%PDF-')) return 'mixed';
		if (kind.extension === 'pdf' && PAGE.test(early)) return 'mixed';

		let held = '';
		const piece = Buffer.alloc(PIECE);
		for (let at = 0; at < size;) {
			const { bytesRead } = await file.read(piece, 0, PIECE, at);
			if (!bytesRead) break;
			at += bytesRead;
			held = held.slice(-OVERLAP) + piece.toString('latin1', 0, bytesRead);
			// The text of a document may well speak of pages; nobody shows a document as one.
			if (kind.extension !== 'pdf' && PAGE.test(held)) return 'mixed';
		}
		const tail = Buffer.alloc(Math.min(size, 66_000));
		await file.read(tail, 0, tail.length, size - tail.length);
		return endsAsArchive(tail) ? 'mixed' : { kind };
	} finally {
		await file.close();
	}
}

async function typeOf(head: Buffer): Promise<string | null> {
	const text = head.toString('latin1', 0, 4096);
	// Archives are recognised here, before anything looks inside them.
	if (text.startsWith(ZIP) || text.startsWith(ZIP_END)) return 'application/zip';
	if (/^(?:\xef\xbb\xbf)?\s*</.test(text)) {
		if (/<(?:\w+:)?svg[\s>]/i.test(text)) return 'image/svg+xml';
		return 'text/html';
	}
	const found = await fileTypeFromBuffer(head).catch(() => undefined);
	return found?.mime ?? null;
}

/** Whether a file ends as a ZIP does: end record, with a comment of exactly what follows it. */
function endsAsArchive(tail: Buffer): boolean {
	for (let at = tail.lastIndexOf(ZIP_END, undefined, 'latin1'); at >= 0;) {
		if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
		if (at === 0) break;
		at = tail.lastIndexOf(ZIP_END, at - 1, 'latin1');
	}
	return false;
}

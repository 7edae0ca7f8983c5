import { eq } from 'drizzle-orm';
import { textOf } from '$lib/domain/rich/walk';
import type { Tx } from '../db/open';
import { documents } from '../db/schema';
import { indexRows } from '../search';

/** The index reads no more of one text; longer ones come to it in pieces. */
const PIECE = 20_000;
/** Pieces of a PDF that can be found; beyond lies what nobody looks for by words. */
const PIECES = 20;
/** Words of a piece that stand at the end of the one before too, so that none is cut in two. */
const OVERLAP = 40;

/** Puts a document, as its row stands, into the index. */
export async function indexDocument(tx: Tx, id: string): Promise<void> {
	const [row] = await tx.select().from(documents).where(eq(documents.id, id));
	if (!row) return;
	await indexRows(tx, [
		{
			subject: 'document',
			id,
			name: [row.titleZh, row.titleEn ?? '', row.number ?? ''],
			place: [row.issuerZh ?? '', row.issuerEn ?? ''],
			body: [
				row.summaryZh ?? '',
				row.summaryEn ?? '',
				textOf(row.bodyZh),
				textOf(row.bodyEn),
				...piecesOf(row.fileText ?? '')
			]
		}
	]);
}

/** A long text in pieces the index takes whole. */
export function piecesOf(text: string): string[] {
	const step = PIECE - OVERLAP;
	const count = Math.min(PIECES, Math.ceil(text.length / step));
	return Array.from({ length: count }, (_, at) => text.slice(at * step, at * step + PIECE));
}

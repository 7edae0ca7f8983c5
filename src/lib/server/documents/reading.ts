import { and, eq, isNull, ne, or } from 'drizzle-orm';
import type { Db } from '../db/open';
import { assets, documents } from '../db/schema';
import { onContentChange, touchContent, write } from '../db/write';
import { find } from '../files';
import { pdfText } from '../media/pdf-text';
import type { PdfText } from '../media/pdf-text';
import { indexDocument } from './indexed';

type Read = (file: string, options: { signal: AbortSignal }) => Promise<PdfText>;

/** After a change so long passes before files are looked for, so that a bulk of changes is one. */
const PAUSE = 1000;

/**
 * Reads the PDFs of documents whose words are not known yet, or whose file was replaced, one after the
 * other, and puts the words into row and index. A file without words is not read again.
 * @param root the folder of stored files
 * @returns how many were read
 */
export async function readFiles(
	db: Db,
	root: string,
	{ signal, read = pdfText }: { signal: AbortSignal; read?: Read }
): Promise<number> {
	const waiting = await db
		.select({ id: documents.id, asset: assets.id, key: assets.key, sha256: assets.sha256 })
		.from(documents)
		.innerJoin(assets, and(eq(assets.id, documents.file), eq(assets.form, 'document')))
		.where(or(isNull(documents.fileRead), ne(documents.fileRead, assets.sha256)));
	let count = 0;
	for (const { id, asset, key, sha256 } of waiting) {
		const file = await find(root, key);
		if (!file) continue;
		const words = await read(file.path, { signal });
		if (signal.aborted) break;
		const fileText = 'text' in words ? words.text : '';
		await write(db, async (tx) => {
			// While it was read, somebody may have given the document another file.
			const changed = await tx
				.update(documents)
				.set({ fileText, fileRead: sha256 })
				.where(and(eq(documents.id, id), eq(documents.file, asset)))
				.returning({ publishedAt: documents.publishedAt });
			if (!changed.length) return;
			if (changed[0]!.publishedAt !== null) await indexDocument(tx, id);
			await touchContent(tx);
		});
		count++;
	}
	return count;
}

/**
 * Keeps reading: now, and after every change of content. Returns how to stop.
 * @param report is told what went wrong; reading goes on with the next change
 */
export function startReading(
	db: Db,
	root: string,
	report: (error: unknown) => void
): () => Promise<void> {
	const stop = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	let again = false;
	let under: Promise<void> | null = null;
	const run = () => {
		if (under) {
			again = true;
			return;
		}
		under = readFiles(db, root, { signal: stop.signal })
			.then(() => undefined, report)
			.finally(() => {
				under = null;
				if (again && !stop.signal.aborted) later();
				again = false;
			});
	};
	const later = () => {
		clearTimeout(timer);
		timer = setTimeout(run, PAUSE).unref();
	};
	const forget = onContentChange(later);
	later();
	return async () => {
		forget();
		clearTimeout(timer);
		stop.abort();
		await under;
	};
}

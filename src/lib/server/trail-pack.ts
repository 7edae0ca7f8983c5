import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileKind } from '$lib/domain/file-key';
import type { Pack } from '$lib/domain/trail-pack';
import { asksOf } from '$lib/domain/trail-pack';
import type { Reader } from './db/open';
import { find, storageRoot } from './files';
import { publicName } from './media/serve';
import { shared } from './shared';

/** Tells how many bytes an address holds, and what makes it another file; null for what is not there. */
type Weigh = (path: string) => Promise<number | null>;

/** A page differs from answer to answer in the number that lets its scripts run. */
const withoutNonce = (html: string) => html.replace(/ nonce="[^"]*"/g, '');

/**
 * What has to be fetched so that a page works without a network, weighed. A file that is not there
 * is left out: a pack that lists it could never be finished.
 * @param page address the page was asked under
 * @param along other pages that go with it, each with all it asks for
 */
export async function packOf(
	html: string,
	page: URL,
	weigh: Weigh,
	along: readonly { html: string; page: URL }[] = []
): Promise<Pack> {
	const asked = [{ html, page }, ...along].flatMap((one) => asksOf(one.html, one.page));
	const weighed = await Promise.all(
		[...new Set(asked)].map(async (path) => ({ path, bytes: await weigh(path) }))
	);
	const files = weighed
		.flatMap(({ path, bytes }) => (bytes === null ? [] : [{ path, bytes }]))
		.concat(
			along.map((one) => ({
				path: one.page.pathname + one.page.search,
				bytes: Buffer.byteLength(one.html)
			}))
		);
	const own = { path: page.pathname + page.search, bytes: Buffer.byteLength(html) };
	const hash = createHash('sha256').update(withoutNonce(html));
	for (const one of along) hash.update(withoutNonce(one.html));
	for (const { path, bytes } of files) hash.update(`\n${path} ${bytes}`);
	return {
		version: hash.digest('hex').slice(0, 16),
		bytes: files.reduce((sum, { bytes }) => sum + bytes, own.bytes),
		page: own,
		files
	};
}

/**
 * Weighs what the portal itself serves: files of the library the public may have, and what was built.
 * @param made answers that are written on the spot, by path
 */
export const weighing =
	(db: Reader, storageUrl: string, made: ReadonlyMap<string, number>): Weigh =>
	async (address) => {
		const path = address.split('?')[0]!;
		const known = made.get(path);
		if (known !== undefined) return known;
		if (path.startsWith('/files/')) {
			const key = decodeURIComponent(path.slice('/files/'.length));
			if (!fileKind(key) || !(await publicName(db, key))) return null;
			return (await find(storageRoot(storageUrl), key))?.size ?? null;
		}
		// A built page refers to built files; while developing, to those not built yet.
		for (const folder of ['build/client', 'static'])
			try {
				const facts = await stat(join(shared.root, folder, decodeURIComponent(path)));
				if (facts.isFile()) return facts.size;
			} catch {
				// The next folder, or none.
			}
		return null;
	};

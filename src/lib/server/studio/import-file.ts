import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanName } from '$lib/domain/media/name';
import { receive, sweep } from '../media/incoming';
import { boundaryOf, parts } from '../media/multipart';

/** Bytes of a table imported in the studio; larger ones go through the command line. */
const TABLE_LIMIT = 20 * 1024 * 1024;

/** A table somebody brought, waiting to be looked at; gone after a day. */
interface Brought {
	id: string;
	name: string;
	personId: string;
}

const isId = (id: string) => /^[0-9a-f]{32}$/.test(id);
const folderOf = (dataDir: string) => join(dataDir, 'imports');

/**
 * Takes in the table of a form and keeps it privately under a name of ours.
 * @returns its id, or why not
 */
export async function bring(
	dataDir: string,
	personId: string,
	request: Request,
	now: number
): Promise<
	{ id: string } | { fault: 'no-file' | 'too-big' | 'empty-file' | 'busy' | 'full' | 'no-form' }
> {
	const folder = folderOf(dataDir);
	await sweep(folder, now);
	const boundary = boundaryOf(request.headers.get('content-type'));
	if (!boundary || !request.body) return { fault: 'no-form' };
	try {
		for await (const { filename, bytes } of parts(request.body, boundary)) {
			if (!filename) continue;
			const got = await receive(bytes, folder, TABLE_LIMIT);
			if (got === 'too-large') return { fault: 'too-big' };
			if (got === 'empty') return { fault: 'empty-file' };
			if (typeof got === 'string') return { fault: got };
			const id = randomBytes(16).toString('hex');
			await writeFile(
				join(folder, `${id}.json`),
				JSON.stringify({ id, name: cleanName(filename), personId } satisfies Brought),
				{ mode: 0o600 }
			);
			await rename(got.path, join(folder, id));
			return { id };
		}
	} catch (error) {
		if ((error as { status?: unknown }).status === 413) return { fault: 'too-big' };
		if ((error as Error).name === 'Malformed') return { fault: 'no-form' };
		throw error;
	}
	return { fault: 'no-file' };
}

/** A table this person brought, with its bytes; null for none, and for somebody else’s. */
export async function opened(
	dataDir: string,
	personId: string,
	id: string
): Promise<(Brought & { bytes: Buffer }) | null> {
	if (!isId(id)) return null;
	const path = join(folderOf(dataDir), id);
	if (!(await stat(path).catch(() => null))) return null;
	const brought = JSON.parse(await readFile(`${path}.json`, 'utf8')) as Brought;
	return brought.personId === personId ? { ...brought, bytes: await readFile(path) } : null;
}

/** Puts a table away that is done with. */
export async function close(dataDir: string, id: string): Promise<void> {
	if (!isId(id)) return;
	const path = join(folderOf(dataDir), id);
	await rm(path, { force: true });
	await rm(`${path}.json`, { force: true });
}

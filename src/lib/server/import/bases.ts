import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { eq, max } from 'drizzle-orm';
import { approvalNumber, Base, refuseBase } from '$lib/domain/base';
import type { Db, Tx } from '../db/open';
import { bases } from '../db/schema';
import { write } from '../db/write';
import { bySlug, put } from '../bases';
import { enter } from '../studio/enter';
import { pictureFile, tilesFile, type Kept } from './files';

type BaseReport =
	| { ok: true; slug: string; outcome: 'new' | 'changed' | 'same' }
	| { ok: false; where: string; reason: string; detail?: string };

interface BaseOptions {
	/** Folder of stored files; those of bases go into its `bases`, served at `/files/bases/…`. */
	files: string;
	dryRun: boolean;
	/** Moment of publication, ms since the epoch. */
	now: number;
}

const no = (where: string, reason: string, detail?: string): BaseReport => ({
	ok: false,
	where,
	reason,
	...(detail && { detail })
});

/**
 * Imports one map base from a JSON file of the shape `Base`. An address in `config.url` that is no
 * web address names a file in the folder of the JSON: a picture is checked, freed of metadata and
 * kept as WebP, tiles are kept as they are. A base the map law forbids to show is refused.
 */
export async function importBase(db: Db, path: string, options: BaseOptions): Promise<BaseReport> {
	let json: unknown;
	try {
		json = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
	} catch {
		return no(path, 'not-json');
	}
	const config = (json as { config?: { url?: unknown; source?: unknown } } | null)?.config;
	let kept: Kept | null = null;
	if (config && typeof config.url === 'string' && !/^(?:\/|https?:)/i.test(config.url)) {
		const file = await beside(path, config.url);
		if (!file.ok) return no('config.url', file.reason, config.url);
		kept = await (config.source === 'pmtiles' ? tilesFile : pictureFile)(file.path);
		if ('reason' in kept) return no('config.url', kept.reason, config.url);
		config.url = `/files/bases/${kept.name}`;
	}
	const parsed = Base.safeParse({
		notice: null,
		approvalNumber: null,
		declaresBoundaries: false,
		...(json as object)
	});
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		return no(issue?.path.join('.') || path, 'shape', issue?.message);
	}
	const refused = refuseBase(parsed.data);
	if (refused) return no(refused.field, refused.reason);
	const base = {
		...parsed.data,
		approvalNumber: parsed.data.approvalNumber && approvalNumber(parsed.data.approvalNumber)
	};
	// The file stands before the row that names it; one without a row harms nobody.
	if (kept && !('reason' in kept) && !options.dryRun)
		await kept.store(join(options.files, 'bases'));
	if (options.dryRun) return { ok: true, slug: base.slug, outcome: 'same' };
	return write(db, (tx) => putBase(tx, base, options.now));
}

/** A file in the folder of the JSON or below it, links followed. */
async function beside(
	json: string,
	name: string
): Promise<{ ok: true; path: string } | { ok: false; reason: string }> {
	const folder = await realpath(dirname(json));
	const found = await realpath(join(folder, name)).catch(() => null);
	if (!found) return { ok: false, reason: 'missing-picture' };
	return found.startsWith(folder + sep)
		? { ok: true, path: found }
		: { ok: false, reason: 'outside-folder' };
}

async function putBase(tx: Tx, base: Base, now: number): Promise<BaseReport> {
	const [row] = await tx
		.select({ position: bases.position })
		.from(bases)
		.where(eq(bases.slug, base.slug));
	const shown = row ? await bySlug(tx, base.slug) : null;
	if (JSON.stringify(shown) === JSON.stringify(base))
		return { ok: true, slug: base.slug, outcome: 'same' };
	const [last] = await tx.select({ position: max(bases.position) }).from(bases);
	const kept = await put(tx, base, { now, position: row?.position ?? (last?.position ?? -1) + 1 });
	if (!kept.ok) return no(kept.refusals[0]!.field, kept.refusals[0]!.reason);
	await enter(tx, 'bases', [base.slug]);
	return { ok: true, slug: base.slug, outcome: row ? 'changed' : 'new' };
}

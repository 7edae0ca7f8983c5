import { eq } from 'drizzle-orm';
import { isDrawable } from '$lib/domain/base-rule';
import { readEnv } from '$lib/domain/env';
import { isPicture, PIXEL_LIMIT } from '$lib/domain/media/asset';
import type { Refusal } from '$lib/domain/refusal';
import type { Content, Json } from '$lib/domain/studio/field';
import type { Reader } from '../db/open';
import { assetFiles, assets } from '../db/schema';
import { find, storageRoot } from '../files';
import { inspect } from '../media/inspect';
import { paintingKey } from '../media/painting';

type Config = { [part: string]: Json };
type Seen = { content: Content; refusals: Refusal[] };

/**
 * A base whose picture was looked at: one of the media library gets its address, an address of the
 * library its asset, and a picture no map can draw is refused. Files are read and decoded here, so it
 * runs before a transaction begins.
 */
export async function withPicture(reader: Reader, content: Content): Promise<Seen> {
	const config = content.config as Config | null | undefined;
	if (typeof config !== 'object' || config?.source !== 'picture') return { content, refusals: [] };
	const url = typeof config.url === 'string' ? config.url : '';
	const refuse = (part: string, reason: string, detail?: Refusal['detail']): Seen => ({
		// What was said about the picture the shape need not say again of its missing address.
		content: { ...content, config: { ...config, url: url || '/' } },
		refusals: [{ field: `config.${part}`, reason, ...(detail ? { detail } : {}) }]
	});
	const key = /^\/files\/([^?#]+)$/.exec(url)?.[1] ?? null;
	const named = typeof config.asset === 'string' && config.asset !== '' ? config.asset : null;
	const asset = named ?? (key && (await assetOn(reader, key)));
	if (asset) {
		const [row] = await reader.select().from(assets).where(eq(assets.id, asset));
		if (!row) return refuse('asset', 'no-such', { slug: asset });
		if (!isPicture(row.form)) return refuse('asset', 'picture-undrawable');
		const chosen = { ...config, asset, url: `/files/${paintingKey(row)}` };
		return { content: { ...content, config: chosen }, refusals: [] };
	}
	if (url === '') return refuse('url', 'required');
	if (!isDrawable(url)) return refuse('url', 'picture-undrawable');
	if (!url.startsWith('/')) return { content, refusals: [] };
	const fault = key === null ? 'picture-missing' : await faultOf(key);
	return fault ? refuse('url', fault) : { content, refusals: [] };
}

async function assetOn(reader: Reader, key: string): Promise<string | null> {
	const [row] = await reader
		.select({ id: assetFiles.assetId })
		.from(assetFiles)
		.where(eq(assetFiles.key, key))
		.limit(1);
	return row?.id ?? null;
}

/** What is wrong with a picture that was laid into the store by hand; its ending proves nothing. */
async function faultOf(key: string): Promise<'picture-missing' | 'picture-undrawable' | null> {
	const env = readEnv(process.env);
	const file = env.ok ? await find(storageRoot(env.value.storageUrl), key) : null;
	if (!file) return 'picture-missing';
	const seen = await inspect(file.path, key);
	if (typeof seen === 'string' || seen.kind.form !== 'photo' || seen.kind.extension === 'heic')
		return 'picture-undrawable';
	const { default: sharp } = await import('sharp');
	return sharp(file.path, { limitInputPixels: PIXEL_LIMIT, failOn: 'truncated' })
		.resize(16)
		.raw()
		.toBuffer()
		.then(
			() => null,
			() => 'picture-undrawable'
		);
}

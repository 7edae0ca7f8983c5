import type { Base, BaseConfig, BaseKind, Corners } from './base';

/** Tianditu's vector, imagery and label layers in Web Mercator (suffix `_w`). */
const TIANDITU_LAYERS = ['vec_w', 'cva_w', 'img_w', 'cia_w'] as const;

/** What an office may draw over the paper or our drawing: areas, and lines. No boundaries, ever. */
export const DRAWN_AREAS = ['water', 'field', 'field-green', 'hill-body', 'wash-warm'] as const;
export const DRAWN_LINES = ['lane', 'stream'] as const;
export type DrawnPart = (typeof DRAWN_AREAS)[number] | (typeof DRAWN_LINES)[number];

/** One thing drawn: the corners of an area without repeating the first, or the points of a line. */
export interface DrawnShape {
	part: DrawnPart;
	/** WGS-84 degrees. */
	points: [lon: number, lat: number][];
}

/** Why a base may not be published, and the field that has to change. */
interface BaseRefusal {
	field:
		| 'approvalNumber'
		| 'config.source'
		| 'config.layers'
		| 'config.corners'
		| 'config.url'
		| 'maxZoom';
	reason:
		| 'boundaries-need-approval'
		| 'approved-needs-approval'
		| 'approval-malformed'
		| 'source-unfit-for-kind'
		| 'tianditu-layer-unknown'
		| 'corners-crossed'
		| 'corners-outside-world'
		| 'picture-undrawable'
		| 'template-incomplete'
		| 'zooms-inverted';
}

const SOURCES: Record<BaseKind, readonly BaseConfig['source'][]> = {
	illustrated: ['drawing'],
	painting: ['picture'],
	approved: ['picture', 'pmtiles'],
	live: ['tianditu', 'xyz', 'pmtiles']
};

/**
 * Normalises a 审图号 as people type it (full-width brackets, blanks) or returns null where it is
 * none: GS or GS京-like national marks, or one province character and S, year, running number.
 * Source: 地图管理条例 (2015) and the public numbers at bzdt.ch.mnr.gov.cn.
 */
export function approvalNumber(text: string): string | null {
	const plain = text
		.normalize('NFKC')
		.replace(/[〔［【\[]/g, '(')
		.replace(/[〕］】\]]/g, ')')
		.replace(/\s+/g, '')
		.replace(/^审图号:?/, '')
		.toUpperCase();
	return /^(GS[\u4e00-\u9fff]?|[\u4e00-\u9fff]{1,2}S)\((19|20)\d{2}\)\d{1,5}(-\d{1,3})?号$/.test(
		plain
	)
		? plain
		: null;
}

/**
 * Says why a well-formed base may not be shown to the public, or null when it may. The rule behind:
 * boundaries of county level and above come only from maps with a 审图号 (地图管理条例, 2015).
 */
export function refuseBase(base: Base): BaseRefusal | null {
	const { config } = base;
	if (!SOURCES[base.kind].includes(config.source))
		return { field: 'config.source', reason: 'source-unfit-for-kind' };
	if (base.approvalNumber !== null && approvalNumber(base.approvalNumber) === null)
		return { field: 'approvalNumber', reason: 'approval-malformed' };
	if (base.kind === 'approved' && base.approvalNumber === null)
		return { field: 'approvalNumber', reason: 'approved-needs-approval' };
	if (base.declaresBoundaries && base.approvalNumber === null)
		return { field: 'approvalNumber', reason: 'boundaries-need-approval' };
	if (base.minZoom > base.maxZoom) return { field: 'maxZoom', reason: 'zooms-inverted' };
	if (config.source === 'picture' && !isDrawable(config.url))
		return { field: 'config.url', reason: 'picture-undrawable' };
	if (config.source === 'picture') return refuseCorners(config.corners);
	if (config.source === 'tianditu' && config.layers.some((layer) => !isTianditu(layer)))
		return { field: 'config.layers', reason: 'tianditu-layer-unknown' };
	if (config.source === 'xyz' && !['{z}', '{x}', '{y}'].every((part) => config.url.includes(part)))
		return { field: 'config.url', reason: 'template-incomplete' };
	return null;
}

/**
 * Whether the map can draw the picture at an address, as far as its ending tells: a map decodes it as
 * a bitmap, so an SVG, a TIFF or a PDF stays invisible. What lies on a foreign host may have no ending.
 */
export function isDrawable(url: string): boolean {
	const name = url.split(/[?#]/)[0]!.split('/').at(-1)!;
	const ending = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase();
	if (ending === undefined) return !url.startsWith('/');
	return ['jpg', 'jpeg', 'png', 'webp', 'avif'].includes(ending);
}

function isTianditu(layer: string): boolean {
	return (TIANDITU_LAYERS as readonly string[]).includes(layer);
}

/** Corners must walk clockwise (TL, TR, BR, BL seen from above) around a convex quadrilateral. */
export function refuseCorners(corners: Corners): BaseRefusal | null {
	if (corners.some(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 85.05))
		return { field: 'config.corners', reason: 'corners-outside-world' };
	const turns = corners.map((_, i) => turn(corners, i));
	// A picture turned by any angle stays clockwise; a mirrored or crossed one does not.
	return turns.every((t) => t < 0) ? null : { field: 'config.corners', reason: 'corners-crossed' };
}

function turn(corners: Corners, i: number): number {
	const a = corners[i % 4]!;
	const b = corners[(i + 1) % 4]!;
	const c = corners[(i + 2) % 4]!;
	return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
}

/** The eight hosts of Tianditu's tile service, `t0` … `t7`. */
export const TIANDITU_HOSTS: readonly string[] = Array.from(
	{ length: 8 },
	(_, i) => `https://t${i}.tianditu.gov.cn`
);

/**
 * Foreign origins a base needs, for `connect-src` and `img-src`; empty when all of it is our own.
 * Never throws: an address that cannot be parsed needs nothing, because it cannot be loaded either.
 */
export function tileOrigins(base: Base): string[] {
	const { config } = base;
	if (config.source === 'tianditu') return [...TIANDITU_HOSTS];
	if (config.url.startsWith('/')) return [];
	const origin = /^https:\/\/[a-z0-9.-]+(:\d{1,5})?(?=\/)/i.exec(config.url);
	return origin ? [origin[0].toLowerCase()] : [];
}

import { z } from 'zod';
import { DRAWN_AREAS, DRAWN_LINES } from './base-rule';

export * from './base-rule';

/** What lies under the places: our drawing, an uploaded painting, an approved map or a live service. */

const degrees = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** Control points [lon, lat] in WGS-84 of a picture's corners: TL, TR, BR, BL. */
export const Corners = z.tuple([degrees, degrees, degrees, degrees]);
export type Corners = z.infer<typeof Corners>;

/** Own file (`/…`) or a web address; https only for foreign ones. */
const address = z
	.string()
	.max(2000)
	.regex(/^(\/(?!\/)|https:\/\/[^/\s]+\/)\S*$/, 'expected /… or https://…');

const text = z.object({
	zh: z.string().trim().min(1).max(200),
	en: z.string().max(400).optional()
});

const drawn = z
	.strictObject({
		part: z.enum([...DRAWN_AREAS, ...DRAWN_LINES]),
		points: z.array(degrees).min(2).max(500)
	})
	.refine(
		({ part, points }) => (DRAWN_LINES as readonly string[]).includes(part) || points.length >= 3
	);

export const BaseConfig = z.discriminatedUnion('source', [
	z.object({
		source: z.literal('drawing'),
		url: address,
		/** What the office drew over it, bottom first. */
		own: z.array(drawn).max(400).optional()
	}),
	z.object({
		source: z.literal('picture'),
		url: address,
		corners: Corners,
		/** The file of the media library the address belongs to. */
		asset: z.string().max(40).optional()
	}),
	z.object({
		source: z.literal('pmtiles'),
		url: address,
		tileSize: z.literal([256, 512]).default(256)
	}),
	z.object({
		source: z.literal('tianditu'),
		layers: z.array(z.string().min(1).max(20)).min(1).max(4),
		key: z.string().regex(/^[0-9a-fA-F]{32}$/, 'expected 32 hexadecimal characters')
	}),
	z.object({ source: z.literal('xyz'), url: address, tileSize: z.literal([256, 512]).default(256) })
]);
export type BaseConfig = z.infer<typeof BaseConfig>;

export const BASE_KINDS = ['illustrated', 'painting', 'approved', 'live'] as const;
export type BaseKind = (typeof BASE_KINDS)[number];

export const Base = z.object({
	slug: z
		.string()
		.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
		.max(60),
	kind: z.enum(BASE_KINDS),
	name: text,
	attribution: text,
	notice: text.nullable(),
	approvalNumber: z.string().trim().min(1).max(40).nullable(),
	declaresBoundaries: z.boolean(),
	minZoom: z.number().min(0).max(22),
	maxZoom: z.number().min(0).max(22),
	config: BaseConfig
});
export type Base = z.infer<typeof Base>;

export { ILLUSTRATED } from './illustrated';

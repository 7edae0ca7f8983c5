import { z } from 'zod';
import { datums } from './datum';
import { bilingual } from './text';

/** What a place is: culture site, demonstration unit, venue, service point. */
export const kinds = ['site', 'unit', 'venue', 'service'] as const;
export type Kind = (typeof kinds)[number];

/** The eight kinds of demonstration units, in the published order 机关 国企 民企 村居 学校 医院 交通 文化. */
export const categories = [
	'office',
	'state-enterprise',
	'private-enterprise',
	'village',
	'school',
	'hospital',
	'transport',
	'culture'
] as const;
export type Category = (typeof categories)[number];

/** Level of the body that recognised a place. */
export const levels = ['national', 'province', 'city', 'district', 'town'] as const;
export type Level = (typeof levels)[number];

/** How precisely a position is known; `unknown` places are listed and never drawn. */
export const precisions = ['exact', 'village', 'town', 'district', 'unknown'] as const;
export type Precision = (typeof precisions)[number];

/** Facts on access that a place may state; absent means not stated, never “no”. */
export const accessFacts = [
	'step-free',
	'toilet',
	'parking',
	'lift',
	'hearing-loop',
	'guide-dogs',
	'seating',
	'large-print'
] as const;
export type AccessFact = (typeof accessFacts)[number];

/** Slugs are lower-case ASCII words joined by single hyphens, 2 to 80 characters. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const slug = z.string().min(2).max(80).regex(slugPattern);

/** Zod shape of a place as it is written (import, seed, forms). Coordinates in WGS-84 degrees. */
export const placeShape = z
	.object({
		slug,
		kind: z.enum(kinds),
		category: z.enum(categories).nullish(),
		name: bilingual(120),
		summary: bilingual(400).nullish(),
		story: bilingual(8000).nullish(),
		town: z.string().nullish(),
		address: bilingual(200).nullish(),
		phone: z.string().trim().max(40).nullish(),
		transport: bilingual(600).nullish(),
		level: z.enum(levels).nullish(),
		tags: z.array(z.string().trim().min(1).max(40)).max(12).default([]),
		access: z.partialRecord(z.enum(accessFacts), z.boolean()).default({}),
		lon: z.number().min(-180).max(180).nullish(),
		lat: z.number().min(-90).max(90).nullish(),
		precision: z.enum(precisions).default('unknown'),
		sourceDatum: z.enum(datums).default('wgs84'),
		accuracy: z.number().min(0).max(200_000).nullish(),
		positionVerified: z.boolean().default(false)
	})
	.superRefine((place, ctx) => {
		if (place.kind !== 'unit' && place.category)
			ctx.addIssue({ code: 'custom', path: ['category'], message: 'category-only-for-units' });
		if ((place.lon == null) !== (place.lat == null))
			ctx.addIssue({ code: 'custom', path: ['lon'], message: 'half-a-position' });
		if ((place.lon == null) !== (place.precision === 'unknown'))
			ctx.addIssue({
				code: 'custom',
				path: ['precision'],
				message: 'precision-and-position-disagree'
			});
	});

export type PlaceInput = z.input<typeof placeShape>;

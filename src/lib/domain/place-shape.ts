import { z } from 'zod';
import { datums } from './datum';
import { accessFacts, categories, kinds, levels, precisions, slugPattern } from './place';
import { bilingual } from './text-shape';

// Apart from the words it checks against: pages load those, and must not load Zod with them.

/** Shape of a slug; see `slugPattern`. */
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

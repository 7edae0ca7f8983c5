import { z } from 'zod';
import { slug } from './place-shape';
import { bilingual } from './text-shape';
import { modes } from './trail';

/** Zod shape of a trail as it is written. Length in metres, duration in minutes. */
export const trailShape = z.object({
	slug,
	corridor: z.string().nullish(),
	name: bilingual(120),
	summary: bilingual(400).nullish(),
	story: bilingual(8000).nullish(),
	theme: bilingual(120).nullish(),
	mode: z.enum(modes).nullish(),
	length: z.int().positive().nullish(),
	minutes: z.int().positive().nullish(),
	declaredStops: z.int().min(0).max(999).nullish(),
	demonstration: z.boolean().default(false),
	line: z
		.array(z.tuple([z.number(), z.number()]))
		.min(2)
		.nullish(),
	stops: z.array(z.object({ place: slug, note: bilingual(600).nullish() })).default([])
});

export type TrailInput = z.input<typeof trailShape>;

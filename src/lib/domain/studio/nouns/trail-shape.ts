import { z } from 'zod';
import { bilingual } from '../../text-shape';
import { modes } from '../../trail';
import { path, slug, sourceList } from './parts-shape';

/** Content of a trail as the studio keeps it. Length in metres, duration in minutes. */
export const trailContent = z.strictObject({
	slug,
	corridor: z.string().max(80).nullish(),
	name: bilingual(120),
	summary: bilingual(400).nullish(),
	story: bilingual(8000).nullish(),
	theme: bilingual(120).nullish(),
	mode: z.enum(modes).nullish(),
	length: z.int().min(1).max(1_000_000).nullish(),
	minutes: z.int().min(1).max(10_000).nullish(),
	declaredStops: z.int().min(0).max(999).nullish(),
	demonstration: z.boolean().default(false),
	line: path.nullish(),
	stops: z
		.array(z.strictObject({ place: slug, note: bilingual(600).nullish() }))
		.max(200)
		.default([]),
	sources: sourceList
});

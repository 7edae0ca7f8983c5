import { z } from 'zod';
import { accessFacts, categories, kinds, levels } from '../../place';
import { bilingual } from '../../text-shape';
import { days, gallery, position, slug, sourceList, week } from './parts-shape';

/** Content of a place as the studio keeps it. */
export const placeContent = z
	.strictObject({
		slug,
		kind: z.enum(kinds),
		category: z.enum(categories).nullish(),
		name: bilingual(120),
		summary: bilingual(400).nullish(),
		story: bilingual(8000).nullish(),
		town: z.string().max(80).nullish(),
		address: bilingual(200).nullish(),
		phone: z.string().trim().max(40).nullish(),
		transport: bilingual(600).nullish(),
		level: z.enum(levels).nullish(),
		tags: z.array(z.string().trim().min(1).max(40)).max(12).default([]),
		access: z.partialRecord(z.enum(accessFacts), z.boolean()).default({}),
		position: position.nullish(),
		week: week.default([]),
		days: days.default([]),
		media: gallery.default([]),
		sources: sourceList
	})
	.refine(({ kind, category }) => kind === 'unit' || !category, {
		path: ['category'],
		message: 'category-only-for-units'
	});

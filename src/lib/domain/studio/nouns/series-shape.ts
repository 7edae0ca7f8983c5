import { z } from 'zod';
import { seriesKinds } from '../../events/event';
import { richBilingual } from '../../rich/rich-shape';
import { bilingual } from '../../text-shape';
import { day, gallery, slug, sourceList } from './parts-shape';

const chapter = z.strictObject({
	title: bilingual(80),
	slug,
	day: day.nullish(),
	summary: bilingual(400).nullish()
});

/** Content of a series as the studio keeps it. */
export const seriesContent = z
	.strictObject({
		slug,
		kind: z.enum(seriesKinds),
		title: bilingual(120),
		theme: bilingual(120).nullish(),
		summary: bilingual(400).nullish(),
		town: z.string().max(80).nullish(),
		demonstration: z.boolean().default(false),
		opensOn: day.nullish(),
		closesOn: day.nullish(),
		declaredDays: z.int().min(1).max(366).nullish(),
		chapters: z.array(chapter).max(30).default([]),
		body: richBilingual.nullish(),
		recap: richBilingual.nullish(),
		album: gallery.default([]),
		sources: sourceList
	})
	.superRefine(({ opensOn, closesOn, chapters }, ctx) => {
		if (opensOn && closesOn && closesOn < opensOn)
			ctx.addIssue({ code: 'custom', path: ['closesOn'], message: 'ends-before-start' });
		chapters.forEach(({ slug }, n) => {
			if (chapters.some((other, at) => at < n && other.slug === slug))
				ctx.addIssue({ code: 'custom', path: ['chapters', n, 'slug'], message: 'taken' });
		});
	});

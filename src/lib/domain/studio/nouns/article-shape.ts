import { z } from 'zod';
import { articleKinds } from '../../article';
import { richBilingual } from '../../rich/rich-shape';
import { bilingual } from '../../text-shape';
import { slug } from './parts-shape';

const line = (max: number) => z.string().trim().max(max).nullish();

/** Content of an article as the studio keeps it. */
export const articleContent = z.strictObject({
	slug,
	kind: z.enum(articleKinds).default('news'),
	title: bilingual(120),
	originalTitle: line(160),
	summary: bilingual(400).nullish(),
	body: richBilingual,
	place: z.string().max(80).nullish(),
	source: z.string().max(80).nullish(),
	sourceName: line(80),
	sourceUrl: z
		.url({ protocol: /^https?$/ })
		.max(2000)
		.nullish()
		.or(z.literal('')),
	author: line(80),
	repost: z.boolean().default(false),
	pinned: z.boolean().default(false)
});

import { z } from 'zod';
import { BASE_KINDS, BaseConfig } from '../../base';
import { bilingual } from '../../text-shape';

/** Content of a map base as the studio keeps it; whether it may be shown, `refuseBase` decides. */
export const baseContent = z
	.strictObject({
		slug: z
			.string()
			.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
			.min(2)
			.max(60),
		kind: z.enum(BASE_KINDS),
		name: bilingual(120),
		attribution: bilingual(200),
		notice: bilingual(200).nullish(),
		approvalNumber: z.string().trim().min(1).max(40).nullish(),
		declaresBoundaries: z.boolean().default(false),
		minZoom: z.number().min(0).max(22),
		maxZoom: z.number().min(0).max(22),
		position: z.int().min(0).max(99).default(0),
		config: BaseConfig
	})
	.refine(({ minZoom, maxZoom }) => minZoom <= maxZoom, {
		path: ['maxZoom'],
		message: 'zoom-upside-down'
	});

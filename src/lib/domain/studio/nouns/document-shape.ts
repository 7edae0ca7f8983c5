import { z } from 'zod';
import { validities } from '../../document';
import { richBilingual } from '../../rich/rich-shape';
import { bilingual } from '../../text-shape';
import { day, key, slug } from './parts-shape';

/** Content of a document as the studio keeps it. */
export const documentContent = z
	.strictObject({
		slug,
		title: bilingual(200),
		number: z.string().trim().max(80).nullish(),
		issuer: bilingual(120).nullish(),
		date: day.nullish(),
		validity: z.enum(validities),
		validFrom: day.nullish(),
		validUntil: day.nullish(),
		summary: bilingual(400).nullish(),
		body: richBilingual.nullish(),
		file: key.nullish(),
		source: z.string().max(80).nullish()
	})
	.refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom <= validUntil, {
		path: ['validUntil'],
		message: 'ends-before-begin'
	});

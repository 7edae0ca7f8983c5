import { z } from 'zod';
import { levels } from '../../place';
import { bilingual } from '../../text-shape';
import { partialDay, slug } from './parts-shape';

/** Content of an honour as the studio keeps it. */
export const honourContent = z.strictObject({
	title: bilingual(120),
	place: slug,
	form: z.enum(['honour', 'naming']),
	level: z.enum(levels),
	issuer: bilingual(120).nullish(),
	issuerRank: z.enum(['province', 'city', 'county', 'town', 'department']).nullish(),
	documentNumber: z.string().trim().max(80).nullish(),
	date: partialDay.nullish(),
	validUntil: partialDay.nullish(),
	source: z.string().max(80).nullish()
});

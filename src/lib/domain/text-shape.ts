import { z } from 'zod';

/** Zod shape of a `Bilingual` text of at most `max` UTF-16 units per language. */
export const bilingual = (max = 200) =>
	z.object({
		zh: z.string().trim().min(1).max(max),
		en: z.string().trim().max(max).nullish()
	});

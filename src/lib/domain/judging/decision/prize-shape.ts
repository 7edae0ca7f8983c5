import { z } from 'zod';
import { MOST_PRIZES } from './prizes';

const prize = z.strictObject({
	id: z.string().max(40).nullable(),
	title: z.strictObject({
		zh: z.string().trim().min(1, 'missing').max(40, 'too-long'),
		en: z.string().trim().max(80, 'too-long').nullish()
	}),
	categories: z.array(z.string().max(40)).min(1, 'choose-one').nullable(),
	most: z.int('bad-number').min(1, 'too-small').max(1000, 'too-large'),
	each: z.boolean(),
	/** Ten-thousandths of a point. */
	least: z.int('bad-number').min(0, 'too-small').max(10_000_000, 'too-large').nullable()
});

/** Zod shape of an edition’s prizes, the highest first. */
export const prizeShape = z
	.array(prize)
	.max(MOST_PRIZES, 'too-many')
	.superRefine((list, ctx) => {
		for (const [at, { title }] of list.entries())
			if (list.findIndex((one) => one.title.zh === title.zh) < at)
				ctx.addIssue({ code: 'custom', path: [at, 'title', 'zh'], message: 'double' });
	});

import { z } from 'zod';
import { aggregates, methodKeys, roundMost, sights, tieKinds, withins } from './round';
import type { RoundPlan } from './round';
import { roundTrouble } from './round-law';

// Strict all through: a key that nobody knows is a mistake, and is refused rather than dropped.

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'bad-id');
const both = (max: number) =>
	z.strictObject({
		zh: z.string().trim().min(1, 'missing').max(max),
		en: z.string().trim().max(max).nullish()
	});
const whole = (min: number, max: number) => z.int().min(min).max(max);
const moment = whole(0, 4_102_444_800_000).nullable();
/** Points on a page: at most two decimals. */
const points = z
	.number()
	.min(0)
	.max(1000)
	.refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, 'too-fine');

const criterion = z.strictObject({
	id,
	title: both(40),
	about: both(300).nullable(),
	weight: whole(1, 100),
	anchors: z.array(z.strictObject({ at: points, text: both(200) })).max(roundMost.anchors)
});

/** Zod shape of a {@link RoundPlan}; what its parts say against each other `round-law` tells. */
export const roundShape: z.ZodType<RoundPlan> = z
	.strictObject({
		title: both(60),
		method: z.enum(methodKeys),
		criteria: z.array(criterion).max(roundMost.criteria),
		scale: z.strictObject({
			min: whole(0, 1000),
			max: whole(1, 1000),
			decimals: z.literal([0, 1, 2])
		}),
		perEntry: whole(1, roundMost.perEntry),
		aggregate: z.enum(aggregates),
		trimming: z.strictObject({
			high: whole(0, roundMost.trimmed),
			low: whole(0, roundMost.trimmed),
			from: whole(1, roundMost.perEntry)
		}),
		selection: z.strictObject({
			within: z.enum(withins),
			count: whole(1, 100_000).nullable(),
			quotas: z.record(z.string().max(60), whole(0, 100_000)),
			least: points.nullable()
		}),
		ties: z
			.array(z.strictObject({ by: z.enum(tieKinds), criterion: id.optional() }))
			.max(roundMost.ties),
		names: z.enum(['hidden', 'shown']),
		others: z.enum(sights),
		talk: z.boolean(),
		decides: z.enum(['rule', 'committee']),
		watch: z.number().min(0).max(1),
		sample: whole(0, roundMost.sample),
		repeats: z.number().min(0).max(roundMost.repeats),
		adaptive: z.strictObject({ on: z.boolean(), most: whole(1, roundMost.perEntry) }),
		expertise: z.boolean(),
		townConflict: z.boolean(),
		dates: z.strictObject({ opensAt: moment, closesAt: moment })
	})
	.superRefine((plan, ctx) => {
		for (const { field, reason } of roundTrouble(plan))
			ctx.addIssue({ code: 'custom', path: field.split('.'), message: reason });
	});

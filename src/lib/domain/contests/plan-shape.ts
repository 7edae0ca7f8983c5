import { z } from 'zod';
import {
	audioCodecs,
	containers,
	filmRules,
	severities,
	subtitleRules,
	videoCodecs
} from '../films/limits';
import type { FilmLimits } from '../films/limits';
import { readPattern } from './numbering';
import { planTrouble } from './plan-law';
import { aiKinds, chainLevels, channels, keptFields, materialKinds, questionKinds } from './plan';
import type { Plan } from './plan';
import { most } from './plan-most';

// Strict all through: a key that nobody knows is a mistake, and is refused rather than dropped.

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'bad-id');
const both = (max: number) =>
	z.strictObject({
		zh: z.string().trim().min(1, 'missing').max(max),
		en: z.string().trim().max(max).nullish()
	});
/** A text that may still be missing while the plan is made; the check list asks for it. */
const later = (max: number) =>
	z.strictObject({ zh: z.string().trim().max(max), en: z.string().trim().max(max).nullish() });
const whole = (min: number, max: number) => z.int().min(min).max(max);
const moment = whole(0, 4_102_444_800_000).nullable();
const share = z.number().min(0).max(1).nullable();
const number = (min: number, max: number) => z.number().min(min).max(max).nullable();

/** Zod shape of {@link FilmLimits}: numbers a camera can make, lists without doubles. */
const limitsShape: z.ZodType<FilmLimits> = z.strictObject({
	minSeconds: number(0, most.seconds),
	maxSeconds: number(1, most.seconds),
	maxBytes: whole(1024 ** 2, most.filmBytes),
	containers: z.array(z.enum(containers)).min(1, 'choose-one').max(containers.length),
	videoCodecs: z.array(z.enum(videoCodecs)).min(1, 'choose-one').max(videoCodecs.length),
	audioCodecs: z.array(z.enum(audioCodecs)).max(audioCodecs.length),
	minShortSide: whole(120, 8640).nullable(),
	maxLongSide: whole(240, 15360).nullable(),
	ratios: z.array(z.string().regex(/^[1-9]\d{0,2}:[1-9]\d{0,2}$/, 'bad-ratio')).max(12),
	minRate: number(1, 240),
	maxRate: number(1, 240),
	minBitrate: whole(0, 400_000_000).nullable(),
	subtitles: z.enum(subtitleRules),
	sound: z.boolean(),
	maxBlack: share,
	maxSilent: share,
	minLoudness: number(-70, 0),
	maxLoudness: number(-70, 0),
	severity: z.partialRecord(z.enum(filmRules), z.enum(severities))
});

const material = z.strictObject({
	id,
	kind: z.enum(materialKinds),
	title: both(60),
	help: both(300).nullable(),
	required: z.boolean(),
	max: whole(1, 20),
	maxBytes: whole(1024, most.filmBytes),
	jury: z.boolean()
});

const category = z.strictObject({
	id,
	code: z.string().regex(/^[A-Za-z0-9]{1,6}$/, 'bad-code'),
	title: both(60),
	about: both(600).nullable(),
	film: limitsShape.nullable(),
	materials: z.array(material).max(most.materials),
	channels: z.array(z.enum(channels)).min(1, 'choose-one').max(channels.length),
	quota: whole(1, 100_000).nullable(),
	university: z.boolean()
});

const question = z.strictObject({
	id,
	kind: z.enum(questionKinds),
	label: both(120),
	help: both(300).nullable(),
	required: z.boolean(),
	categories: z.array(id).min(1, 'choose-one').nullable(),
	options: z.array(z.strictObject({ id, label: both(80) })).max(most.options),
	max: whole(1, 5000).nullable(),
	personal: z.boolean(),
	jury: z.boolean()
});

const statement = z.strictObject({
	key: id,
	title: both(80),
	text: both(8000),
	required: z.boolean(),
	guardian: z.boolean()
});

const dates = z.strictObject({
	opensAt: moment,
	closesAt: moment,
	graceMinutes: whole(0, 1440),
	correctUntil: moment,
	rounds: z
		.array(z.strictObject({ id, title: both(60), from: moment, until: moment }))
		.max(most.rounds),
	noticeFrom: moment,
	noticeUntil: moment,
	resultsAt: moment
});

const quota = whole(0, 10_000);

/** Zod shape of a {@link Plan}; what its parts say of each other is `planTrouble`’s. */
export const planShape: z.ZodType<Plan> = z
	.strictObject({
		call: z.strictObject({ title: later(120), text: later(20_000).nullable() }),
		categories: z.array(category).max(most.categories),
		questions: z.array(question).max(most.questions),
		statements: z.array(statement).max(most.statements),
		aiKinds: z.array(z.enum(aiKinds)).max(aiKinds.length),
		channels: z.strictObject({
			person: z.strictObject({ open: z.boolean(), perPerson: whole(1, 1000).nullable() }),
			unit: z.strictObject({
				open: z.boolean(),
				perUnit: whole(1, 1000).nullable(),
				chain: z.array(z.enum(chainLevels)).max(chainLevels.length),
				quotas: z.partialRecord(z.enum(chainLevels), quota)
			})
		}),
		crew: z.array(z.strictObject({ id, title: both(40), min: whole(0, 20) })).max(most.crew),
		dates,
		numbering: z.string().superRefine((pattern, ctx) => {
			const read = readPattern(pattern);
			if (!read.ok) ctx.addIssue({ code: 'custom', message: read.refusals[0]!.reason });
		}),
		quotaBytes: whole(1024 ** 2, 10 * most.filmBytes),
		uploadDays: whole(1, 90),
		retention: z.partialRecord(z.enum(keptFields), whole(1, 3650)),
		showing: z.enum(['never', 'per-entry']),
		eligibility: z.strictObject({ twoPersons: z.boolean() })
	})
	.superRefine((plan, ctx) => {
		for (const { field, reason } of planTrouble(plan as Plan))
			ctx.addIssue({ code: 'custom', path: field.split('.'), message: reason });
	});

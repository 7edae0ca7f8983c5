import { z } from 'zod';
import { datums } from '../../datum';
import { precisions } from '../../place';
import { slug } from '../../place-shape';

/** Id of a thing or a file, as `newId` makes them. */
export const key = z.string().regex(/^[a-z0-9-]{2,80}$/);

/** `YYYY-MM-DD` of a day that exists. */
export const day = z.iso.date();

/** A day as far as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const partialDay = z.union([
	day,
	z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
	z.string().regex(/^\d{4}$/)
]);

/** Where something is, in WGS-84 degrees, with what is known of how well. */
export const position = z.object({
	lon: z.number().min(-180).max(180),
	lat: z.number().min(-90).max(90),
	precision: z.enum(precisions).exclude(['unknown']),
	datum: z.enum(datums).default('wgs84'),
	/** Metres. */
	accuracy: z.number().min(0).max(200_000).nullish(),
	verified: z.boolean().default(false)
});

/** A line of at least two points in WGS-84 degrees. */
export const path = z
	.array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
	.min(2)
	.max(5000);

const minute = z.int().min(0).max(1440);

/** The opening hours of a week; see `Opening`. */
export const week = z
	.array(z.object({ weekday: z.int().min(1).max(7), opens: minute, closes: minute }))
	.max(28)
	.superRefine((rows, ctx) => {
		rows.forEach((row, i) => {
			if (row.closes <= row.opens)
				ctx.addIssue({ code: 'custom', path: [i], message: 'closes-before-opens' });
			if (
				rows.some(
					(other, j) =>
						j < i &&
						other.weekday === row.weekday &&
						other.opens < row.closes &&
						row.opens < other.closes
				)
			)
				ctx.addIssue({ code: 'custom', path: [i], message: 'hours-overlap' });
		});
	});

/** Days that differ from the week; see `Exception`. */
export const days = z
	.array(
		z
			.object({
				day,
				opens: minute.nullable(),
				closes: minute.nullable(),
				reason: z
					.object({
						zh: z.string().trim().min(1).max(120),
						en: z.string().trim().max(120).nullish()
					})
					.nullish()
			})
			.refine(({ opens, closes }) => (opens === null) === (closes === null), 'half-hours')
			.refine(({ opens, closes }) => opens === null || closes! > opens, 'closes-before-opens')
	)
	.max(200);

/** Pictures and recordings of a thing in order; alternative text is asked for before publishing. */
export const gallery = z
	.array(
		z.object({
			asset: key,
			alt: z
				.object({ zh: z.string().trim().max(300), en: z.string().trim().max(300).nullish() })
				.nullish()
		})
	)
	.max(40);

/** Slugs of the sources that say what is said. */
export const sourceList = z.array(z.string().min(1).max(80)).max(12).default([]);

export { slug };

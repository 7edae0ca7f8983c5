import { z } from 'zod';
import { aligns, backgrounds, faces, fieldKeys, inks, limits, pageOf } from './design';
import type { Design, Field, Ink } from './design';
import { strangeWords } from './wording';

const asset = z
	.string()
	.regex(/^[a-z0-9]{20}$/)
	.nullable();
/** Tenths of a millimetre are as fine as paper is cut. */
const tenths = (min: number, max: number) =>
	z
		.number()
		.min(min)
		.max(max)
		.transform((n) => Math.round(n * 10) / 10);
const place = tenths(0, 297);

const field: z.ZodType<Field> = z.strictObject({
	shown: z.boolean(),
	text: z
		.string()
		.max(limits.text)
		.refine((text) => strangeWords(text).length === 0, 'strange-word'),
	x: place,
	y: place,
	width: tenths(limits.width.min, limits.width.max),
	size: tenths(limits.size.min, limits.size.max),
	space: z.int().min(limits.space.min).max(limits.space.max),
	face: z.enum(faces),
	bold: z.boolean(),
	align: z.enum(aligns),
	ink: z.enum(Object.keys(inks) as [Ink, ...Ink[]])
});

/** Zod shape of {@link Design}; everything stands on the page. */
export const designShape: z.ZodType<Design> = z
	.strictObject({
		turn: z.enum(['landscape', 'portrait']),
		tongue: z.enum(['zh', 'en']),
		background: z.enum(backgrounds),
		picture: asset,
		fields: z.strictObject(
			Object.fromEntries(fieldKeys.map((key) => [key, field])) as Record<
				(typeof fieldKeys)[number],
				typeof field
			>
		),
		seal: z.strictObject({
			asset,
			x: place,
			y: place,
			width: tenths(limits.seal.min, limits.seal.max)
		}),
		qr: z.strictObject({
			shown: z.boolean(),
			x: place,
			y: place,
			width: tenths(limits.qr.min, limits.qr.max)
		})
	})
	.superRefine((design, context) => {
		const page = pageOf(design);
		const say = (message: string, ...path: string[]) =>
			context.addIssue({ code: 'custom', message, path });
		const inside = (path: string[], { x, y, width }: { x: number; y: number; width: number }) => {
			if (x + width > page.width) say('off-page', ...path, 'x');
			if (y > page.height) say('off-page', ...path, 'y');
		};
		for (const key of fieldKeys)
			if (design.fields[key].shown) inside(['fields', key], design.fields[key]);
		if (design.seal.asset) inside(['seal'], design.seal);
		const { qr } = design;
		if (qr.shown) {
			inside(['qr'], qr);
			if (qr.y + qr.width > page.height) say('off-page', 'qr', 'y');
		}
		if (design.background === 'picture' && !design.picture) say('missing', 'picture');
		// Without its code nobody can check a certificate.
		if (!qr.shown && !Object.values(design.fields).some(printsCode)) say('no-code', 'qr', 'shown');
	});

const printsCode = ({ shown, text }: Field): boolean => shown && text.includes('{code}');

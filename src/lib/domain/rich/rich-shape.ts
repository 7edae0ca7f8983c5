import { z } from 'zod';
import { hrefOf } from './link';
import { ASSET, headingLevels, isBlank, limits, markTypes, pictureSizes } from './rich';
import type { BulletList, Flow, ListItem, OrderedList, Rich } from './rich';

const mark = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('bold') }),
	z.strictObject({ type: z.literal('italic') }),
	z.strictObject({ type: z.literal('underline') }),
	z.strictObject({
		type: z.literal('link'),
		attrs: z.strictObject({ href: z.string().refine((href) => hrefOf(href) === href) })
	})
]);

/** Each mark once and in order, so that equal texts are equal as JSON. */
const ordered = (marks: { type: (typeof markTypes)[number] }[]) =>
	marks.every(
		({ type }, at) => !at || markTypes.indexOf(marks[at - 1]!.type) < markTypes.indexOf(type)
	);

const text = z.strictObject({
	type: z.literal('text'),
	text: z.string().min(1),
	marks: z.array(mark).min(1).refine(ordered).exactOptional()
});
const inline = z.discriminatedUnion('type', [
	text,
	z.strictObject({ type: z.literal('hardBreak') })
]);
const paragraph = z.strictObject({
	type: z.literal('paragraph'),
	content: z.array(inline).min(1).exactOptional()
});

const item: z.ZodType<ListItem> = z.strictObject({
	type: z.literal('listItem'),
	content: z.lazy(() =>
		z
			.array(flow)
			.min(1)
			.refine(([first]) => first?.type === 'paragraph')
	)
});
const bulletList = z.strictObject({
	type: z.literal('bulletList'),
	content: z.array(item).min(1)
}) satisfies z.ZodType<BulletList>;
const orderedList = z.strictObject({
	type: z.literal('orderedList'),
	attrs: z.strictObject({ start: z.int().min(0).max(9999) }),
	content: z.array(item).min(1)
}) satisfies z.ZodType<OrderedList>;
const flow: z.ZodType<Flow> = z.discriminatedUnion('type', [paragraph, bulletList, orderedList]);

const words = z.string().max(limits.words);
const picture = z.strictObject({
	type: z.literal('picture'),
	attrs: z.strictObject({
		asset: z.string().regex(ASSET),
		alt: words,
		caption: words,
		size: z.enum(pictureSizes)
	})
});
const cell = z.strictObject({
	type: z.enum(['tableCell', 'tableHeader']),
	attrs: z.strictObject({
		colspan: z.int().min(1).max(limits.columns),
		rowspan: z.int().min(1).max(limits.rows)
	}),
	content: z.tuple([paragraph])
});
const row = z.strictObject({
	type: z.literal('tableRow'),
	content: z.array(cell).min(1).max(limits.columns)
});
const block = z.discriminatedUnion('type', [
	paragraph,
	z.strictObject({
		type: z.literal('heading'),
		attrs: z.strictObject({ level: z.literal(headingLevels) }),
		content: z.array(text).min(1).exactOptional()
	}),
	bulletList,
	orderedList,
	z.strictObject({ type: z.literal('blockquote'), content: z.array(flow).min(1) }),
	z.strictObject({ type: z.literal('horizontalRule') }),
	picture,
	z.strictObject({
		type: z.literal('table'),
		content: z.array(row).min(1).max(limits.rows)
	})
]);

/**
 * The shape of a formatted text; whatever is not named in it is refused. Its own issues are
 * `rich-deep` and `rich-large`.
 */
export const richShape: z.ZodType<Rich> = z
	.unknown()
	.refine((value) => depthOf(value, limits.depth) <= limits.depth, 'rich-deep')
	.refine((value) => bytesOf(value) <= limits.bytes, 'rich-large')
	.pipe(z.strictObject({ type: z.literal('doc'), content: z.array(block) }));

/** A formatted text in two languages; the Chinese one says something. */
export const richBilingual = z.strictObject({
	zh: richShape.refine((doc) => !isBlank(doc), 'required'),
	en: richShape.nullish()
});

/** How deep blocks lie in each other, counted no further than just beyond `most`. */
export function depthOf(value: unknown, most: number): number {
	const content = (value as { content?: unknown } | null)?.content;
	if (most < 0 || !Array.isArray(content)) return 0;
	let deepest = 0;
	for (const child of content) deepest = Math.max(deepest, depthOf(child, most - 1));
	return deepest + 1;
}

/** Bytes of the value as JSON in UTF-8; endless for what JSON cannot hold. */
function bytesOf(value: unknown): number {
	try {
		return new TextEncoder().encode(JSON.stringify(value) ?? '').length;
	} catch {
		return Infinity;
	}
}

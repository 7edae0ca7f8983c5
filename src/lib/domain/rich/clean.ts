import { cleanInline } from './clean-inline';
import { cleanTable } from './clean-table';
import { whole } from './whole';
import { ASSET, limits } from './rich';
import type { Block, Flow, Inline, ListItem, Paragraph, Picture, Rich, Text } from './rich';

/** Anything that may have come from a page, a word processor or an attacker. */
interface Loose {
	type?: unknown;
	attrs?: Record<string, unknown> | null;
	content?: unknown;
}

/**
 * The nearest document we accept to any JSON value: unknown marks and attributes fall off, unknown
 * nodes give way to what they hold, forbidden links to their text; blank paragraphs go, lists that
 * stand beside each other join. What it returns always passes `richShape`, save for its size, and
 * cleaning it again changes nothing.
 */
export function clean(value: unknown): Rich {
	return { type: 'doc', content: join(blocks([value])) };
}

const isNode = (value: unknown): value is Loose =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const children = (node: Loose): unknown[] => (Array.isArray(node.content) ? node.content : []);

const inline = new Set<unknown>(['text', 'hardBreak']);
/** Deeper than this nothing is looked at: the recursion must end before the stack does. */
const DEEPEST = 200;

/** The blocks of a document; runs of text that stand outside of any block become paragraphs. */
function blocks(values: unknown[], deep = 0): Block[] {
	return grouped(values).flatMap((group): Block[] => {
		if (Array.isArray(group)) return paragraphs(group);
		const level = levelOf(group);
		if (level) {
			const content = cleanInline(children(group), { breaks: 'space' }) as Text[];
			return content.length ? [{ type: 'heading', attrs: { level }, content }] : [];
		}
		if (group.type === 'horizontalRule') return [{ type: 'horizontalRule' }];
		if (group.type === 'picture') return picture(group);
		if (group.type === 'table') return cleanTable(group);
		if (group.type === 'blockquote') {
			const content = join(flow(children(group), 2));
			return content.length ? [{ type: 'blockquote', content }] : [];
		}
		if (isFlow(group)) return flow([group], 1);
		return deep < DEEPEST ? blocks(children(group), deep + 1) : [];
	});
}

/** What may stand in quotations and list items; `depth` is how deep the holder lies. */
function flow(values: unknown[], depth: number, deep = 0): Flow[] {
	return grouped(values).flatMap((group): Flow[] => {
		if (Array.isArray(group)) return paragraphs(group);
		if (group.type === 'paragraph') return paragraphs(children(group));
		if (group.type === 'picture' || group.type === 'horizontalRule') return [];
		if (deep >= DEEPEST) return [];
		// A list needs room for itself, its item and the item's paragraph.
		if (isList(group) && depth + 3 <= limits.depth) return list(group, depth, deep);
		return flow(children(group), depth, deep + 1);
	});
}

function list(node: Loose, depth: number, deep: number): Flow[] {
	const content = children(node).flatMap((child): ListItem[] => {
		const inner = isNode(child) && child.type === 'listItem' ? children(child) : [child];
		const held = join(flow(inner, depth + 2, deep + 1));
		if (!held.length) return [];
		const first: Flow[] = held[0]!.type === 'paragraph' ? [] : [{ type: 'paragraph' }];
		return [{ type: 'listItem', content: [...first, ...held] }];
	});
	if (!content.length) return [];
	if (node.type === 'bulletList') return [{ type: 'bulletList', content }];
	return [{ type: 'orderedList', attrs: { start: whole(node.attrs?.start, 1, 0, 9999) }, content }];
}

/** A paragraph; two line breaks in a row part it in two. */
function paragraphs(values: unknown[]): Paragraph[] {
	const parts: Inline[][] = [[]];
	for (const part of cleanInline(values, { breaks: 'keep' })) {
		const last = parts[parts.length - 1]!;
		const again = last[last.length - 1]?.type === 'hardBreak';
		if (part.type !== 'hardBreak' || (last.length && !again)) last.push(part);
		else if (again) {
			last.pop();
			parts.push([]);
		}
	}
	return parts
		.filter((content) => content.length)
		.map((content) => ({ type: 'paragraph', content }));
}

function picture(node: Loose): Picture[] {
	const { asset, alt, caption, size } = node.attrs ?? {};
	if (typeof asset !== 'string' || !ASSET.test(asset)) return [];
	return [
		{
			type: 'picture',
			attrs: {
				asset,
				alt: oneLine(alt),
				caption: oneLine(caption),
				size: size === 'wide' ? 'wide' : 'normal'
			}
		}
	];
}

const oneLine = (value: unknown): string => {
	const text = typeof value === 'string' ? value : '';
	const [only] = cleanInline([{ type: 'text', text }], { breaks: 'space' }) as Text[];
	return [...(only?.text ?? '')]
		.reduce((kept, one) => (kept.length + one.length > limits.words ? kept : kept + one), '')
		.trim();
};

const isList = (node: Loose) => node.type === 'bulletList' || node.type === 'orderedList';
const isFlow = (node: Loose) => node.type === 'paragraph' || isList(node);

function levelOf(node: Loose): 2 | 3 | 4 | null {
	if (node.type !== 'heading') return null;
	return whole(node.attrs?.level, 2, 2, 4) as 2 | 3 | 4;
}

/** Nodes one by one, and what is written between them in runs. */
function grouped(values: unknown[]): (Loose | Loose[])[] {
	const groups: (Loose | Loose[])[] = [];
	for (const value of values) {
		if (!isNode(value)) continue;
		const last = groups[groups.length - 1];
		if (!inline.has(value.type)) groups.push(value);
		else if (Array.isArray(last)) last.push(value);
		else groups.push([value]);
	}
	return groups;
}

/** Joins bullet lists that follow each other, and numbered ones that count on. */
function join<T extends Block>(given: T[]): T[] {
	const joined: T[] = [];
	for (const block of given) {
		const last: Block | undefined = joined[joined.length - 1];
		if (block.type === 'bulletList' && last?.type === 'bulletList')
			for (const item of block.content) last.content.push(item);
		else if (
			block.type === 'orderedList' &&
			last?.type === 'orderedList' &&
			block.attrs.start === last.attrs.start + last.content.length
		)
			for (const item of block.content) last.content.push(item);
		else joined.push(block);
	}
	return joined;
}

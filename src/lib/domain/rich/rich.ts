/**
 * Formatted text as JSON: the part of ProseMirror's document format (https://prosemirror.net/docs/ref/#model.Node.toJSON)
 * that this house accepts, and nothing besides. It is rendered by our own components, never as HTML.
 */
export interface Rich {
	type: 'doc';
	content: Block[];
}

export type Block =
	Paragraph | Heading | BulletList | OrderedList | Blockquote | HorizontalRule | Picture | Table;

/** What a list item or a quotation may hold. */
export type Flow = Paragraph | BulletList | OrderedList;

export interface Paragraph {
	type: 'paragraph';
	content?: Inline[];
}

/** Level 1 is the page's own title. */
interface Heading {
	type: 'heading';
	attrs: { level: 2 | 3 | 4 };
	content?: Text[];
}

export interface BulletList {
	type: 'bulletList';
	content: ListItem[];
}

export interface OrderedList {
	type: 'orderedList';
	/** The number of the first item. */
	attrs: { start: number };
	content: ListItem[];
}

/** Begins with a paragraph. */
export interface ListItem {
	type: 'listItem';
	content: Flow[];
}

interface Blockquote {
	type: 'blockquote';
	content: Flow[];
}

interface HorizontalRule {
	type: 'horizontalRule';
}

/** A picture of the media library; the address is looked up when the text is shown. */
export interface Picture {
	type: 'picture';
	attrs: {
		/** Id of the asset. */
		asset: string;
		/** What the picture shows, for those who do not see it. */
		alt: string;
		caption: string;
		size: 'normal' | 'wide';
	};
}

export interface Table {
	type: 'table';
	content: TableRow[];
}

export interface TableRow {
	type: 'tableRow';
	content: TableCell[];
}

/** One paragraph each: what needs more is not a table. */
export interface TableCell {
	type: 'tableCell' | 'tableHeader';
	attrs: { colspan: number; rowspan: number };
	content: [Paragraph];
}

export type Inline = Text | HardBreak;

export interface Text {
	type: 'text';
	text: string;
	/** In the order of {@link markTypes}, each once. */
	marks?: Mark[];
}

interface HardBreak {
	type: 'hardBreak';
}

export type Mark =
	{ type: 'bold' } | { type: 'italic' } | { type: 'underline' } | { type: 'link'; attrs: Link };

interface Link {
	href: string;
}

/** The order in which marks stand on a text. */
export const markTypes = ['bold', 'italic', 'underline', 'link'] as const;
export const headingLevels = [2, 3, 4] as const;
export const pictureSizes = ['normal', 'wide'] as const;

export const limits = {
	/** Bytes of the JSON in UTF-8. */
	bytes: 200_000,
	/** Nodes from the document down to a paragraph, both counted. */
	depth: 12,
	/** UTF-16 units of an alternative text or a caption. */
	words: 500,
	rows: 200,
	columns: 20
} as const;

/** Id of an asset as tables and addresses carry it. */
export const ASSET = /^[0-9a-z][0-9a-z-]{0,63}$/;

/** A text without anything in it. */
export const empty = (): Rich => ({ type: 'doc', content: [] });

/** Whether there is nothing to read or see. */
export const isBlank = (doc: Rich | null | undefined): boolean =>
	!doc?.content.some((block) => block.type !== 'paragraph' || block.content?.length);

/** Plain sentences as paragraphs; what is blank is left out. */
export const ofParagraphs = (texts: readonly string[]): Rich => ({
	type: 'doc',
	content: texts
		.map((text) => text.trim())
		.filter(Boolean)
		.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
});

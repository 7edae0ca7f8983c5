import type { Content, Field, Json } from '../studio/field';

/** A stretch of a text that lies at one place of the content. */
interface Piece {
	/** UTF-16 offset in the text it is part of. */
	at: number;
	text: string;
	/** Where in the content the string lies. */
	path: readonly (string | number)[];
}

/** A link in a formatted text. */
interface Linked {
	href: string;
	at: number;
	length: number;
	/** Where the text node lies that carries it. */
	path: readonly (string | number)[];
}

/** A picture in a formatted text. */
interface Pictured {
	asset: string;
	alt: string;
	at: number;
}

/** One public text of a content, as readers get to read it. */
export interface Spoken {
	/** Dotted path: `summary.zh`. */
	field: string;
	/** The field it belongs to, as the description has it. */
	of: Field;
	text: string;
	pieces: Piece[];
	links: Linked[];
	pictures: Pictured[];
}

type Path = readonly (string | number)[];
const languages = ['zh', 'en'] as const;

const isObject = (value: unknown): value is Record<string, Json> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every public text of a content, in the order of the description. */
export function spoken(fields: readonly Field[], content: Content): Spoken[] {
	return fields
		.filter(({ inner }) => !inner)
		.flatMap((field) => textsOf(field, content[field.name] ?? null));
}

function textsOf(field: Field, value: Json): Spoken[] {
	const { name } = field;
	switch (field.kind) {
		case 'slug':
			return plain(field, value, [name]);
		case 'line':
		case 'text':
			return field.bilingual ? both(field, value, [name]) : plain(field, value, [name]);
		case 'rich':
			return isObject(value)
				? languages.flatMap((lang) => rich(field, value[lang], [name, lang]))
				: [];
		case 'tags':
			return each(value, (tag, index) => plain(field, tag, [name, index]));
		case 'gallery':
			return within(field, value, 'alt');
		case 'stops':
			return within(field, value, 'note');
		case 'rows':
			return each(value, (row, index) => rowTexts(field, row, index));
		case 'days':
			return within(field, value, 'reason');
		default:
			return [];
	}
}

const each = <T>(value: Json, act: (part: Json, index: number) => T[]): T[] =>
	Array.isArray(value) ? value.flatMap(act) : [];

const within = (field: Field, value: Json, key: string): Spoken[] =>
	each(value, (part, index) =>
		isObject(part) ? both(field, part[key] ?? null, [field.name, index, key]) : []
	);

/** The written parts of one record of a list. */
const rowTexts = (field: Extract<Field, { kind: 'rows' }>, row: Json, index: number): Spoken[] =>
	field.parts.flatMap(({ name, kind }) => {
		const value = isObject(row) ? (row[name] ?? null) : null;
		const path = [field.name, index, name];
		if (kind === 'pair' || kind === 'texts') return both(field, value, path);
		return kind === 'line' ? plain(field, value, path) : [];
	});

const both = (field: Field, value: Json, path: Path): Spoken[] =>
	isObject(value)
		? languages.flatMap((lang) => plain(field, value[lang] ?? null, [...path, lang]))
		: [];

function plain(of: Field, value: Json, path: Path): Spoken[] {
	if (typeof value !== 'string' || !value) return [];
	const pieces = [{ at: 0, text: value, path }];
	return [{ field: path.join('.'), of, text: value, pieces, links: [], pictures: [] }];
}

const inlines = new Set<unknown>(['text', 'hardBreak']);

function rich(of: Field, value: Json | undefined, path: Path): Spoken[] {
	const said: Spoken = {
		field: path.join('.'),
		of,
		text: '',
		pieces: [],
		links: [],
		pictures: []
	};
	const parts: string[] = [];
	let length = 0;
	const add = (text: string, at?: Path): void => {
		if (at && text) said.pieces.push({ at: length, text, path: at });
		parts.push(text);
		length += text.length;
	};
	const line = (): void => {
		if (length && parts[parts.length - 1] !== '\n') add('\n');
	};
	const walk = (node: Json | undefined, at: Path): void => {
		if (!isObject(node)) return;
		if (!inlines.has(node.type)) line();
		if (node.type === 'hardBreak') add('\n');
		if (node.type === 'text' && typeof node.text === 'string') {
			for (const mark of Array.isArray(node.marks) ? node.marks : [])
				if (isObject(mark) && mark.type === 'link' && isObject(mark.attrs))
					said.links.push({
						href: String(mark.attrs.href ?? ''),
						at: length,
						length: node.text.length,
						path: at
					});
			add(node.text, [...at, 'text']);
		}
		if (node.type === 'picture' && isObject(node.attrs)) {
			const { asset, alt, caption } = node.attrs;
			said.pictures.push({ asset: String(asset ?? ''), alt: String(alt ?? ''), at: length });
			add(String(alt ?? ''), [...at, 'attrs', 'alt']);
			line();
			add(String(caption ?? ''), [...at, 'attrs', 'caption']);
		}
		if (Array.isArray(node.content))
			node.content.forEach((child, index) => walk(child, [...at, 'content', index]));
		if (!inlines.has(node.type)) line();
	};
	walk(value, path);
	// The last block needs no line after it.
	if (parts[parts.length - 1] === '\n') parts.pop();
	said.text = parts.join('');
	return length || said.pictures.length ? [said] : [];
}

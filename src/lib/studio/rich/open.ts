import { Editor } from '@tiptap/core';
import type { AnyExtension, JSONContent } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import type { Rich } from '$lib/domain/rich/rich';
import { Link, pictureNode, Table, TableCell, TableHeader, TableRow } from './nodes';
import { tidy } from './paste';

/** What blocks may hold, as `domain/rich` says; without this the editor would allow what is lost later. */
const contents: Record<string, string> = {
	heading: 'text*',
	blockquote: '(paragraph | bulletList | orderedList)+',
	listItem: 'paragraph (paragraph | bulletList | orderedList)*'
};

/** The parts of Tiptap’s kit that our texts know. */
function kit(): AnyExtension[] {
	const options = { code: false, codeBlock: false, strike: false, link: false };
	const parts = StarterKit.config.addExtensions!.call({
		name: 'starterKit',
		options,
		storage: {},
		parent: undefined
	} as never) as AnyExtension[];
	return parts.map((part) => {
		const content = contents[part.name];
		if (!content) return part;
		const narrowed = part.extend({ content } as never);
		return part.name === 'heading' ? narrowed.configure({ levels: [2, 3, 4] }) : narrowed;
	});
}

interface Opening {
	element: HTMLElement;
	doc: Rich;
	/** Attributes of the editing area: its name, language, description. */
	attributes: Record<string, string>;
	thumb: (asset: string) => string;
	/** The text or what is chosen in it changed. */
	onchange: (event: { text: boolean }) => void;
	/** So many pictures were left out of what was pasted or dropped. */
	onpictures: (count: number) => void;
}

/** Opens an editor; it sets no styles of its own, so the content security policy holds. */
export function open({ element, doc, attributes, thumb, onchange, onpictures }: Opening): Editor {
	const files = (data: DataTransfer | null) =>
		[...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/')).length;
	return new Editor({
		element,
		injectCSS: false,
		extensions: [...kit(), Link, pictureNode(thumb), Table, TableRow, TableHeader, TableCell],
		content: doc as JSONContent,
		editorProps: {
			attributes,
			transformPastedHTML(html) {
				const cleaned = tidy(html);
				if (cleaned.pictures) onpictures(cleaned.pictures);
				return cleaned.html;
			},
			handlePaste(_, event) {
				const count = files(event.clipboardData);
				// Word puts a picture of the whole text beside it; only a picture alone is one.
				if (!count || event.clipboardData?.types.includes('text/html')) return false;
				onpictures(count);
				return true;
			},
			handleDrop(_, event) {
				const count = files(event.dataTransfer);
				if (count) onpictures(count);
				return count > 0;
			}
		},
		onTransaction: ({ transaction }) => onchange({ text: transaction.docChanged })
	});
}

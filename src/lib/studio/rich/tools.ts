import type { Editor } from '@tiptap/core';
import {
	addColumnAfter,
	addColumnBefore,
	addRowAfter,
	addRowBefore,
	deleteColumn,
	deleteRow,
	deleteTable,
	isInTable,
	mergeCells,
	splitCell,
	toggleHeaderRow
} from '@tiptap/pm/tables';
import type { Command } from '@tiptap/pm/state';
import type { rich } from '$lib/words/zh/rich';

/** The words of the editor; a page that shows one loads them in its `+page.ts`. */
export type RichWords = typeof rich;
export type ToolName = keyof RichWords['tools'];

export interface Tool {
	name: ToolName;
	/** Shortcut as `aria-keyshortcuts` writes it; `Mod` is ⌘ or Ctrl. */
	keys?: string;
	run: (editor: Editor) => void;
	/** Whether it is on where the cursor stands; left out for what is done once. */
	on?: (editor: Editor) => boolean;
	can?: (editor: Editor) => boolean;
}

const does = (editor: Editor, command: Command) => command(editor.state, undefined, editor.view);
const inTable = (name: ToolName, command: Command): Tool => ({
	name,
	run: (editor) => {
		command(editor.state, editor.view.dispatch, editor.view);
		editor.view.focus();
	},
	can: (editor) => does(editor, command)
});
const heading = (level: 2 | 3 | 4): Tool => ({
	name: `heading${level}`,
	keys: `Mod+Alt+${level}`,
	run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
	on: (editor) => editor.isActive('heading', { level }),
	can: (editor) => editor.can().toggleHeading({ level })
});

/** What stands in the toolbar, in groups; `link` and `picture` are done by the room itself. */
export const groups = (ask: { link: () => void; picture: (() => void) | null }): Tool[][] => [
	[
		{
			name: 'undo',
			keys: 'Mod+Z',
			run: (editor) => editor.chain().focus().undo().run(),
			can: (editor) => editor.can().undo()
		},
		{
			name: 'redo',
			keys: 'Mod+Shift+Z',
			run: (editor) => editor.chain().focus().redo().run(),
			can: (editor) => editor.can().redo()
		}
	],
	[heading(2), heading(3), heading(4)],
	[
		{
			name: 'bold',
			keys: 'Mod+B',
			run: (editor) => editor.chain().focus().toggleBold().run(),
			on: (editor) => editor.isActive('bold')
		},
		{
			name: 'italic',
			keys: 'Mod+I',
			run: (editor) => editor.chain().focus().toggleItalic().run(),
			on: (editor) => editor.isActive('italic')
		},
		{
			name: 'underline',
			keys: 'Mod+U',
			run: (editor) => editor.chain().focus().toggleUnderline().run(),
			on: (editor) => editor.isActive('underline')
		},
		{ name: 'link', keys: 'Mod+K', run: ask.link, on: (editor) => editor.isActive('link') }
	],
	[
		{
			name: 'bulletList',
			keys: 'Mod+Shift+8',
			run: (editor) => editor.chain().focus().toggleBulletList().run(),
			on: (editor) => editor.isActive('bulletList'),
			can: (editor) => editor.can().toggleBulletList()
		},
		{
			name: 'orderedList',
			keys: 'Mod+Shift+7',
			run: (editor) => editor.chain().focus().toggleOrderedList().run(),
			on: (editor) => editor.isActive('orderedList'),
			can: (editor) => editor.can().toggleOrderedList()
		},
		{
			name: 'blockquote',
			keys: 'Mod+Shift+B',
			run: (editor) => editor.chain().focus().toggleBlockquote().run(),
			on: (editor) => editor.isActive('blockquote'),
			can: (editor) => editor.can().toggleBlockquote()
		}
	],
	[
		...(ask.picture ? [{ name: 'picture' as const, run: ask.picture }] : []),
		{
			name: 'table',
			run: (editor) => editor.chain().focus().insertContent(freshTable).run(),
			can: (editor) => !isInTable(editor.state)
		},
		{
			name: 'rule',
			run: (editor) => editor.chain().focus().setHorizontalRule().run(),
			can: (editor) => editor.can().setHorizontalRule()
		},
		{
			name: 'plain',
			run: (editor) => editor.chain().focus().unsetAllMarks().clearNodes().run()
		}
	]
];

/** What stands below the toolbar while the cursor is in a table. */
export const tableTools: Tool[] = [
	inTable('rowBefore', addRowBefore),
	inTable('rowAfter', addRowAfter),
	inTable('rowDelete', deleteRow),
	inTable('columnBefore', addColumnBefore),
	inTable('columnAfter', addColumnAfter),
	inTable('columnDelete', deleteColumn),
	inTable('headerRow', toggleHeaderRow),
	inTable('merge', mergeCells),
	inTable('split', splitCell),
	inTable('tableDelete', deleteTable)
];

export { isInTable };

const cells = (type: 'tableHeader' | 'tableCell') => ({
	type: 'tableRow',
	content: [0, 1, 2].map(() => ({ type, content: [{ type: 'paragraph' }] }))
});
const freshTable = {
	type: 'table',
	content: [cells('tableHeader'), cells('tableCell'), cells('tableCell')]
};

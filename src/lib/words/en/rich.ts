import type { rich as zh } from '../zh/rich';

export const rich: typeof zh = {
	open: 'Edit the text',
	write: 'Write the text',
	close: 'Done',
	empty: 'No text yet.',
	opening: 'Opening the editor…',
	failed: 'The editor could not be opened. Please write in the field below.',
	asText: 'Edit as plain text',
	asRich: 'Edit with the editor',
	plainHint:
		'A blank line begins a new paragraph; “## ” a heading, “- ” or “1. ” a list, “> ” a quotation; **bold**, [text](address) is a link, ![description](media:id) a picture.',
	toolbar: 'Formatting',
	tableTools: 'Table',
	mod: { mac: '⌘', other: 'Ctrl' },
	tools: {
		undo: 'Undo',
		redo: 'Redo',
		heading2: 'Heading',
		heading3: 'Subheading',
		heading4: 'Small heading',
		bold: 'Bold',
		italic: 'Emphasis',
		underline: 'Underline',
		link: 'Link',
		bulletList: 'Bullet list',
		orderedList: 'Numbered list',
		blockquote: 'Quotation',
		picture: 'Insert a picture',
		table: 'Insert a table',
		rule: 'Dividing line',
		plain: 'Clear formatting',
		rowBefore: 'Row above',
		rowAfter: 'Row below',
		rowDelete: 'Delete row',
		columnBefore: 'Column before',
		columnAfter: 'Column after',
		columnDelete: 'Delete column',
		headerRow: 'Header row',
		merge: 'Merge cells',
		split: 'Split cell',
		tableDelete: 'Delete table'
	},
	link: {
		title: 'Link',
		address: 'Address',
		hint: 'An address that begins with https://, a path of this site (such as /places/…), an e-mail address or a telephone number.',
		refused:
			'This address cannot be a link: only https:, http:, mailto:, tel: and paths of this site that begin with / can.',
		apply: 'Apply',
		remove: 'Remove the link',
		cancel: 'Cancel'
	},
	picture: {
		title: 'Picture',
		alt: 'Alternative text',
		altHint: 'For those who do not see it: what the picture shows.',
		caption: 'Caption',
		wide: 'Full width',
		remove: 'Remove the picture'
	},
	picturesDropped: (count) =>
		`${count === 1 ? 'A picture' : `${count} pictures`} in what you pasted ${count === 1 ? 'was' : 'were'} left out. Upload pictures to the media library first, then use “Insert a picture”.`,
	characters: (count) => `${count} ${count === 1 ? 'character' : 'characters'}`,
	words: (count) => `${count} ${count === 1 ? 'word' : 'words'}`
};

import type { ToolName } from './tools';

/** Paths on a field of 24 × 24, drawn with one line. */
export const icons: Partial<Record<ToolName, string[]>> = {
	undo: ['M9 7 4.5 11.5 9 16', 'M5 11.5h9a5 5 0 0 1 0 10h-2'],
	redo: ['m15 7 4.5 4.5L15 16', 'M19 11.5h-9a5 5 0 0 0 0 10h2'],
	heading2: ['M4 5v14M12 5v14M4 12h8', 'M16 11.5c0-3 5-3 5 0 0 2.500-5 4-5 7.500h5'],
	heading3: [
		'M4 5v14M12 5v14M4 12h8',
		'M16.500 9H21l-2.800 4c4 0 3.600 6-.2 6-1.300 0-2-.6-2.300-1.300'
	],
	heading4: ['M4 5v14M12 5v14M4 12h8', 'M20 19V9l-4 7h5.500'],
	bold: ['M7 5h5.500a3.500 3.500 0 0 1 0 7H7z', 'M7 12h6.500a3.500 3.500 0 0 1 0 7H7z'],
	italic: ['M14 5h4M6 19h4M15.500 5l-5 14'],
	underline: ['M7 5v7a5 5 0 0 0 10 0V5', 'M6 20h12'],
	link: [
		'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700L12 7',
		'M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700L12 17'
	],
	bulletList: ['M9 6h11M9 12h11M9 18h11', 'M4.500 6h.01M4.500 12h.01M4.500 18h.01'],
	orderedList: [
		'M10 6h10M10 12h10M10 18h10',
		'M4 5l1.500-1v5',
		'M4 15.500c0-2 3-2 3 0 0 1.500-3 2-3 4h3'
	],
	blockquote: ['M5 5v14', 'M10 7h10M10 12h10M10 17h7'],
	picture: ['M4 5h16v14H4z', 'm4 16 4.500-5 4 4.500 3-3 4.500 5', 'M15.500 9h.01'],
	table: ['M4 5h16v14H4z', 'M4 10h16M4 14.500h16M12 10v9'],
	rule: ['M4 12h16', 'M8 7h8M8 17h8'],
	plain: ['M6 6h12M12 6 10 18', 'm15 15 5 5M20 15l-5 5']
};

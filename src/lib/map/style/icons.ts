/** Map symbols, drawn by ourselves on a 32-unit square: the carrier tells the kind, the mark the category. */

import type { Palette } from './palette';

/** One painted path. Colours are names in a {@link Palette}; widths in units of the icon's square. */
interface Shape {
	d: string;
	fill?: keyof Palette;
	stroke?: keyof Palette;
	width?: number;
}

export interface Drawing {
	/** Side of the square view box. */
	side: number;
	shapes: readonly Shape[];
}

const ROUND = 'M16 2.5a13.5 13.5 0 1 1 0 27a13.5 13.5 0 1 1 0-27Z';
const SQUARE =
	'M6 3.5H26A2.5 2.5 0 0 1 28.5 6V26A2.5 2.5 0 0 1 26 28.5H6A2.5 2.5 0 0 1 3.5 26V6A2.5 2.5 0 0 1 6 3.5Z';
const OCTAGON = 'M10.8 3H21.2L29 10.8V21.2L21.2 29H10.8L3 21.2V10.8Z';
const BUBBLE =
	'M7 3H25A4 4 0 0 1 29 7V20.5A4 4 0 0 1 25 24.5H20L16 30L12 24.5H7A4 4 0 0 1 3 20.5V7A4 4 0 0 1 7 3Z';

const carrier = (d: string, fill: keyof Palette, edge: keyof Palette): Shape[] => [
	{ d, stroke: 'halo', width: 4.5 },
	{ d, fill, stroke: edge, width: 2 }
];

/** The eight categories of units, in the published order. */
const CATEGORY_MARKS: Record<string, string> = {
	office: 'M9 14L16 9.5L23 14ZM11.5 14.5V20.5M16 14.5V20.5M20.5 14.5V20.5M9 22.5H23',
	'state-enterprise': 'M9 22.5V15L13.2 18V15L17.4 18V9.5H22.8V22.5ZM9 22.5H22.8',
	'private-enterprise': 'M9.2 13H22.8V22.2H9.2ZM13.4 13V10H18.6V13M9.2 17.2H22.8',
	village:
		'M8.2 15.6C11.4 15 14.2 12.6 16 9.2C17.8 12.6 20.6 15 23.8 15.6M11 15.4V22.5H21V15.4M16 22.5V18.6',
	school:
		'M16 12.2C14 10.5 11.6 10.1 9 10.6V20.8C11.6 20.3 14 20.7 16 22.4C18 20.7 20.4 20.3 23 20.8V10.6C20.4 10.1 18 10.5 16 12.2ZM16 12.2V22.4',
	hospital: 'M13.9 9.5H18.1V13.9H22.5V18.1H18.1V22.5H13.9V18.1H9.5V13.9H13.9Z',
	transport:
		'M10.2 10.4H21.8V20.6H10.2ZM10.2 15.8H21.8M12.6 20.8V23M19.4 20.8V23M12.8 18.2H13.4M18.6 18.2H19.2',
	culture: 'M10 10H22M10 22H22M12 10V22M20 10V22M13.8 18.8L15.6 15L17 17L17.8 16L19 18.8'
};

const cong: Shape[] = [
	...carrier(SQUARE, 'jade', 'jade'),
	{ d: 'M16 6.4a9.6 9.6 0 1 1 0 19.2a9.6 9.6 0 1 1 0-19.2Z', stroke: 'onJade', width: 1.5 },
	{ d: 'M16 10.8a5.2 5.2 0 1 1 0 10.4a5.2 5.2 0 1 1 0-10.4Z', fill: 'onJade' },
	{ d: 'M3 16H5.4M26.6 16H29M16 3V5.4M16 26.6V29', stroke: 'onJade', width: 1.5 }
];

const unit = (mark: string): Shape[] => [
	...carrier(ROUND, 'halo', 'jade'),
	{ d: mark, stroke: 'jadeDeep', width: 1.8 }
];

const venue: Shape[] = [
	...carrier(OCTAGON, 'ink', 'ink'),
	{
		d: 'M8 15.2C11.8 14.6 14.6 12.4 16 8.6C17.4 12.4 20.2 14.6 24 15.2Z',
		fill: 'onInk',
		stroke: 'onInk',
		width: 1
	},
	{ d: 'M11.6 16V21.4M20.4 16V21.4M9.6 22.6H22.4', stroke: 'onInk', width: 1.8 }
];

const service: Shape[] = [
	...carrier(BUBBLE, 'ochre', 'ochre'),
	{ d: 'M16 7a2.9 2.9 0 1 1 0 5.8a2.9 2.9 0 1 1 0-5.8Z', fill: 'halo' },
	{ d: 'M9.8 20.4C10 16.4 12.6 14.6 16 14.6C19.4 14.6 22 16.4 22.2 20.4Z', fill: 'halo' }
];

/** All place symbols by name: `site`, `venue`, `service`, `unit` and `unit-…` for each category. */
export const ICONS: Record<string, Drawing> = Object.fromEntries([
	['site', { side: 32, shapes: cong }],
	['venue', { side: 32, shapes: venue }],
	['service', { side: 32, shapes: service }],
	['unit', { side: 32, shapes: unit('M16 11.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9Z') }],
	...Object.entries(CATEGORY_MARKS).map(([name, mark]) => [
		`unit-${name}`,
		{ side: 32, shapes: unit(mark) }
	])
]);

/** Name in {@link ICONS} of a place's symbol. An unknown kind gets the plain unit ring. */
export function iconOf(kind: string, category?: string | null): string {
	const precise = kind === 'unit' && category ? `unit-${category}` : kind;
	return Object.hasOwn(ICONS, precise) ? precise : 'unit';
}

/** Signs that stand beside the symbols of places and tell of something that happens there. */

import type { Drawing } from './icons';

const SHEET = 'M7 6H25A3 3 0 0 1 28 9V25A3 3 0 0 1 25 28H7A3 3 0 0 1 4 25V9A3 3 0 0 1 7 6Z';

/** A sheet of a calendar, hung by two rings, with a cong seen from above: no place looks like it. */
export const SIGNS: Record<string, Drawing> = {
	event: {
		side: 32,
		shapes: [
			{ d: SHEET, stroke: 'halo', width: 5 },
			{ d: SHEET, fill: 'halo', stroke: 'seal', width: 2 },
			{ d: 'M4 13V9A3 3 0 0 1 7 6H25A3 3 0 0 1 28 9V13Z', fill: 'seal' },
			{ d: 'M10.5 3V8M21.5 3V8', stroke: 'halo', width: 5 },
			{ d: 'M10.5 3V8M21.5 3V8', stroke: 'seal', width: 2.4 },
			{ d: 'M11.5 16H20.5V25H11.5Z', fill: 'seal' },
			{ d: 'M16 18a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5Z', fill: 'halo' }
		]
	}
};

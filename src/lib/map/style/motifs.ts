/** Small things of the landscape, in the manner of old river maps. Ground line at the bottom of the square. */

import type { Drawing } from './icons';

const draw = (...shapes: Drawing['shapes'][number][]): Drawing => ({ side: 48, shapes });

const house = (x: number, y: number, w: number): Drawing['shapes'][number][] => {
	const h = w * 0.42;
	return [
		{
			d: `M${x} ${y}V${y - h}H${x + w}V${y}Z`,
			fill: 'motifWall',
			stroke: 'motifLine',
			width: 1.1
		},
		{
			d: `M${x - w * 0.14} ${y - h}C${x + w * 0.1} ${y - h * 1.05} ${x + w * 0.22} ${y - h * 1.5} ${x + w * 0.3} ${y - h * 1.75}H${x + w * 0.7}C${x + w * 0.78} ${y - h * 1.5} ${x + w * 0.9} ${y - h * 1.05} ${x + w * 1.14} ${y - h}Z`,
			fill: 'motifRoof'
		}
	];
};

export const MOTIFS: Record<string, Drawing> = {
	house: draw(...house(13, 42, 22)),
	houses: draw(...house(25, 33, 16), ...house(5, 37, 17), ...house(17, 44, 20)),
	pavilion: draw(
		{ d: 'M15 43V27M33 43V27M21 43V27M27 43V27', stroke: 'motifLine', width: 1.6 },
		{ d: 'M8 28C15 27 21 22 24 13C27 22 33 27 40 28C34 29.5 14 29.5 8 28Z', fill: 'motifRoof' },
		{ d: 'M24 13V9', stroke: 'motifRoof', width: 2 },
		{ d: 'M11 43.5H37', stroke: 'motifLine', width: 2 }
	),
	pagoda: draw(
		{ d: 'M19.5 44V16H28.5V44Z', fill: 'motifWall', stroke: 'motifLine', width: 1.1 },
		{
			d: 'M14 38C18 37.5 20 36 20.5 34H27.5C28 36 30 37.5 34 38ZM15 29C18.5 28.5 20 27 20.5 25H27.5C28 27 29.5 28.5 33 29ZM16 20C19 19.5 22.5 17 24 10C25.5 17 29 19.5 32 20Z',
			fill: 'motifRoof'
		},
		{ d: 'M24 11V4', stroke: 'motifRoof', width: 1.4 }
	),
	bridge: draw(
		{
			d: 'M4 36C14 26 34 26 44 36V40H34A10 10 0 0 0 14 40H4Z',
			fill: 'motifWall',
			stroke: 'motifLine',
			width: 1.5
		},
		{ d: 'M6 33C15 24.5 33 24.5 42 33', stroke: 'motifLine', width: 1 }
	),
	boat: draw(
		{ d: 'M6 34C14 38 34 38 43 32C40 40 34 42 24 42C15 42 9 40 6 34Z', fill: 'motifRoof' },
		{ d: 'M17 35C17 28 30 27 31 35Z', fill: 'motifWall', stroke: 'motifLine', width: 1.2 }
	),
	pine: draw(
		{ d: 'M24 45C23 36 25 28 23.5 16', stroke: 'motifLine', width: 1.8 },
		{
			d: 'M11 33C15 26 23 27 27 31C22 35 15 35 11 33ZM22 26C26 19 34 20 38 25C33 29 27 29 22 26ZM13 19C17 11 27 10 33 16C28 21 19 22 13 19Z',
			fill: 'motifLeaf'
		}
	),
	tree: draw(
		{ d: 'M24 45C24 38 23 33 24 26', stroke: 'motifLine', width: 1.8 },
		{
			d: 'M13 27C9 22 12 15 18 15C19 8 30 8 31 15C37 15 39 23 35 27C31 31 27 28 24 30C21 28 17 31 13 27Z',
			fill: 'motifLeaf'
		}
	),
	bamboo: draw(
		{
			d: 'M19 45C18.5 34 19.5 22 18 10M27 45C27.5 35 27 27 29 17',
			stroke: 'motifLeaf',
			width: 1.5
		},
		{
			d: 'M18 14C13 12 9 13 7 16C11 18 15 17 18 14ZM18.5 20C23 16 28 16 31 18C27 21 22 22 18.5 20ZM28 24C33 20 38 20 41 23C37 26 32 26 28 24ZM19 27C14 25 10 26 8 29C12 31 16 30 19 27ZM27.5 32C31 30 35 30 38 33C34 35 30 35 27.5 32Z',
			fill: 'motifLeaf'
		}
	),
	willow: draw(
		{ d: 'M24 45C23 38 25 32 24 22', stroke: 'motifLine', width: 1.8 },
		{
			d: 'M24 12C14 10 8 18 9 31C11 26 13 24 14 23C14 28 14 32 15 35C17 30 18 26 20 23C21 26 21 29 22 32C24 28 26 26 27 23C29 27 30 31 32 35C33 30 33 26 33 23C35 25 37 28 39 31C40 18 34 10 24 12Z',
			fill: 'motifLeaf'
		}
	),
	grass: draw({
		d: 'M18 44C18 40 16 38 14 36M23 44C23 38 23 36 22 33M28 44C28 40 30 38 32 36',
		stroke: 'motifLeaf',
		width: 1.6
	}),
	'fibre-left': draw({
		d: 'M33 3C31 16 26 30 16 45C23 36 32 22 35 4Z',
		fill: 'texture'
	}),
	'fibre-right': draw({
		d: 'M15 3C17 16 22 30 32 45C25 36 16 22 13 4Z',
		fill: 'texture'
	}),
	dab: draw({
		d: 'M8 43C14 38 26 37 40 41C34 46 18 48 8 43Z',
		fill: 'dab'
	}),
	reed: draw({
		d: 'M16 44C16 36 14 31 11 27M20 44C20 34 20 28 18 21M25 44C25 34 27 28 30 23M29 44C30 37 33 33 37 31',
		stroke: 'motifLeaf',
		width: 1.6
	}),
	cong: draw(
		{ d: 'M9 9H39V39H9Z', fill: 'motifWall', stroke: 'motifLeaf', width: 2 },
		{ d: 'M24 12a12 12 0 1 1 0 24a12 12 0 1 1 0-24Z', stroke: 'motifLeaf', width: 1.6 },
		{ d: 'M24 18a6 6 0 1 1 0 12a6 6 0 1 1 0-12Z', fill: 'motifLeaf' }
	)
};

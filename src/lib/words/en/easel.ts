import type { easel as zh } from '../zh/easel';

type Count = number;

export const easel: typeof zh = {
	loading: 'Opening the map…',
	unable: 'This device cannot show a map to draw on. Fill in the coordinates instead.',
	closer: 'Closer',
	farther: 'Farther',
	home: 'Whole district',
	undo: 'Undo',
	redo: 'Redo',
	keys: 'Arrows move the map, plus and minus zoom, Enter puts a point at the cross.',
	search: {
		label: 'Find a place by name',
		go: 'Find',
		none: 'Nothing found, or it has no position yet.',
		busy: 'The search does not answer; try again in a moment.'
	},
	at: (lat: string, lon: string) => `latitude ${lat}, longitude ${lon}`,
	point: {
		label: 'Mark the position on the map',
		open: 'Mark on the map',
		here: 'Put the point at the cross',
		back: 'Back to the point',
		none: 'No position yet. Press on the map, or move it and use “Put the point at the cross”.',
		moved: (where: string) => `Position is now ${where}. Check how exact it is.`
	},
	path: {
		label: 'Draw the trail on the map',
		open: 'Draw on the map',
		draw: 'Draw',
		adjust: 'Adjust',
		add: 'Add a point at the cross',
		stops: 'Connect the stops in order',
		clear: 'Delete the line',
		none: 'No line yet. Choose “Draw”, press point after point, and press the last one again to end; near a stop the line snaps to it.',
		length: (points: Count, length: string) => `${points} points, ${length} long`,
		adjusting:
			'Drag a dot to move it; drag a small one between two to add a point; right-click a dot to delete it.',
		metres: (m: Count) => `${m} m`,
		kilometres: (km: string) => `${km} km`
	},
	painting: {
		label: 'Put the corners of the picture where they belong',
		open: 'Align on the map',
		corners: ['Top left', 'Top right', 'Bottom right', 'Bottom left'],
		opacity: 'Strength of the picture',
		place: 'Put it into the view first',
		again: 'Put it into the view anew',
		which: 'Which corner to move',
		missing:
			'The picture does not open: the library has none, or the address is wrong. Please choose again.',
		undrawable:
			'A map cannot draw this picture. Please use a JPG, PNG, WebP or AVIF, then place its corners.',
		none: 'Choose the picture, press “Put it into the view first”, then drag the four corners to where they belong.',
		moved: (corner: string, where: string) => `${corner}: ${where}`,
		chosen: (corner: string) => `Enter moves: ${corner}`,
		crossed:
			'The corners are in the wrong order and would turn the picture over: top left, top right, bottom right, bottom left.'
	},
	drawing: {
		label: 'Draw an illustrated base',
		open: 'Draw on the map',
		part: 'What to draw',
		parts: {
			water: 'Water',
			field: 'Field',
			'field-green': 'Green',
			'hill-body': 'Wooded hill',
			'wash-warm': 'Village or town',
			lane: 'Path',
			stream: 'Stream'
		},
		draw: 'Draw',
		adjust: 'Adjust',
		adjusting:
			'Press a shape, then drag its dots to change it or the whole of it to move it; right-click a dot to delete it.',
		delete: 'Delete',
		remove: 'Delete the selected',
		none: 'Nothing drawn yet.',
		count: (n: Count) => `${n} drawn`,
		begun: (points: Count, least: Count) =>
			points < least
				? `${points} of at least ${least} points. Escape drops them.`
				: `${points} points; Enter once more on the spot ends it, Escape drops it.`,
		list: 'What is drawn',
		drop: (name: string) => `Delete ${name}`,
		nth: (n: Count, name: string) => `${n}. ${name}`,
		note: 'Draw hills, water, fields, villages and paths as an illustration, and no boundaries of any kind; it is published as an illustration, not a survey product.'
	}
};

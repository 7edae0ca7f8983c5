import type { Words } from '..';

export const trails: Words['trails'] = {
	title: 'Trails',
	lead: 'A trail joins places in order. Open a stop to read about its place.',
	corridors: 'Integrity culture corridors',
	demonstration: 'Demonstration trail',
	demonstrationNote:
		'This trail joins real places to show how trails work; it is not an official one. Please do not travel by it.',
	facts: 'At a glance',
	length: 'Length',
	minutes: 'Duration',
	mode: 'Way to travel',
	theme: 'Theme',
	stops: 'Stops',
	corridor: 'Corridor',
	declared: (declared, recorded) => `${declared} declared, ${recorded} recorded`,
	recorded: (recorded) => `${recorded} ${recorded === 1 ? 'stop' : 'stops'}`,
	gap: 'What has been published does not name the stops. We add each one when it is known, and guess none.',
	stop: (number) => `Stop ${number}`,
	stopsTitle: 'Stop by stop',
	notDrawn: 'No reliable source gives a position for this stop yet: it is listed and not drawn.',
	follow: 'See it on the large map',
	leaflet: 'Print as a leaflet',
	live: 'Open the interactive map',
	mapLabel: (name) => `Illustrated map of ${name}`,
	sources: 'Sources',
	next: 'Next stop',
	fromPrevious: (distance, direction) =>
		`About ${distance} ${direction} of the stop before, as the crow flies; for orientation only`,
	none: 'No trail has been recorded yet.'
};

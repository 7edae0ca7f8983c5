import type { walk as zh } from '../zh/walk';

export const walk = {
	title: 'Walking guide',
	lead: 'Stop by stop: texts, pictures and recordings are all on this page.',
	link: 'Walk it',
	back: 'Back to the trail',
	stops: 'Stops',
	stop: (number, total) => `Stop ${number} of ${total}`,
	from: (distance, direction) => `About ${distance} ${direction} of the last stop (straight line)`,
	noPosition: 'There is no reliable source for where this stop is, so no directions.',
	rough:
		'This stop is known only to its village or town: distance and direction are a rough guide.',
	place: 'More about this place',
	stamp: 'Collect a stamp here',
	transcript: 'Recording in words',
	recording: 'Recording',
	photoBy: (name) => `Picture: ${name}`,
	map: 'Sketch map',
	empty: 'No stops of this trail are recorded yet.',
	steps: {
		label: 'Stop by stop',
		previous: 'Previous stop',
		next: 'Next stop',
		all: 'List all stops',
		one: 'One stop at a time'
	},
	aloud: { read: 'Read it to me', stop: 'Stop reading' },
	position: {
		ask: 'How far is this stop?',
		stop: 'Stop measuring',
		help: 'Your phone will ask whether it may use your position. The distance is worked out on your phone; your position is sent to nobody and not kept.',
		waiting: 'Finding your position …',
		told: 'About {distance} to the {direction} (straight line; your position is good to about {accuracy})',
		here: 'You are near this stop.',
		refused: 'Your position may not be used. It works without: press “Next stop”.',
		failed: 'Your position cannot be found now. It works without: press “Next stop”.',
		metres: '{n} m',
		kilometres: '{n} km'
	},
	pack: {
		title: 'Keep it on your phone for when there is no network',
		lead: 'Texts, pictures, recordings and the sketch map are kept. You are told the size first.',
		weighing: 'Working out the size …',
		size: '{size} in {n} files.',
		save: 'Save ({size})',
		saving: 'Saving: {done} of {size}',
		pause: 'Pause',
		resume: 'Go on saving',
		remove: 'Delete from this device',
		saved: 'Saved ({size}). Without a network, open this address and it is there.',
		update: 'The trail has changed since you saved it.',
		renew: 'Update ({size})',
		paused: 'Paused at {done} of {size}. What is saved need not be fetched again.',
		broken:
			'The network is gone; stopped at {done} of {size}. Press “Go on saving” when it is back: what is saved need not be fetched again.',
		changed: 'The trail changed while it was being saved. Please save it again.',
		full: 'There is not enough room on this device for {size}. Delete some files or other saved trails and try again.',
		unable:
			'This browser cannot keep trails (a private window, or an address without https). Use another browser, or print the leaflet.',
		unknown: 'The size cannot be found out now. Open this page again when there is a network.',
		offline:
			'There is no network; this is the version saved on your device. Text size, colours and other links above need a network.',
		removed: 'Deleted.',
		list: 'Trails saved on this device',
		other: '{name} ({size})',
		otherRemove: 'Delete “{name}”',
		all: 'See which trails this device keeps'
	},
	shelf: {
		title: 'Saved trails',
		lead: 'Trails kept on this device open without a network. Deleting one touches this device alone.',
		looking: 'Looking …',
		sum: 'Trails: {n}, {size} in all.',
		none: 'This device keeps no trails yet. Open one with “Walk it” to save it.',
		begun: '{name} (not complete)',
		plain: 'JavaScript is off in this browser: it keeps no trails and cannot list them.',
		trails: 'All trails'
	}
} satisfies typeof zh;

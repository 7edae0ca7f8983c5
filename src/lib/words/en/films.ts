import type { films as zh } from '../zh/films';

const plural = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** Words of the player; loaded only by pages that show films. */
export const films = {
	upload: {
		choose: 'Choose a file',
		chooseFilm: 'Choose the film',
		drop: 'or drop it here',
		looking: 'Looking at the file …',
		wrong: 'This file does not meet the rules and could not be submitted:',
		warned: 'Please note:',
		cannotTell:
			'Your browser cannot tell what this file is. You may send it; the server checks it when it has arrived.',
		other: 'Another file',
		start: 'Start the upload',
		anyway: 'Send it anyway',
		sending: 'Uploading',
		away: 'The line is down. It goes on by itself when the line is back; nothing that arrived is lost.',
		paused: 'Paused. You can go on later, on another computer too.',
		checking: 'Everything has arrived and is being checked …',
		kept: 'Received.',
		refused: 'Not taken:',
		pause: 'Pause',
		resume: 'Go on',
		cancel: 'Cancel',
		cancelSure: 'What has arrived will be deleted.',
		yesCancel: 'Yes, cancel',
		no: 'Keep it',
		again: 'Choose again',
		more: 'Send another',
		group: 'Upload of a file',
		yesForget: 'Yes, delete',
		unreadable: 'The file cannot be read; it may have been moved or deleted. Please choose again.',
		progress: 'Progress',
		of: (arrived, all) => `${arrived} of ${all}`,
		speed: (text) => `${text} per second`,
		left: (h, m, s) => `about ${h ? `${h} h ${m} min` : m ? `${m} min` : `${s} s`} left`,
		begun: 'Not finished',
		begunAbout: (arrived, all, until) => `${arrived} of ${all} arrived, kept until ${until}.`,
		begunHow: 'Choose the same file once more, and it goes on where it stopped.',
		forget: 'Delete it',
		tooLarge: (size) => `The file is too large; at most ${size} here.`,
		empty: 'The file is empty.',
		leaving: 'A file is still being sent; it pauses when you leave.'
	},
	player: (title) => `Film: ${title}`,
	play: 'Play',
	pause: 'Pause',
	back: 'Back 10 seconds',
	forward: 'Forward 10 seconds',
	position: 'Position',
	at: (now, all) => `${now} of ${all}`,
	volume: 'Volume',
	mute: 'Mute',
	unmute: 'Sound on',
	speed: 'Speed',
	times: (n) => `${n}×`,
	captions: 'Captions',
	noCaptions: 'Captions: off',
	quality: 'Quality',
	qualities: { original: 'Original', '1080p': '1080p', '720p': '720p' },
	full: 'Full screen',
	leaveFull: 'Leave full screen',
	keys: 'Keys',
	keyList: [
		['Space', 'play or pause'],
		['← →', 'back, forward 5 seconds'],
		['J L', 'back, forward 10 seconds'],
		['↑ ↓', 'volume'],
		['M', 'mute'],
		['C', 'captions'],
		['F', 'full screen'],
		['< >', 'speed'],
		[', .', 'frame by frame while paused'],
		['0–9', 'to so many tenths of the film']
	],
	loudness: (percent) => `Volume ${percent}%`,
	stalled: 'Loading …',
	failed:
		'The film does not play. Check your connection and choose “Load again”; if that does not help, try another browser.',
	reload: 'Load again',
	none: 'The film is still being prepared and can be watched here when that is done.',
	spoken: (h, m, s) =>
		[h && plural(h, 'hour'), (h || m) && plural(m, 'minute'), plural(s, 'second')]
			.filter(Boolean)
			.join(' ')
} satisfies typeof zh;

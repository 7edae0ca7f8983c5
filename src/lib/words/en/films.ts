import type { films as zh } from '../zh/films';

const plural = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** Words of the player; loaded only by pages that show films. */
export const films = {
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
	noCaptions: 'No captions',
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

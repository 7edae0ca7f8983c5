import type { jobs as zh } from '../zh/jobs';

export const jobs: typeof zh = {
	title: 'Films at work',
	lead: 'After an upload, films are inspected, compared with the others and made ready to be watched online, one after the other. The original is kept as it came.',
	noTools:
		'This server has no ffmpeg, so pictures and sound cannot be inspected and nothing can be converted. Films that browsers play are shown as they came; everything else waits, and goes on by itself once ffmpeg is installed.',
	tools: (version) => `ffmpeg ${version}`,
	all: 'All',
	states: { running: 'Under way', waiting: 'Waiting', failed: 'Failed', done: 'Done' },
	kinds: {
		scan: 'Malware scan',
		inspect: 'Technical inspection',
		fingerprint: 'Fingerprint',
		compare: 'Search for copies',
		look: 'Poster and previews',
		copies: 'Copies to watch online',
		captions: 'Captions',
		bare: 'Clear properties'
	},
	none: 'There are no jobs.',
	noneOf: 'There are no jobs of this kind.',
	unknownFilm: 'This film is gone',
	entry: (number) => number ?? 'No number yet',
	untitled: '(untitled)',
	progress: (percent) => `${percent}% done`,
	tries: (count) => `Try ${count}`,
	triedInVain: (count) => (count === 1 ? 'Tried once' : `Tried ${count} times`),
	startedAt: (moment) => `Began ${moment}`,
	doneAt: (moment) => `Done ${moment}`,
	nextAt: (moment) => `Next try after ${moment}`,
	waitsForTools: 'Waits for ffmpeg',
	reason: 'Reason',
	reasons: {
		'there are no pictures in this film': 'There are no pictures in this film.',
		'this film does not say how long it is': 'The film does not say how long it is.',
		'no picture of this film can be shown': 'No picture of this film can be shown.',
		'no captions that can be read': 'The file holds no captions that can be read.',
		'too large for captions': 'The file is too large for captions.',
		'it took too long': 'It took longer than allowed.',
		'ffmpeg took too long': 'It took longer than allowed.'
	},
	died: 'The process that did it ended unexpectedly.',
	full: 'The disk is full.',
	retry: 'Try again',
	retryOf: (kind, film) => `Try again: ${film}, ${kind}`,
	retryAll: (count) => `Try all failed jobs again (${count})`,
	retried: 'It is in the queue again.',
	retriedAll: (count) =>
		count === 1 ? 'One job is in the queue again.' : `${count} jobs are in the queue again.`,
	refusal: {
		'not-failed': 'This job need not be tried again now; somebody may have seen to it already.',
		'none-failed': 'No job has failed.'
	},
	refresh: 'Refresh',
	live: 'While there is work, this page renews itself every few seconds.',
	files: 'Files made of it',
	fileKinds: {
		'1080p': 'Copy, 1080p',
		'720p': 'Copy, 720p',
		poster: 'Poster',
		storyboard: 'Preview pictures',
		'storyboard-map': 'Map of the preview pictures',
		waveform: 'Shape of the sound',
		captions: 'Captions'
	},
	column: { what: 'File', size: 'Size', pixels: 'Pixels', at: 'Made' },
	original: 'Original',
	download: 'Download the original',
	sha256: 'SHA-256 of the original',
	bytes: 'Size of the original',
	arrived: 'Received',
	languages: { zh: 'Chinese', en: 'English' },
	language: (code) => `Captions (${code})`,
	noFiles: 'Nothing has been made of it yet.',
	tasks: 'Jobs'
};

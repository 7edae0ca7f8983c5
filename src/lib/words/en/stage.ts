import type { stage as zh } from '../zh/stage';

/** Live scoring: the office’s desk, the jurors’ desk in the hall, and the big screen. */
export const stage: typeof zh = {
	title: 'Stage',
	lead: 'Call speakers in the drawn order, take scores, announce the mark, then reveal it on the big screen.',
	apart: {
		'stands-apart':
			'You have an entry in this edition: you cannot lead the stage and see no scores.',
		judges: 'You are on the jury of this edition: you cannot lead the stage and see no scores.'
	},
	place: (n) => `No. ${n}`,
	number: 'Number',
	speaker: 'Speaker',
	draw: {
		title: 'Drawing the order',
		lead: 'The speaking order follows from the public seed of this round alone; anybody can draw it again and gets the same. It is published on the page of the edition at once.',
		groups: 'Groups go on stage one after the other, each drawn by itself.',
		go: 'Draw and publish the order',
		notSealed: 'The order can be drawn once the rule is sealed and the seed exists.',
		done: (at) => `Drawn ${at}`,
		hash: 'Fingerprint of what it was drawn from',
		seed: 'Seed',
		again: 'Draw again',
		againLead:
			'The seed stays, so the order does. Drawing again only matters when entries came or went and nobody has been called; the reason is kept.',
		page: 'The order as the public sees it'
	},
	now: {
		title: 'On stage',
		none: 'Nobody is on stage',
		noneHow: 'Call the next speaker: jurors’ phones show them at once.',
		next: 'Next',
		nobody: 'Nobody is left in the line',
		over: 'Everybody has spoken. Show the ranking on the big screen, check the totals under “Results”, then close the round.',
		state: {
			waiting: 'waiting',
			called: 'on stage, no scoring yet',
			open: 'being scored',
			closed: 'scored, not revealed',
			revealed: 'revealed',
			absent: 'absent'
		}
	},
	deed: {
		call: 'Call',
		callNext: (place, number) => `Call no. ${place} (${number})`,
		open: 'Open scoring',
		close: 'Close scoring',
		reveal: 'Reveal on the big screen',
		start: 'Start the clock',
		stop: 'Stop the clock',
		late: 'Move to the end',
		absent: 'Mark absent',
		back: 'Put back in line',
		reopen: 'Open scoring again',
		unreveal: 'Take back the reveal',
		more: 'Change the order',
		mend: 'Correct',
		key: 'Or press “next” on a presenter (PageDown).'
	},
	why: 'Reason',
	anyway: 'Some jurors have not scored; close all the same',
	jurors: {
		title: 'Jurors',
		in: (n, all) => `${n} of ${all} jurors have scored`,
		state: { open: 'not yet', scored: 'scored', locked: 'scored and locked', recused: 'recused' },
		hidden: 'While scoring is open you see who has scored, not what.'
	},
	mark: {
		title: 'The mark',
		final: 'Final mark',
		high: 'highest left out',
		low: 'lowest left out',
		untrimmed: 'Too few scores: none was left out',
		changed:
			'Scores changed after this mark was announced, and the result says otherwise. Take the reveal back and close scoring again.'
	},
	clock: {
		title: 'Clock',
		over: 'over time',
		left: 'left',
		spoken: 'spoken',
		none: 'no limit'
	},
	screen: {
		title: 'Big screen',
		lead: 'Open this address on the computer of the big screen and press F11. No signing in: whoever has the address can see it, so shut it afterwards.',
		open: 'Make an address',
		renew: 'Make another address',
		renewLead: 'The old one stops working at once.',
		shut: 'Shut the address',
		opened: (at) => `An address is in use since ${at}. It is shown only when it is made.`,
		here: 'Address of the big screen (shown this once):',
		shows: 'The big screen shows',
		show: { poster: 'Poster', order: 'Order', speaker: 'Speaker', ranking: 'Ranking so far' }
	},
	settings: {
		title: 'Settings',
		seconds: 'Length of a speech (seconds)',
		secondsHint: 'Leave empty to count the time spoken only.',
		names: 'Jurors’ names on the big screen',
		namesHint: 'Otherwise their labels stand there.',
		save: 'Save'
	},
	order: {
		title: 'Speaking order',
		table: 'Table of the speaking order',
		place: 'Place',
		drawn: 'Drawn',
		state: 'State',
		score: 'Mark',
		deeds: 'Actions'
	},
	moves: {
		title: 'Changed by hand',
		none: 'Nothing was changed by hand: the order is as it was drawn.',
		kind: {
			late: 'late, moved to the end',
			absent: 'absent',
			back: 'put back in line',
			redraw: 'drawn again',
			reopen: 'scoring opened again',
			unreveal: 'reveal taken back'
		},
		fromTo: (from, to) => `from ${from} to ${to}`
	},
	said: {
		draw: 'The order is drawn and published.',
		screen: 'The address is made.',
		shut: 'The address is shut.',
		set: 'Saved.'
	},
	line: 'The line is down; this page does not refresh itself for now.',
	refresh: 'Refresh',
	refusal: {
		gone: () => 'It is not there any more; please refresh.',
		'stands-apart': () => 'You have an entry in this edition and cannot lead the stage.',
		judges: () => 'You are on the jury and cannot lead the stage.',
		'not-sealed': () => 'The rule is not sealed yet: there is no seed.',
		closed: () => 'This round is closed.',
		'not-begun': () => 'This round has not begun: open it under “Progress of the round” first.',
		'no-field': () => 'There are no entries in this round.',
		'same-draw': () =>
			'No entry came or went: drawing again gives the same order. Nothing was drawn.',
		begun: () => 'Somebody has been called already; nothing is drawn any more.',
		why: () => 'Please give a reason.',
		'not-current': () => 'This speaker is not on stage; please refresh.',
		'not-now': () => 'This cannot be done now; the page may have changed. Look again and retry.',
		scoring: () => 'The speaker on stage is being scored; close scoring first.',
		unrevealed: () => 'The mark of the speaker on stage is not revealed yet; reveal it first.',
		'nobody-scored': () => 'No juror has finished scoring; it cannot be closed.',
		'not-all': (d) =>
			`${d.n} jurors have not finished. To close all the same, tick the box and press again.`,
		'last-already': () => 'Last already.',
		'no-screen': () => 'No address is in use.',
		seconds: () => 'A whole number from 10 to 7200, or nothing.',
		same: () => 'Nothing was changed.'
	},
	jury: {
		title: 'Live scoring',
		go: 'To live scoring',
		lead: 'Speakers appear here as they are called. Once scoring is open, fill in the sheet; it saves itself and can be changed until scoring closes.',
		notDrawn: 'The order is not drawn yet; please wait.',
		waiting: 'Nobody is on stage yet; please wait.',
		next: (place) => `Next: no. ${place},`,
		progress: (done, all) => `${done} of ${all} have spoken`,
		called: 'Please listen; scoring opens soon.',
		open: 'Please score',
		shut: 'Scoring for this speaker is over.',
		notYours: 'This speaker is not yours to score.',
		entry: 'Material, recusal and notes'
	},
	wall: {
		title: 'Big screen',
		gone: 'This address of the big screen has been shut.',
		idle: 'One moment, please',
		done: (done, all) => `${done} of ${all} have spoken`,
		scoring: 'The jury is scoring',
		counted: 'Scoring is over',
		onStage: 'Speaking',
		score: 'Final mark',
		full: (max) => `of ${max}`,
		ranking: 'Ranking so far',
		noRanking: 'No mark has been revealed yet',
		order: 'Speaking order',
		now: 'on stage',
		doneOne: 'done',
		absent: 'absent',
		changed: 'order changed by hand',
		lost: 'The line is down; connecting again'
	}
};

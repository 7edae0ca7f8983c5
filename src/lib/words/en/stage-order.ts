import type { order as zh } from '../zh/stage-order';

/** The order of speaking; only its public page loads this. */
export const order: typeof zh = {
	contests: 'Contests',
	title: 'Speaking order',
	lead: 'Speakers go on stage in a drawn order. The draw follows from the public seed alone: anybody can draw it again.',
	drawn: (at) => `Drawn ${at}`,
	place: 'Place',
	number: 'Number',
	speaker: 'Speaker',
	byDraw: 'Drawn',
	state: 'State',
	states: { waiting: 'waiting', now: 'on stage', done: 'done', absent: 'absent' },
	movesTitle: 'Changed by hand',
	noMoves: 'Nothing was changed by hand: the order is as it was drawn.',
	moves: {
		late: 'late, moved to the end',
		absent: 'absent',
		back: 'put back in line',
		redraw: 'entries came or went; drawn again',
		reopen: '',
		unreveal: ''
	},
	fromTo: (from, to) => `from ${from} to ${to}`,
	howTitle: 'How to draw it yourself',
	how: [
		'Take the seed and the numbers of each group, sorted, from the file below.',
		'Block n of the chance (from 0) is the SHA-256 of the text “seed/label/n”; it gives eight whole numbers of 32 bits in turn, big-endian.',
		'From the last place down, each place is swapped with one up to and including itself: take a number, divide it by how many there are to choose from; the rest, from 0, is that place. Numbers so large that they would favour some are thrown away.',
		'What comes out is the order; groups go on stage one after the other as the file has them.'
	],
	seed: 'Seed',
	label: 'Label',
	hash: 'SHA-256 of what was drawn from',
	file: 'Download what was drawn from',
	seedFrom: 'How the seed came to be:',
	log: 'the log of judging'
};

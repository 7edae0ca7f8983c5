import type { refusals as zh } from '../zh/jury-refusals';

/** Why the desk did not do something. */
export const refusals: typeof zh = {
	gone: () => 'There is no such entry here. It may have gone to another juror.',
	'not-begun': () => 'Judging has not begun; the score did not count.',
	closed: () => 'Judging is over; the score did not count.',
	'stage-waits': () => 'This speaker is not on stage yet; the score did not count.',
	'stage-shut': () => 'Scoring for this speaker is over; the score did not count.',
	locked: () => 'This sheet is locked and cannot be changed.',
	clash: () => 'This sheet was changed elsewhere; please choose one.',
	'not-a-number': () => 'Please give a number.',
	'off-scale': (d) => `Please give a score from ${d.min} to ${d.max}.`,
	'too-fine': (d) =>
		Number(d.decimals) ? `At most ${d.decimals} decimals.` : 'Whole points only, please.',
	missing: () => 'Not filled in yet.',
	unknown: () => 'There is no such choice.',
	'not-a-place': () => 'A place is a whole number from 1.',
	'too-long': (d) => `Too long: ${d.limit} characters at most.`,
	watch: (d) => `${d.share}% watched; ${d.least}% is needed to lock. The score is saved.`,
	'too-fast': () => 'Not enough time has passed to have watched it.',
	'no-moment': () => 'Write the moment as minutes:seconds, such as 1:23.',
	'too-many': () => 'Too many notes; please delete some.',
	'not-yours': () => 'You may not do this.',
	'no-such-sheet': () => 'This juror has no entry of that code.',
	nobody: () => 'Nobody needs a reminder.',
	'not-locked': () => 'This sheet is not locked.',
	'own-sheet': () => 'This sheet is your own; somebody else has to unlock it.',
	'stands-apart': () => 'You have an entry in this edition and cannot deal with scores.',
	prove: () => 'Please prove who you are, then sign.',
	unsigned: () => 'Some sheets are not locked; sign when all are.',
	changed: () => 'The sheet has just changed; check it and sign again.',
	'say-none': () => 'Name what you stand apart from, or tick that there is nothing.',
	why: () => 'Please give a reason.'
};

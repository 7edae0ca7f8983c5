import type { assignmentRefusals as zh } from '../zh/assignment-refusals';

const count = (n: number | string | undefined) => Number(n ?? 0).toLocaleString('en-GB');

/** Why something about juries, conflicts or tasks was refused, as sentences. */
export const assignmentRefusals = {
	gone: () => 'It is gone; somebody may have changed it.',
	'not-yours': () => 'You may not do this.',
	'not-sealed': () => 'Tasks can be drawn once the rule is sealed.',
	'round-over': () => 'This round is over; nothing changes any more.',
	begun: () => 'Somebody has begun, so the whole is not drawn again.',
	'no-entries': () => 'This round has no entries.',
	'no-jurors': () => 'This round has no jurors. Seat them under “Jury” first.',
	'per-wrong': () => 'The number of scores for each entry is wrong.',
	'per-above-jurors': (d) =>
		`Each entry needs ${d.per} scores, but the round has ${d.jurors} jurors. Ask for fewer, or invite more.`,
	'one-score-joins-nobody': () =>
		'With one score each, jurors share no entry and their scores cannot be compared. Ask for at least two; where a first sift is all you need, let jurors fall into groups.',
	'too-few-to-join': (d) =>
		`${d.entries} entries with ${d.per} scores each cannot join ${d.jurors} jurors into one whole. Take fewer jurors or more scores.`,
	'entries-without-jurors': (d) =>
		`For ${d.count} entries there are not ${d.per} jurors who may judge them (the fewest: ${d.possible}): ${d.entries}. Add jurors who know these categories and have no conflict.`,
	'jurors-without-room': (d) =>
		`Jurors take on too few in all: ${d.missing} scores are missing. Raise limits or invite more.`,
	'jurors-apart': (d) =>
		`The jury falls into ${d.groups} groups that share no entry, so scores cannot be compared. The smallest: ${d.jurors}. Let at least one juror know the categories of both, or let jurors fall into groups.`,
	missing: () => 'Please fill this in.',
	'too-long': (d) => `Too long: at most ${d.limit} characters.`,
	number: (d) =>
		d.limit ? `A whole number from 1 to ${count(d.limit)}, please.` : 'A whole number, please.',
	unknown: () => 'Not found; please check.',
	'unknown-person': () => 'There is no such account, or it is disabled.',
	'not-a-juror': () => 'This account has not the role of a juror.',
	'already-there': () => 'That is there already.',
	taken: () => 'Somebody is called so already.',
	'label-sealed': () => 'The jury was sealed with the rule; how they are called stays.',
	'left-edition': () => 'This juror left the jury; take them back first.',
	'left-already': () => 'They left already.',
	'not-found-by-portal': () =>
		'What jurors declare, what the office records and own entries cannot be lifted.',
	'lifted-already': () => 'It was lifted already.',
	'own-conflict': () => 'This conflict is about you; somebody else has to decide.',
	'own-entry': () => 'This entry is about you; somebody else has to do it. Nothing was changed.',
	conflict: () => 'A conflict stands between juror and entry. The attempt was recorded.',
	'juror-left': () => 'The juror left this round.',
	'unknown-entry': () => 'This round has no such entry.',
	'unknown-juror': () => 'This round has no such juror.',
	'already-theirs': () => 'The juror judges this entry already.',
	'category-unknown': () => 'The juror is not listed as knowing this category.',
	'juror-full': () => 'The juror has all they take on.',
	'not-open': () => 'It is scored or ended and cannot be touched.',
	twice: () => 'The same as a row above.',
	empty: () => 'The table is empty.',
	'too-large': () => 'The file is too large.',
	'too-many-rows': () => 'There are too many rows.',
	'no-header': () => 'No header found: the first row needs “number” (or “code”) and “juror”.',
	unreadable: () => 'The file cannot be read. Save it as CSV in UTF-8 or GB18030.',
	'stands-apart': () =>
		'You have an entry in this edition: until results are out somebody else has to work with scores.',
	'not-adaptive': () => 'The rule of this round has no further scores.',
	'not-open-yet': () => 'Further scores can be asked for once the round is open.',
	'no-cut': () => 'The rule says of no number of entries that go on, so nothing is uncertain.',
	'cannot-calibrate': () =>
		'There are too few scores to calibrate: jurors share too little, or have given too few. Try again later.',
	'nobody-to-ask': () =>
		'Nobody is left to ask: they scored it, have a conflict, or take on no more.',
	locked: () => 'It is locked; please ask the office.',
	closed: () => 'This round takes no scores now.'
} satisfies typeof zh;

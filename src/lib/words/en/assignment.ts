import type { assignment as zh } from '../zh/assignment';
import { assignmentRefusals } from './assignment-refusals';

const count = (n: number | string | undefined) => Number(n ?? 0).toLocaleString('en-GB');
const many = (n: number, one: string, more: string) => `${count(n)} ${n === 1 ? one : more}`;

/** Words of the office’s pages on juries, conflicts and who judges what; loaded there alone. */
export const assignment = {
	panel: {
		title: 'Jury',
		lead: 'Invite people into the jury of this edition first, then seat them in its rounds. Scores already given stay whoever leaves; what is open goes to others at once.',
		none: 'Nobody is in the jury yet. Invite the first one below.',
		label: 'Called',
		name: 'Name',
		knows: 'Categories known',
		all: 'All categories',
		phone: 'Telephone',
		phoneHelp:
			'Compared with the telephones of entries. Only a digest is kept; nobody can read the number. May be left empty.',
		labelHelp:
			'Stands for the name in results and records, such as “评委 07”. Left empty, the next free one is taken.',
		invite: 'Invite somebody',
		person: 'E-mail of the account',
		personHelp: 'They need an account with the role of a juror first.',
		candidates: (n) =>
			`${many(n, 'juror’s account is', 'jurors’ accounts are')} not in the jury yet`,
		noCandidates:
			'There is no other juror’s account. Invite people under “People” and give them the role.',
		go: 'Take into the jury',
		change: 'Change',
		save: 'Save',
		joined: 'Taken into the jury',
		saved: 'Saved',
		rounds: 'Rounds',
		notIn: 'Not seated',
		in: 'Seated',
		left: 'Left',
		leftAt: (day, why) => `Left on ${day}: ${why}`,
		done: (done, all) => `${count(done)} of ${count(all)} done`,
		capacity: 'At most so many entries',
		capacityHelp: 'Empty for no limit',
		join: 'Seat in this round',
		change1: 'Change the limit',
		leave: 'Leave this round',
		leaveAll: 'Leave the jury',
		back: 'Take back',
		why: 'Reason',
		try: 'Try first',
		conflicts: (n) => many(n, 'conflict', 'conflicts'),
		ties: (n) => `${many(n, 'tie', 'ties')} declared`,
		noTies: 'No ties declared yet',
		declared: 'Declared: none',
		sealedLabel: 'The jury was sealed with the rule; how they are called stays.',
		leftNow: (finished, moved) =>
			`Left. ${many(finished, 'score stays', 'scores stay')}; ${many(moved, 'open task', 'open tasks')} went to others.`,
		wouldLeave: (finished, moved) =>
			`Trial: ${many(finished, 'score would stay', 'scores would stay')}, ${many(moved, 'open task', 'open tasks')} would go to others. Nothing has changed yet.`,
		joinedNow: 'Seated.',
		wouldJoin: 'Trial: this is how tasks would stand. Nothing has changed yet.'
	},
	conflicts: {
		title: 'Conflicts of interest',
		lead: 'A juror with a tie to an entry never judges it: it is not drawn for them and cannot be given to them by hand. The portal compares units, towns, names of the crew, telephones and earlier films, and takes what jurors declare.',
		none: 'No conflict fits.',
		look: 'Look again',
		looked: (found) =>
			found ? `${many(found, 'new conflict', 'new conflicts')} found.` : 'Nothing new.',
		held: (moved, aside, missing) =>
			[
				moved ? `${many(moved, 'open task', 'open tasks')} moved` : '',
				aside ? `${many(aside, 'score', 'scores')} set aside, kept with the reason` : '',
				missing ? `${many(missing, 'entry lacks', 'entries lack')} a juror for now` : ''
			]
				.filter(Boolean)
				.join('; '),
		add: 'Record a conflict',
		addLead:
			'If the juror has scored the entry already, that score is set aside at once and somebody else is asked.',
		added: 'Recorded.',
		juror: 'Juror',
		anyJuror: 'All jurors',
		entry: 'Number of the entry',
		kind: 'Tie',
		anyKind: 'All ties',
		source: 'Source',
		anySource: 'All sources',
		state: 'State',
		standing: 'Standing',
		lifted: 'Lifted',
		any: 'All',
		filter: 'Filter',
		why: 'Note',
		since: 'Since',
		total: (n) => many(n, 'conflict', 'conflicts'),
		lift: 'Lift',
		liftLead:
			'Only what the portal found may be lifted (a namesake, for example), with a reason, and a second officer has to confirm. What was taken from the juror does not come back.',
		asked: (who, why) => `${who} wants it lifted: ${why}`,
		confirm: 'Confirm lifting',
		askedNow: 'Asked for; another officer has to confirm.',
		liftedNow: 'Lifted.',
		liftedAt: (day, who, why) => `Lifted on ${day} by ${who}: ${why}`,
		kinds: {
			self: 'Own entry',
			unit: 'Same unit',
			town: 'Same town',
			crew: 'Name in the crew',
			phone: 'Same telephone',
			earlier: 'Earlier films together',
			family: 'Family',
			teacher: 'Teacher or student',
			interest: 'Interest',
			other: 'Other'
		},
		sources: {
			declared: 'Declared by the juror',
			recused: 'Recused while judging',
			found: 'Found by the portal',
			office: 'Recorded by the office'
		}
	},
	draw: {
		title: 'Assignment',
		lead: 'Who judges what follows from the public seed: loads as equal as can be, nobody where a conflict stands, and anybody with the same papers gets the same result.',
		seed: 'Seed',
		notSealed: 'There is a seed, and a draw, once the rule is sealed.',
		section: 'Draw',
		redo: 'Nobody has begun yet, so it may be drawn again: the same jury gives the same result.',
		begun: 'Somebody has begun, so the whole is not drawn again. Change single tasks below.',
		over: 'This round is over; tasks do not change any more.',
		islands: 'Let jurors fall into groups that share no entry',
		islandsHelp:
			'Scores of different groups cannot be compared or calibrated. Only where categories are judged and ranked apart.',
		try: 'Try first',
		go: 'Draw',
		tried: 'A trial; nothing is written yet',
		drawn: 'Drawn',
		facts: {
			tasks: 'Tasks',
			loads: 'Each juror',
			groups: 'The jury is',
			pairs: 'Pairs with shared entries',
			precision: 'Comparability',
			apart: 'Kept apart',
			sample: 'Sample for all',
			repeats: 'Shown again unsaid'
		},
		tasks: (n, entries) => `${count(n)} for ${many(entries, 'entry', 'entries')}`,
		loads: (least, most) =>
			least === most ? `${count(most)} each` : `${count(least)} to ${count(most)}`,
		groups: (n) =>
			n <= 1 ? 'one whole: scores can be compared' : `${n} groups that cannot be compared`,
		pairs: (met, possible, fewest) =>
			met === possible
				? `all ${count(possible)}, the fewest with ${count(fewest)}`
				: `${count(met)} of ${count(possible)}`,
		precision: (ratio) =>
			ratio <= 1.1 ? 'next to ideal' : `error variance ${ratio.toFixed(1)} times the ideal`,
		thin: 'Groups of jurors share too few entries, so comparing them is uncertain. More jurors who know several categories would help.',
		apart: (n, found) =>
			found ? `${many(n, 'pair', 'pairs')}, ${count(found)} of them new` : many(n, 'pair', 'pairs'),
		sample: (codes) => codes,
		repeats: (n) => `${count(n)}, jurors are not told`,
		uneven: 'Some have at least two fewer than others:',
		less: { capacity: 'all they take on', possible: 'all they may judge (category or conflict)' },
		loadTitle: 'Entries for each juror',
		juror: 'Juror',
		given: 'Entries',
		missing: (n, codes) => `${many(n, 'entry lacks', 'entries lack')} jurors: ${codes}`
	},
	progress: {
		title: 'Progress',
		lead: 'How many are done and how many are not. No scores are shown here.',
		none: 'Nothing is assigned yet.',
		done: 'Done',
		open: 'Open',
		total: (done, all) => `${count(done)} of ${many(all, 'task', 'tasks')} done`,
		ended: (recused, aside) =>
			`${count(recused)} recused, ${many(aside, 'score', 'scores')} set aside`,
		short: (n) => `${many(n, 'entry has', 'entries have')} too few tasks`
	},
	hand: {
		title: 'By hand',
		lead: 'Type the number or the blind code of an entry to see who judges it, then hand it over, add a juror or take a task away. What was scored cannot be touched.',
		entry: 'Number or code of an entry',
		find: 'Find',
		unknown: 'This round has no such entry.',
		who: (number) => `Who judges ${number}`,
		move: 'Hand to',
		remove: 'Take away',
		add: 'One more juror',
		why: 'Reason',
		go: 'Do it',
		moved: 'Handed over.',
		removed: 'Taken away.',
		added: 'Added.',
		cannot: 'Jurors with a conflict, or who left, are not listed.'
	},
	table: {
		title: 'By table',
		lead: 'Two columns are enough: number (or code) of the entry and how the juror is called. Try first and read every row. While one row is wrong, nothing is written.',
		download: 'Present assignment (CSV)',
		file: 'CSV file (UTF-8 or GB18030)',
		mode: 'What the table is',
		add: 'Additions to what there is',
		whole: 'The whole assignment (open tasks that are not in it are taken away)',
		try: 'Try first',
		go: 'Write',
		tried: (added, removed, same) =>
			`Trial: ${count(added)} new, ${count(removed)} taken away, ${count(same)} as they were. Nothing is written yet.`,
		done: (added, removed) => `Written: ${count(added)} new, ${count(removed)} taken away.`,
		bad: (n) => `${many(n, 'row is', 'rows are')} wrong; nothing was written:`,
		line: (n) => `Line ${n}`,
		more: (n) => `${count(n)} more`
	},
	wave: {
		title: 'Further scores',
		lead: 'Where it is uncertain whether an entry goes on, more jurors are asked: those scores that reduce the uncertainty most, with loads kept even.',
		budget: 'Further scores',
		try: 'Try first',
		go: 'Ask for them',
		tried: 'A trial; nothing is written yet',
		done: (n) => `Wave ${n} is assigned`,
		facts: (given, entries, uncertain) =>
			`${many(given, 'new task', 'new tasks')} on ${many(entries, 'entry', 'entries')}; ${count(uncertain)} are uncertain now.`,
		open: (n) =>
			`${many(n, 'earlier task is', 'earlier tasks are')} still open; only given scores were used.`,
		less: (asked, given) =>
			`${count(asked)} were wanted, ${count(given)} are possible: nobody may judge the rest.`
	},
	history: {
		title: 'Draws so far',
		lead: 'Every one is kept with all it was made of. Download that, run npm run draw -- FILE, and it is drawn again and compared.',
		kinds: { draw: 'Draw', repair: 'After a change of jurors', adaptive: 'Further scores' },
		ask: 'Fingerprint of the papers',
		result: 'Fingerprint of the result',
		download: 'Download the papers'
	},
	taskStates: {
		open: 'open',
		scored: 'scored',
		locked: 'locked',
		recused: 'recused',
		moved: 'moved',
		aside: 'set aside'
	},
	back: 'Back',
	refusals: assignmentRefusals
} satisfies typeof zh;

import type { paper as zhPaper, office as zhOffice } from '../zh/jury-papers';

/** The score sheet, and the progress the office sees. */
export const paper: typeof zhPaper = {
	title: 'Score sheet',
	lead: 'When everything is locked you can sign here, or print it and sign by hand.',
	for: 'Juror',
	round: 'Round',
	entries: 'Entries',
	printed: 'Made',
	code: 'Code',
	total: 'Total',
	state: 'State',
	comment: 'Comment',
	digest: 'Digest (SHA-256)',
	digestHelp: 'Taken over all scores of the sheet; any change makes another digest.',
	sign: 'Confirm and sign',
	signLead: 'By signing you say: I gave these scores independently. You prove who you are first.',
	signed: (when) => `Signed ${when}`,
	stale: 'Scores changed after the signature; please sign again.',
	hand: 'Signature',
	date: 'Date',
	pdf: 'Download PDF',
	print: 'Print',
	open: 'Some sheets are not locked; sign when all are.',
	empty: '—'
};

export const office: typeof zhOffice = {
	title: 'Progress of judging',
	lead: 'How much each juror has, has scored, has locked and has left. No scores are shown here.',
	juror: 'Juror',
	all: 'Assigned',
	done: 'Scored',
	locked: 'Locked',
	left: 'Left',
	minutes: 'Film left (min)',
	seen: 'Last score',
	signed: 'Signed',
	never: 'not yet',
	remind: 'Remind those who are not done',
	remindLead: (n) =>
		`Sends a mail to each of ${n} jurors who have not locked everything, with the close and what is left.`,
	reminded: (n) => `${n} reminders are in the outbox.`,
	noMail: 'Nobody needs a reminder.',
	unlock: 'Unlock a sheet',
	unlockLead:
		'When a juror needs to change a locked sheet, an organizer unlocks it. The reason is kept and the juror sees it. A signature no longer stands.',
	code: 'Code of the entry',
	why: 'Reason',
	unlocked: (label, code) => `The sheet of ${label} for ${code} is unlocked.`,
	total: 'Together',
	chart: 'Progress of each juror',
	left_: 'left',
	apart: 'You have an entry in this edition; only the total is shown here.'
};

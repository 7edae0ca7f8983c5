import type { log as zh } from '../zh/log';

export const log = {
	title: 'Judging log',
	lead: 'Every score, change, recusal, assignment and decision of the judging is a record. At the end of each phase this site signs and seals all of them and mails the signature to every juror: whoever edits, deletes, inserts, reorders or rolls back a record afterwards is found out.',
	contests: 'Contests',
	none: 'The judging has not reached its first phase. The log begins when the rule is sealed.',
	sealed:
		'Until the results are released the log shows only where records stand and their hashes, nothing of any score.',
	open: 'The results are released, and all scores are open in the log, without names.',
	getTitle: 'Download and check',
	getLog: 'Download the judging log',
	getVerifier: 'Download the verifier',
	getArchive: 'Download the sealed archive',
	openVerifier: 'Open the verifier here',
	getAbout:
		'The log is a text file with a record in each line. The verifier is a web page in one file: keep it on your own computer, it works without a network.',
	howTitle: 'How to check',
	how: [
		'Download the log and the verifier onto one computer.',
		'Open the verifier and put the log in.',
		'If a juror gave you a signed checkpoint, paste it too: not even this site can make another log that fits it.'
	],
	keyTitle: 'Signing key',
	keyAbout:
		'Checkpoints are signed with this key (Ed25519). Compare it with what the verifier shows.',
	phasesTitle: 'Phases',
	phasesAbout:
		'The signed checkpoint of each phase. “Judging records” counts those of this edition up to it.',
	phase: 'Phase',
	round: 'Round',
	at: 'Time',
	counted: 'Judging records',
	mailed: 'Mailed to jurors',
	persons: (n: number) => String(n),
	checkpoint: 'Signed checkpoint',
	waiting: 'being signed',
	wholeEdition: 'Whole edition',
	phases: {
		sealed: 'Rule sealed',
		opened: 'Scoring opened',
		closed: 'Scoring closed',
		released: 'Results released',
		notice: 'Public notice begun',
		final: 'Results final',
		interim: 'Interim checkpoint'
	},
	fileName: (contest: string, edition: string) => `${contest} ${edition} judging log`,
	office: {
		title: 'Log and archive',
		lead: 'Signed phases of the judging, the checkpoints mailed to jurors, and the sealed archive.',
		mails: 'Checkpoints mailed to jurors',
		mailsAbout: 'Every juror should have one. For those not sent, the operator’s outbox says why.',
		juror: 'Juror',
		state: 'State',
		states: {
			waiting: 'waiting',
			sending: 'being sent',
			sent: 'sent',
			failed: 'not sent',
			dropped: 'cancelled',
			gone: 'no longer kept'
		},
		markTitle: 'Checkpoint now',
		markAbout: 'A signed checkpoint can be left at any other time too; all jurors receive it.',
		mark: 'Leave a checkpoint',
		marked: 'The checkpoint is left; it is being signed and mailed to the jurors.',
		none: 'No phase yet. The log begins when the rule of the first round is sealed.',
		public: 'Public page of the log',
		getOffice: 'Download the whole log (with records not public)',
		getOfficeAbout: 'After the results are released. Names and comments are there as hashes only.',
		refused: {
			'no-phase': 'There is no phase yet, so no checkpoint can be left.',
			gone: 'There is no such edition, or it is not yours to see.'
		} as Record<string, string>
	}
} satisfies typeof zh;

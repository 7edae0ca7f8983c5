import type { erasures as zh } from '../zh/erasures';

/** Words of the office’s list of requests for deletion; loaded only there. */
export const erasures = {
	title: 'Requests for deletion',
	lead: 'People ask for their personal data in entries under way to be deleted; they are answered here. The work, its title and its number stay in the contest.',
	open: 'Waiting',
	done: 'Answered',
	none: 'No request waits.',
	noneDone: 'No request was answered yet.',
	asked: (name, when) => `${name} asked ${when}`,
	nobody: 'An account that is gone',
	untitled: 'The entry is gone',
	due: (day) => `Answer by ${day}`,
	overdue: (day) => `Overdue since ${day}`,
	outcome: { deleted: 'Deleted', kept: 'Kept' },
	answered: (when) => `answered ${when}`,
	why: 'Reason: ',
	grant: 'Delete the personal data',
	grantLead:
		'Contact, crew, guardians, personal answers, messages and the signed form are deleted from the entry and from every version of it. This cannot be undone.',
	grantSure: 'Delete, and tell the person by mail',
	keep: 'Say why it is kept',
	reason: 'Why it cannot be deleted',
	reasonHelp: 'It is sent to the person as it stands, for example how long a law has it kept.',
	keepAct: 'Send',
	said: {
		deleted: 'Deleted, and the person was told.',
		kept: 'The person was told why.'
	},
	refusal: {
		required: () => 'Please give a reason',
		'too-long': ({ limit, length }) => `${limit} characters at most, now ${length}`,
		answered: () => 'This request was answered already',
		'own-entry': () => 'The entry concerns yourself; somebody else has to answer',
		gone: () => 'There is no such request'
	}
} satisfies typeof zh as typeof zh;

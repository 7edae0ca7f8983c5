import type { delivery as zh } from '../zh/event-office-delivery';

/** What became of the mails to those who signed up; only “Write to people” loads it. */
export const delivery = {
	title: 'Deliveries',
	lead: 'Every mail about signing up for this event: sign-ups, waiting list, reminders and what you wrote. They are called by the code of the sign-up; addresses are not shown. “Handed over” means the mail server took it, not that somebody read it. Lines are kept as long as those of the outbox.',
	unset: 'No mail server is set up: all mails wait and none is sent. Please ask the operator.',
	filter: 'By state',
	all: 'All',
	states: {
		waiting: 'Waiting',
		handed: 'Handed over',
		failed: 'Not sent',
		'given-up': 'Given up'
	},
	help: {
		waiting: 'In the queue; where the server takes none for now, it is tried again by itself.',
		handed: 'The mail server took it.',
		failed:
			'The server refused it, or the connection broke. Its text is there: it can be sent again.',
		'given-up':
			'Not sent within a day, or its text is erased: it cannot be sent again. Please reach them another way.'
	},
	none: 'There is no such mail.',
	table: 'Mails about signing up',
	columns: { code: 'Code', kind: 'Mail', date: 'Date', at: 'Written', state: 'State' },
	attempts: (n) => `tried ${n} time${n === 1 ? '' : 's'}`,
	next: (when) => `again after ${when}`,
	sentAt: (when) => `handed over ${when}`,
	again: 'Send again',
	againUnsure: 'Send again (it may arrive twice)',
	againAll: (n) => (n === 1 ? 'Send the one that failed again' : `Send all ${n} that failed again`),
	sentAgain: (n) => `${n} mail${n === 1 ? ' is' : 's are'} in the queue again.`,
	sum: (parts) => parts.join(', '),
	count: (name, n) => `${name} ${n}`,
	refusal: {
		gone: () => 'There is no such event, or it is not yours.',
		'none-failed': () => 'Nothing to send again: it is in the queue already, or its text is erased.'
	}
} satisfies typeof zh;

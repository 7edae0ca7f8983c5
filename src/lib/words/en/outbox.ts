import type { outbox as zh } from '../zh/outbox';

export const outbox: typeof zh = {
	title: 'Outbox',
	lead: 'Mails sent by the system. Texts are kept for a day at most and erased once sent; the line here is kept as long as the settings say.',
	unset:
		'No mail server is set (SMTP_URL), so nothing is sent. Where needed, open a mail and pass its link on to the person.',
	all: 'All',
	state: {
		waiting: 'Waiting',
		sending: 'Being sent',
		sent: 'Sent',
		failed: 'Not sent',
		dropped: 'Dropped'
	},
	template: {
		confirm: 'Confirm an address',
		exists: 'Already registered',
		reset: 'New password',
		invite: 'Invitation',
		'email-change': 'Change of address',
		'password-changed': 'Password changed',
		'factor-changed': 'Sign-in changed',
		'review-asked': 'Review asked',
		'review-returned': 'Sent back',
		published: 'Published',
		'entry-received': 'Entry received',
		'entry-corrected': 'Correction received',
		'entry-invite': 'Invitation to an entry',
		'entry-message': 'New message',
		'entry-passed': 'Found eligible',
		'entry-returned': 'Returned for correction',
		'entry-refused': 'Not eligible',
		'entry-reopened': 'Checked again',
		'entry-advance': 'On to the next round',
		'entry-stop': 'Not selected',
		'entry-award': 'Proposed for a prize',
		'entry-extended': 'More time to correct',
		'upload-expires': 'Upload not complete'
	},
	column: { mail: 'Mail', to: 'To', state: 'State', at: 'When', acts: 'Acts' },
	none: 'No mail.',
	attempts: (count) => (count === 1 ? 'tried once' : `tried ${count} times`),
	next: (moment) => `next try after ${moment}`,
	sentAt: (moment) => `sent ${moment}`,
	erased: 'text erased',
	read: 'Read the text',
	readNote: 'Reading is recorded.',
	prove: 'Confirm',
	close: 'Close',
	again: 'Send now',
	againUnsure: 'Send again (it may arrive twice)',
	drop: 'Drop',
	text: 'Text',
	done: { send: 'Queued; it will be sent in a moment.', drop: 'Dropped; it will not be sent.' },
	refusal: {
		gone: 'This mail was sent or dropped, or its text was erased; nothing more can be done with it.',
		choose: 'No mail was chosen.',
		prove: 'The link in a mail opens somebody’s account, so please confirm first that it is you.'
	},
	why: {
		unreachable: () => 'the mail server cannot be reached',
		login: () => 'the mail server refuses the user name and password',
		tls: () => 'the mail server offers no encryption, or its certificate is wrong',
		refused: (code) => `refused by the mail server${code ? ` (${code})` : ''}`,
		busy: (code) => `not taken for now (${code})`,
		unsure: () => 'the connection broke on the way; nobody knows whether it arrived',
		interrupted: () => 'the system stopped while sending; nobody knows whether it arrived',
		'too-old': () => 'not sent within a day',
		sealed: () => 'the key has changed; the text cannot be opened'
	}
};

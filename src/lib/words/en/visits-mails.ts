import type { MailText } from '../../domain/mail';

const facts = 'Place: {{place}}\nTime: {{when}}\nHeads: {{heads}}\nNumber: {{code}}';

/** Mails about visits of groups; `end` closes every mail. */
export const visitMails = (end: string) => ({
	'visit-received': {
		subject: 'Request to visit received {{code}} · {{site}}',
		body: `Dear {{name}},\n\nyour request was received. The place will offer you a time; nothing is agreed yet.\n\n${facts} (as you wished)\n\nFollow it, change how many come, add a letter or cancel here. Please keep this link to yourself:\n\n{{link}}${end}`
	} satisfies MailText,
	'visit-offered': {
		subject: 'Please confirm your visit {{code}} · {{site}}',
		body: `Dear {{name}},\n\nthe place offers you this time. Please confirm until {{due}} (China time); after that it goes to others.\n\n${facts}\n\nConfirm or cancel here:\n\n{{link}}${end}`
	} satisfies MailText,
	'visit-confirmed': {
		subject: 'Your visit is agreed {{code}} · {{site}}',
		body: `Dear {{name}},\n\nyour visit is agreed:\n\n${facts}\n\nPut it into your calendar, change how many come, or cancel here:\n\n{{link}}\n\nIf you cannot come, please cancel early, so that others can.${end}`
	} satisfies MailText,
	'visit-declined': {
		subject: 'Your request to visit {{code}} · {{site}}',
		body: `Dear {{name}},\n\nwe are sorry: your request could not be arranged.\n\n${facts} (as you wished)\nReason: {{reason}}\n\nMore:\n\n{{link}}${end}`
	} satisfies MailText,
	'visit-cancelled': {
		subject: 'Visit cancelled {{code}} · {{site}}',
		body: `Dear {{name}},\n\nthis visit was cancelled:\n\n${facts}\n{{reason}}\n\nMore:\n\n{{link}}${end}`
	} satisfies MailText,
	'visit-reminder': {
		subject: 'Your visit is soon {{code}} · {{site}}',
		body: `Dear {{name}},\n\nyour visit is soon:\n\n${facts}\n\nPlease show this page when you arrive. Change how many come, or cancel, here too:\n\n{{link}}${end}`
	} satisfies MailText,
	'visit-asked': {
		subject: 'A group asks to visit {{code}} · {{site}}',
		body: `Dear {{name}},\n\na group asks to visit a place whose groups you receive, and waits for an answer:\n\n${facts} (as it wishes)\n\nWho it is and how to reach it is not in this mail. Please sign in and offer a time:\n\n{{link}}${end}`
	} satisfies MailText,
	'visit-withdrawn': {
		subject: 'A group called its visit off {{code}} · {{site}}',
		body: `Dear {{name}},\n\na group has called off its visit; its time is free again:\n\n${facts}\n\nPlease sign in to see it:\n\n{{link}}${end}`
	} satisfies MailText
});

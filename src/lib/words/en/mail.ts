import type { mail as zh } from '../zh/mail';
import { signupMails } from './signup-mails';
import { venueMails } from './venue-mails';
import { visitMails } from './visits-mails';

const end = '\n\nThis mail was sent automatically; please do not reply.\n{{site}}\n{{home}}\n';

export const mail: typeof zh = {
	confirm: {
		subject: 'Confirm your address · {{site}}',
		body: `Hello,\n\nsomebody registered at “{{site}}” with this address. If it was you, please open this link to finish:\n\n{{link}}\n\nThe link works once and stops working after a while. If it was not you, ignore this mail and the address will not be used.${end}`
	},
	exists: {
		subject: 'You are already registered · {{site}}',
		body: `Hello,\n\nsomebody tried to register at “{{site}}” with this address, but it is registered already, so no new account was made.\n\nIf it was you, please sign in; a forgotten password can be set again there:\n\n{{link}}\n\nIf it was not you, ignore this mail; nothing has changed.${end}`
	},
	reset: {
		subject: 'Set a new password · {{site}}',
		body: `Hello,\n\nsomebody asked to set a new password for the account of this address at “{{site}}”. If it was you, please open this link:\n\n{{link}}\n\nThe link works once and stops working soon. If it was not you, ignore this mail; the password has not changed.${end}`
	},
	invite: {
		subject: 'You are invited to {{site}}',
		body: `Hello,\n\nthe operator of “{{site}}” opened an account for you. Please open this link and choose a password of your own:\n\n{{link}}\n\nThe link works once and stops working after a while. If you know nothing of this, ask your office first and do not open the link.${end}`
	},
	'email-change': {
		subject: 'Confirm your new address · {{site}}',
		body: `Hello,\n\nsomebody asked to use this address for an account at “{{site}}”. If it was you, please open this link to confirm:\n\n{{link}}\n\nThe link works once and stops working after a while. Until then the account keeps its old address. If it was not you, ignore this mail.${end}`
	},
	'password-changed': {
		subject: 'Your password was changed · {{site}}',
		body: `Hello,\n\nyour password at “{{site}}” was just changed, and all other devices were signed out.\n\nIf it was not you, choose “Forgotten your password?” on the sign-in page at once and tell the operator.${end}`
	},
	'factor-changed': {
		subject: 'Your sign-in was changed · {{site}}',
		body: `Hello,\n\na way you sign in at “{{site}}” (codes, recovery codes, a passkey or the address) was just changed.\n\nIf it was not you, change your password at once and tell the operator.${end}`
	},
	'review-asked': {
		subject: 'Please review: {{title}}',
		body: `Hello,\n\n“{{title}}” waits for your review ({{step}}). Please sign in and open:\n\n{{link}}${end}`
	},
	'review-returned': {
		subject: 'Sent back: {{title}}',
		body: `Hello,\n\n“{{title}}” was sent back for changes. The remark:\n\n{{note}}\n\nPlease sign in and open:\n\n{{link}}${end}`
	},
	published: {
		subject: 'Published: {{title}}',
		body: `Hello,\n\n“{{title}}” has been published and can be seen here:\n\n{{link}}${end}`
	},
	'entry-received': {
		subject: 'Entry received: {{number}} · {{site}}',
		body: `Dear {{name}},\n\nyour entry has arrived.\n\nTitle: {{title}}\nEntry number: {{number}}\nContest: {{contest}}\n\nThe organizer now checks eligibility. Progress, questions and the receipt are here:\n\n{{link}}\n\nUntil the deadline you may correct or withdraw it.${end}`
	},
	'entry-corrected': {
		subject: 'Correction received: {{number}} · {{site}}',
		body: `Dear {{name}},\n\nthe corrected entry “{{title}}” (number {{number}}, {{contest}}) has arrived; its number stays the same.\n\nSee how it goes on:\n\n{{link}}${end}`
	},
	'entry-invite': {
		subject: 'Please help with a contest entry · {{site}}',
		body: `Hello,\n\n{{name}} asks you to help with the entry “{{title}}” ({{contest}}). Open this link and sign in or register to fill in the form and send materials together:\n\n{{link}}\n\nThe link is good for seven days and works once. If you know nothing of this, ignore this mail.${end}`
	},
	'entry-message': {
		subject: 'New message about entry {{number}} · {{site}}',
		body: `Dear {{name}},\n\nthe organizer wrote to you about the entry “{{title}}” ({{number}}). Please sign in to read and answer:\n\n{{link}}${end}`
	},
	'entry-passed': {
		subject: 'Eligible: entry {{number}} · {{site}}',
		body: `Dear {{name}},\n\nyour entry “{{title}}” (number {{number}}, {{contest}}) was found eligible and goes on to the jury.\n\nA word from the organizer: {{note}}\n\nWhat comes next is here:\n\n{{link}}${end}`
	},
	'entry-returned': {
		subject: 'Please correct entry {{number}} · {{site}}',
		body: `Dear {{name}},\n\nsomething in your entry “{{title}}” (number {{number}}, {{contest}}) has to be corrected.\n\nReasons: {{reasons}}\nRemark: {{note}}\n\nPlease correct and submit it again before {{due}} (Beijing time); its number stays the same:\n\n{{link}}${end}`
	},
	'entry-refused': {
		subject: 'Not eligible: entry {{number}} · {{site}}',
		body: `Dear {{name}},\n\nwe are sorry to say that your entry “{{title}}” (number {{number}}, {{contest}}) was not found eligible and does not go on to the jury.\n\nReasons: {{reasons}}\nRemark: {{note}}\n\nIf you have questions, sign in and write to the organizer:\n\n{{link}}${end}`
	},
	'entry-reopened': {
		subject: 'Checked again: entry {{number}} · {{site}}',
		body: `Dear {{name}},\n\nthe eligibility of your entry “{{title}}” (number {{number}}, {{contest}}) is being checked again; the earlier result no longer holds.\n\nRemark: {{note}}\n\nSee how it goes on:\n\n{{link}}${end}`
	},
	'entry-extended': {
		subject: 'More time to correct entry {{number}} · {{site}}',
		body: `Dear {{name}},\n\nyou may correct your entry “{{title}}” (number {{number}}, {{contest}}) until {{due}} (Beijing time).\n\nRemark: {{note}}\n\nPlease sign in, correct it and submit it again:\n\n{{link}}${end}`
	},
	'entry-advance': {
		subject: 'On to the next round: entry {{number}} · {{site}}',
		body: `Dear {{name}},\n\nThe round “{{round}}” of {{contest}} has been decided. The entry “{{title}}” (number {{number}}) goes on to the next round.\n\nWhat comes next:\n\n{{link}}${end}`
	},
	'entry-stop': {
		subject: 'Result of judging: entry {{number}} · {{site}}',
		body: `Dear {{name}},\n\nThe round “{{round}}” of {{contest}} has been decided. The entry “{{title}}” (number {{number}}) was not selected to go on. Thank you and everybody who made it.\n\nHow it was judged, and the notice to come:\n\n{{link}}${end}`
	},
	'entry-award': {
		subject: 'Proposed for a prize: entry {{number}} · {{site}}',
		body: `Dear {{name}},\n\nThe round “{{round}}” of {{contest}} has been decided. The entry “{{title}}” (number {{number}}) is proposed for: {{prize}}. What the announcement says after the notice counts.\n\nMore:\n\n{{link}}${end}`
	},
	'certificate-ready': {
		subject: 'Your certificate is ready: entry {{number}} · {{site}}',
		body: `Dear {{name}},\n\nThe entry “{{title}}” (number {{number}}) won in {{contest}}: {{prize}}. Congratulations! The certificate has been issued and can be downloaded after signing in:\n\n{{link}}\n\nIt bears a check code with which anybody can confirm it on this portal.${end}`
	},
	'erasure-done': {
		subject: 'Your personal data was deleted: entry {{number}} · {{site}}',
		body: `Dear {{name}},\n\nYou asked for the personal data in “{{title}}” (entry {{number}}, {{contest}}) to be deleted. It is done: contact, crew, guardians, personal answers, messages and the signed form are gone. The work, its title and its number stay in the contest.\n\nWhat the portal still holds about you can be read here:\n\n{{link}}${end}`
	},
	'erasure-kept': {
		subject: 'Your request for deletion: entry {{number}} · {{site}}',
		body: `Dear {{name}},\n\nYou asked for the personal data in “{{title}}” (entry {{number}}, {{contest}}) to be deleted. For now this cannot be done.\n\nReason: {{note}}\n\nIf you disagree, please sign in and write to the organizers:\n\n{{link}}${end}`
	},
	'judging-checkpoint': {
		subject: 'Judging log checkpoint: {{phase}} · {{site}}',
		body: `Hello {{name}},\n\nThe judging of {{contest}} {{round}} has reached a point: {{phase}}. All records up to now have been signed and sealed. The lines below are the signed checkpoint. Please keep this mail: with it anybody can tell later whether a record was changed, removed, inserted or rolled back.\n\n{{checkpoint}}\n\nTo check: open the page below, download the log and the verifier, and paste these lines (or the whole mail). The verifier works without a network.\n\n{{link}}${end}`
	},
	'jury-reminder': {
		subject: 'Please finish judging: {{contest}} {{round}} · {{site}}',
		body: `Dear {{name}},\n\n{{left}} entries of {{contest}} {{round}} still wait to be scored and locked by you, until {{due}}. Sign in and open the jury desk:\n\n{{link}}\n\nNo score is taken after the close.${end}`
	},
	'objection-received': {
		subject: 'Your objection was received · {{site}}',
		body: `Dear {{name}},\n\nYour objection to the notice of {{contest}} was received and will be answered by {{due}}. The receipt:\n\n{{receipt}}\n\nType it on this page to see where it stands, or to take it back before it is dealt with. Please keep it to yourself:\n\n{{link}}${end}`
	},
	'objection-answered': {
		subject: 'Outcome of your objection · {{site}}',
		body: `Dear {{name}},\n\nYour objection to the notice of {{contest}} has been dealt with:\n\n{{outcome}}\n\nMore:\n\n{{link}}${end}`
	},
	...signupMails(end),
	...venueMails(end),
	...visitMails(end),
	'upload-expires': {
		subject: 'Not uploaded completely: {{title}} · {{site}}',
		body: `Dear {{name}},\n\nyour upload of “{{title}}” is not complete. If nobody continues it within a day, what has arrived will be deleted. Sign in, open this link and choose the same file: it goes on where it stopped.\n\n{{link}}\n\nIf you do not need it any more, ignore this mail.${end}`
	}
};

import type { MailText } from '../../domain/mail';

const facts =
	'Event: {{title}}\nTime: {{when}}\nPlace: {{place}}\nPeople: {{heads}}\nSign-up: {{code}}';
const own = 'That page is yours alone; please do not pass its link on:\n\n{{link}}';

/** Mails about signing up for events; `end` closes every mail. */
export const signupMails = (end: string) => ({
	'signup-confirmed': {
		subject: 'You are signed up: {{title}} · {{site}}',
		body: `Dear {{name}},\n\nyou are signed up and your seats are kept.\n\n${facts}\n\nYour ticket is on the page of your sign-up, where you can also change or cancel it. ${own}\n\nIf you cannot come, please cancel early so that somebody else can.${end}`
	} satisfies MailText,
	'signup-waiting': {
		subject: 'You are on the waiting list: {{title}} · {{site}}',
		body: `Dear {{name}},\n\nall seats are taken for now and you are on the waiting list. When somebody cancels, people are asked in the order they signed up; please answer in time.\n\n${facts}\n\nYour turn, and how to change or cancel, is on the page of your sign-up. ${own}${end}`
	} satisfies MailText,
	'signup-entered': {
		subject: 'You take part in the draw: {{title}} · {{site}}',
		body: `Dear {{name}},\n\nyou take part in the draw, which is held in public once sign-up has closed. You will be told the result, and anybody can work it out again.\n\n${facts}\n\nChange or cancel on the page of your sign-up. ${own}${end}`
	} satisfies MailText,
	'signup-offer': {
		subject: 'Seats for you, please answer by {{due}}: {{title}} · {{site}}',
		body: `Dear {{name}},\n\nseats have become free and are kept for you until {{due}} (Beijing time). After that they go to the next on the list.\n\n${facts}\n\nPlease open the page of your sign-up to take them or to give them up. ${own}${end}`
	} satisfies MailText,
	'signup-lapsed': {
		subject: 'The seats kept for you were passed on: {{title}} · {{site}}',
		body: `Dear {{name}},\n\nthe seats kept for you were not taken in time and went to the next on the list.\n\n${facts}\n\nIf you still want to come, you may sign up again:\n\n{{link}}${end}`
	} satisfies MailText,
	'signup-lost': {
		subject: 'Result of the draw: {{title}} · {{site}}',
		body: `Dear {{name}},\n\nthe draw is over and it did not fall on you this time. {{note}}\n\n${facts}\n\nYour draw code, the whole list and how to work the result out again are reached from the page of your sign-up. ${own}${end}`
	} satisfies MailText,
	'signup-cancelled': {
		subject: 'Sign-up cancelled: {{title}} · {{site}}',
		body: `Dear {{name}},\n\nyour sign-up was cancelled.\n\n${facts}\n\nMore:\n\n{{link}}${end}`
	} satisfies MailText,
	'signup-refused': {
		subject: 'The organizer cancelled your sign-up: {{title}} · {{site}}',
		body: `Dear {{name}},\n\nwe are sorry: the organizer cancelled your sign-up.\n\n${facts}\nReason: {{note}}\n\nMore:\n\n{{link}}${end}`
	} satisfies MailText,
	'signup-reminder': {
		subject: 'Soon: {{title}}, {{when}} · {{site}}',
		body: `Dear {{name}},\n\na reminder:\n\n${facts}\n\nPlease show the ticket on the page of your sign-up at the door. Open or print it before you come; then it needs no network. If you cannot come, please cancel at once so that somebody else can. ${own}${end}`
	} satisfies MailText,
	'signup-off': {
		subject: 'Cancelled: {{title}}, {{when}} · {{site}}',
		body: `Dear {{name}},\n\nwe are sorry: this event is cancelled and your sign-up has ended with it.\n\n${facts}\nReason: {{note}}\n\nMore:\n\n{{link}}${end}`
	} satisfies MailText,
	'signup-postponed': {
		subject: 'Postponed: {{title}}, planned for {{when}} · {{site}}',
		body: `Dear {{name}},\n\nwe are sorry: this event is postponed. You will be told the new time. Your sign-up stands; cancel it on its page if you do not want to come any more.\n\n${facts}\nReason: {{note}}\n\n${own}${end}`
	} satisfies MailText,
	'signup-moved': {
		subject: 'Time or place changed: {{title}} · {{site}}',
		body: `Dear {{name}},\n\nan event you signed up for has changed. It is now:\n\n${facts}\nReason: {{note}}\n\nYour sign-up stands; cancel it on its page if you cannot come. ${own}${end}`
	} satisfies MailText,
	'signup-restored': {
		subject: 'It takes place: {{title}}, {{when}} · {{site}}',
		body: `Dear {{name}},\n\nan event that was postponed takes place:\n\n${facts}\nNote: {{note}}\n\nYour sign-up stands; cancel it on its page if you cannot come. ${own}${end}`
	} satisfies MailText,
	'signup-note': {
		subject: 'From the organizer: {{title}}, {{when}} · {{site}}',
		body: `Dear {{name}},\n\nthe organizer of an event you signed up for writes:\n\n{{note}}\n\n${facts}\n\n${own}${end}`
	} satisfies MailText
});

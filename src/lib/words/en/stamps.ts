import type { stamps as zh } from '../zh/stamps';

const count = (n: number) => n.toLocaleString('en');
const many = (n: number, one: string, more = `${one}s`) => `${count(n)} ${n === 1 ? one : more}`;

/** Long because it is one room. */
export const stamps: typeof zh = {
	title: 'Stamp book',
	lead: 'Scan the poster at each place you reach and its stamp is yours. The book stays in your own browser; no account is needed.',
	link: {
		place: 'A stamp can be scanned here',
		trail: 'Walk this trail with a stamp book',
		all: 'Open the stamp book'
	},
	noScript:
		'JavaScript is switched off in this browser, so a stamp book cannot be kept here. Use another browser, or print the paper sheet and have it stamped at each place. Every stamp also has a number that can be written down and entered later.',
	noStore:
		'This browser does not let pages keep data (private browsing, perhaps), so the stamp book cannot be kept. Write the number down and enter it later.',
	paper: 'Print the paper sheet',
	none: 'No stamp book is published yet. Posters that you scan give stamps all the same.',
	demonstration:
		'This is a demonstration book: the places are real, the route is not an official one.',

	collect: {
		title: 'Stamp',
		at: (place) => `You are at “${place}”`,
		button: 'Stamp',
		toPlace: 'Read about this place',
		lead: 'One press and today’s stamp of this place is yours. No sign-in; no name and no phone number.',
		whom: 'For whom',
		near: 'Also check that I am here (optional)',
		nearHelp:
			'Your phone compares the distance by itself. The position is sent to nobody and kept nowhere. You get the stamp without this, too.',
		nearNeeded: (books) =>
			`“${books}” asks for stamps on the spot: tick the box below and your phone checks the distance by itself. Without it you still get the stamp, marked “not checked” in that book.`,
		nearAsk: 'Checking the position …',
		nearYes: 'Your phone agrees: you are here.',
		nearFar:
			'Your phone finds itself some way off. The stamp is yours; books that ask for stamps on the spot mark it “not checked”.',
		nearNo:
			'No position was given. The stamp is yours; books that ask for stamps on the spot mark it “not checked”.',
		done: 'Stamped',
		kept: 'It is in the stamp book on this device.',
		already: 'You had the stamp of this place; the book keeps the first day.',
		keeping: 'Putting it into the book …',
		open: 'Open the stamp book',
		code: 'Number of the stamp',
		codeHelp:
			'Write this number down or photograph it; “Enter a stamp” in the stamp book takes it later. It holds the place, the day and a random number, nothing else.',
		typed: 'Number on the poster',
		typedHelp:
			'If scanning fails, type the number at the foot of the poster: twenty-four signs, capital or small, with or without hyphens.',
		go: 'Go on'
	},
	refused: {
		forged: {
			title: 'This is no poster of ours',
			text: 'The number does not check. One sign may be wrong, or the poster was not issued by this portal. Scan it again or compare the number.'
		},
		old: {
			title: 'This poster was renewed',
			text: 'A newer poster hangs at this place; the old number gives no stamps any more. Please look for the new one, and tell the staff if you only find the old.'
		},
		gone: {
			title: 'No stamps here now',
			text: 'The place was withdrawn or is not public any more.'
		}
	},
	refusal: {
		forged: () => 'The number does not check; nothing was stamped. Please scan the poster again.',
		old: () => 'This poster was renewed; nothing was stamped. Please scan the new one.',
		gone: () => 'No stamps are given here now.',
		many: ({ most }) => `At most ${most} people at once.`,
		'too-often': () => 'Too much came from this network just now. Please try again in ten minutes.',
		code: () => 'That is no code: eight signs, digits and letters only. Please compare it.',
		'code-unknown': () =>
			'There is no such code: it was mistyped, used already, or older than 15 minutes. Please make a new one on the other device.',
		'no-passport': () => 'This is no stamp book. Please choose a file that was saved here.',
		'no-stamps': () => 'There is no stamp of this portal in it.',
		'not-in-book': () => 'This book does not have that.',
		'forged-stamp': () =>
			'One of the stamps does not check: this portal did not give it. Please use the original book.',
		'too-few': ({ have, need }) => `Not yet: ${need} stamps are needed, and you have ${have}.`,
		spent: () =>
			'Some of these stamps have reserved a booklet before; a set of stamps reserves one.',
		'no-stock': () =>
			'All booklets are reserved. Those nobody fetches come back, so look again in some days.',
		unanswered: () => 'Some questions are still open.',
		'quiz-first': () => 'Please pass the quiz first.',
		missing: () => 'Please type a name.',
		'too-long': ({ most }) => `That is too long: at most ${most} signs.`,
		'not-a-name': () => 'A name has letters, dots, hyphens and spaces only.',
		'not-readable': () => 'That did not work. Please try again.'
	},

	book: {
		progress: (have, all) => `${count(have)} of ${count(all)}`,
		progressSaid: (have, all) => `${count(have)} of ${many(all, 'place')} stamped`,
		empty: 'no stamp yet',
		bare: 'poster not yet up',
		unchecked: 'not checked',
		stampedOn: (day) => `stamped ${day}`,
		trail: 'See the trail',
		unlocks: 'What stamps unlock',
		quiz: (n) => `${many(n, 'stamp')}: quiz`,
		certificate: (n) => `${many(n, 'stamp')}: certificate`,
		booklet: (n) => `${many(n, 'stamp')}: printed booklet`,
		reached: 'reached',
		toQuiz: 'Take the quiz',
		passed: 'passed',
		toCertificate: 'Get the certificate',
		toBooklet: 'Reserve a booklet',
		left: (n) => (n ? `${count(n)} left` : 'none left'),
		reserved: (code, until) => `code ${code}, held until ${until}`,
		positionRequired: 'This book asks for stamps on the spot; your phone checks by itself.'
	},
	others: { title: 'Other stamps', lead: 'Stamps that are in none of the books above.' },

	family: {
		title: 'Stamp books on this device',
		mine: 'Mine',
		add: 'Add somebody',
		nick: 'Nickname',
		nickHelp: 'It stays on this device and is never sent.',
		save: 'Save',
		rename: 'Rename',
		remove: 'Remove from this device',
		removeSure: (nick) => `Remove the stamp book “${nick}”? It cannot be brought back.`,
		full: (most) => `At most ${most} books on one device.`,
		cancel: 'Cancel'
	},
	carry: {
		title: 'Another device, a copy',
		lead: 'The stamp book is in this browser only. Carry it over before you clear browsing data or change phones.',
		give: 'Make a code',
		given:
			'Open the stamp book on the other device and type this code, or scan the square code. It is good for 15 minutes and once.',
		take: 'Type a code',
		takeButton: 'Fetch',
		taken: (n) => `${many(n, 'stamp')} fetched.`,
		file: 'Save as a file',
		fileName: 'stamp-book.json',
		open: 'Fetch from a file',
		privacy:
			'Only stamps and proofs of quizzes and reservations are carried, no nicknames. The server holds them sealed for 15 minutes and deletes them when they are fetched.',
		one: 'Enter a stamp',
		oneHelp: 'Type the forty signs of a stamp you wrote down.',
		oneButton: 'Put into the book'
	},

	quiz: {
		title: 'Quiz',
		titleOf: (book) => `${book}: quiz`,
		lead: (n, pass) =>
			`${many(n, 'question')}; ${count(pass)} right answers pass. You may try again.`,
		unlock: 'Open the questions with stamps',
		locked: (need) => `${many(need, 'stamp')} open the questions.`,
		loading: 'Looking at your stamps …',
		send: 'Hand in',
		passed: (right, of) => `Passed: ${right} of ${of} right.`,
		failed: (right, of) =>
			`${right} of ${of} right, not passed yet. Read the sources and try again.`,
		right: 'Right.',
		wrong: 'Not right.',
		source: (text) => `Source: ${text}`,
		again: 'Hand in again',
		back: 'Back to the stamp book',
		proofKept: 'The proof is in your stamp book.'
	},
	certificate: {
		title: 'Certificate',
		titleOf: (book) => `${book}: certificate`,
		lead: 'Type the name to be printed and the PDF is made at once. The name is not kept: it is gone when you close the page.',
		name: 'Name',
		make: 'Make the certificate',
		download: 'Download the certificate (PDF)',
		locked: (need) => `${many(need, 'stamp')} earn the certificate.`,
		quizFirst: 'Pass the quiz first.'
	},
	booklet: {
		title: 'Booklet',
		titleOf: (book) => `${book}: printed booklet`,
		lead: (days) =>
			`A booklet is held for ${many(days, 'day')} and fetched with a code, without a name. A set of stamps reserves one.`,
		pickup: 'Where to fetch it',
		make: 'Reserve one',
		locked: (need) => `${many(need, 'stamp')} reserve a booklet.`,
		code: 'Code',
		show: 'Show this square code at the counter, or read the code aloud.',
		until: (day) =>
			`Please fetch it by ${day}. After that it goes back, and the stamps may reserve again.`,
		had: 'You have reserved this booklet before.',
		kept: 'The code is in your stamp book.'
	},
	verify: {
		title: 'Check a certificate of a walk',
		lead: 'Type the check code to see which book the certificate is of and how many stamps it stands for.',
		code: 'Check code',
		codeHelp: 'Thirty-two signs in groups of four, capital or small, with or without hyphens.',
		check: 'Check',
		good: 'It checks',
		says: (title, n, of, day) =>
			`This portal made this certificate on ${day} for ${many(n, 'stamp')} of the book “${title}” (${many(of, 'place')} in all).`,
		honest: 'The name was typed by its owner; this portal neither kept nor checked it.',
		bad: 'It does not check',
		badText:
			'This portal issued no certificate with this code, or it was mistyped. Please compare it with the certificate.'
	},
	sheet: {
		title: 'Paper sheet',
		lead: 'Print it and take it along. At each place have it stamped, or write the day into it.',
		print: 'Print',
		place: 'Place',
		stamp: 'Stamp here'
	}
};

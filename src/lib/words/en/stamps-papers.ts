import type { papers as zh } from '../zh/stamps-papers';

export const papers: typeof zh = {
	poster: {
		kicker: 'Scan for a stamp',
		steps: ['Scan with your phone', 'Press “Stamp”', 'It is in your stamp book'],
		noScan: 'Cannot scan? Open this address and type the number:',
		calm: 'No account. No name, phone number or position is collected.',
		edition: (version, day) => `Version ${version} · ${day}`
	},
	diploma: {
		heading: 'Certificate of a walk',
		citation: (title, count, of) =>
			`reached and stamped ${count} of the ${of} places in the book “${title}”.`,
		closing: 'A landscape of integrity, one step at a time.',
		honest: 'The name was typed by its owner; this portal neither kept nor checked it.',
		check: (code) => `Check code ${code}. The square code shows the book and the number of stamps.`,
		demonstration: 'A demonstration, not an official certificate.',
		title: 'Certificate of a walk',
		fileName: (title) => `certificate-${title}.pdf`
	},
	postersFile: (day) => `stamp-posters-${day}.pdf`,
	postersTitle: 'Stamp posters'
};

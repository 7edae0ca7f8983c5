import type { accessibility as zh } from '../zh/accessibility';

export const accessibility: typeof zh = {
	title: 'Accessibility statement',
	lead: 'Every resident should be able to use this site well.',
	sections: [
		{
			title: 'Standards',
			text: [
				'This site is built to WCAG 2.2 level AA and to the Chinese standard GB/T 37668-2019. Every change is checked automatically on all pages, in large text and dark mode too.'
			]
		},
		{
			title: 'Ways to use it',
			text: [
				'Large text: at least 18 pt, targets of at least 60 px, no time limits, no pop-ups.',
				'The map and the list say the same: use the list alone if that suits you better.',
				'Keyboard: Tab reaches everything. On the map the arrow keys read out the nearest place in that direction, digits select, Escape closes.',
				'Reading aloud: place pages can be read by a voice of your own device; nothing is sent elsewhere.',
				'Lists, search and forms work without JavaScript.',
				'Pages can be enlarged to 200 % and fit a screen of 320 px without sideways scrolling.'
			]
		},
		{
			title: 'What we know is missing',
			text: [
				'Some texts are not in English; the Chinese stands in and is announced to screen readers as Chinese.',
				'Without a voice installed on the device there is no button for reading aloud.'
			]
		},
		{
			title: 'If something is in your way',
			text: [
				'Send a correction from the page of the place, under “Accessibility” or “Something else”; where the footer gives a contact, you can also tell the publisher.'
			]
		}
	],
	reviewed: 'Last reviewed on 22 November 2026.'
};

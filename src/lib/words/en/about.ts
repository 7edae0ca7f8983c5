import type { about as zh } from '../zh/about';

export const about: typeof zh = {
	title: 'About this site',
	sections: [
		{
			id: 'what',
			title: 'What this is',
			text: [
				'Liantu puts the integrity culture of a district on one map: culture sites, integrity units, venues, service points and trails. The map and the list have the same content, and neither needs an account.',
				'The software is open source under Apache-2.0: any district can install and run its own.'
			]
		},
		{
			id: 'map',
			title: 'About the map',
			text: [
				'The base is our own drawing: the hills to the west, the Tiaoxi, the canal and a few main roads. It shows no administrative boundary, is not a survey product, and neither distances nor boundaries can be read from it.',
				'Where another base is used, its approval number and attribution stand on the screen, in print and in downloads.'
			]
		},
		{
			id: 'positions',
			title: 'About positions',
			text: [
				'Every position states how precise it is and where it comes from. If only the town is known, the place is shown at the town and marked “to be verified”; without a reliable source it is listed and not drawn.',
				'We store WGS-84 only and convert to the coordinates of each map vendor when you ask for directions.'
			]
		},
		{
			id: 'privacy',
			title: 'About privacy',
			text: [
				'You need no account to look. Your reading preferences (large text, dark) stay in your own browser.',
				'“Near me” is worked out on your device. Only when there are too many places for that does the server get a position, rounded to about a hundred metres, and it is not kept.'
			]
		},
		{
			id: 'corrections',
			title: 'Found a mistake?',
			text: [
				'Every place has a correction link at the foot of its page: say what is wrong and what is right. No name is asked for.'
			]
		}
	],
	sourcesTitle: 'Sources',
	sourcesLead: 'The facts on this site come from the publications below; the texts are our own.',
	licence: 'Licence',
	figures: 'All published figures'
};

import type { home as zh } from '../zh/home';

export const home: typeof zh = {
	title: 'Yuhang Integrity Culture Map',
	lead: 'Sites, integrity units, venues, service points and trails on one map. No account needed: just look.',
	map: 'Open the map',
	list: 'See the list',
	kinds: 'Where to begin',
	kindLead: {
		site: 'Places that tell the story',
		unit: 'Eight kinds of integrity units, from offices to villages',
		venue: 'Where performances and events happen',
		service: 'Desks that receive people and help'
	},
	recorded: (count) => `${count} recorded`,
	declared: (declared, recorded) => `${declared} declared, ${recorded} recorded`,
	trails: 'Follow a trail',
	trailsLead: 'Places joined in an order.',
	allTrails: 'All trails',
	calls: 'Open for entries',
	allContests: 'All contests',
	callCloses: (when) => `Closes ${when}`,
	events: 'What is next',
	allEvents: 'All events',
	noEvents: 'No dates have been announced at present. They will stand here as soon as they are.',
	pastEvents: 'Past',
	figures: 'Published figures',
	figuresLead:
		'Only figures that have been published, each with its source. What we worked out from them is marked.',
	news: 'News and stories',
	allNews: 'All news'
};

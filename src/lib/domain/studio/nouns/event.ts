import { audiences, eventTypes, spokenLanguages } from '../../events/event';
import { accessFacts } from '../../place';
import type { Description } from '../noun';

/** Events (活动): what, when, where, for whom, and afterwards what became of it. */
export const event: Description = {
	groups: ['what', 'time', 'whom', 'text', 'look', 'after', 'proof'],
	kind: 'type',
	category: null,
	address: (slug) => `/events/${slug}`,
	fields: [
		{ name: 'title', kind: 'line', max: 120, bilingual: true, required: true, group: 'what' },
		{ name: 'slug', kind: 'slug', required: true, group: 'what' },
		{ name: 'type', kind: 'choice', options: eventTypes, required: true, group: 'what' },
		{ name: 'summary', kind: 'text', max: 400, bilingual: true, group: 'what' },
		{ name: 'series', kind: 'reference', to: 'series', group: 'what' },
		{ name: 'chapter', kind: 'line', max: 80, group: 'what' },
		{ name: 'demonstration', kind: 'yes', group: 'what' },
		{ name: 'when', kind: 'when', required: true, group: 'time' },
		{ name: 'place', kind: 'reference', to: 'places', group: 'time' },
		{ name: 'venueNote', kind: 'line', max: 120, bilingual: true, group: 'time' },
		{ name: 'town', kind: 'reference', to: 'towns', group: 'time' },
		{
			name: 'programme',
			kind: 'rows',
			max: 60,
			group: 'time',
			parts: [
				{ name: 'at', kind: 'clock' },
				{ name: 'title', kind: 'pair', max: 120, required: true },
				{ name: 'who', kind: 'line', max: 120 }
			]
		},
		{ name: 'audiences', kind: 'choices', options: audiences, group: 'whom' },
		{ name: 'languages', kind: 'choices', options: spokenLanguages, group: 'whom' },
		{ name: 'access', kind: 'facts', options: accessFacts, group: 'whom' },
		{ name: 'price', kind: 'number', min: 0, max: 100_000, unit: 'yuan', group: 'whom' },
		{ name: 'host', kind: 'line', max: 160, bilingual: true, group: 'whom' },
		{ name: 'organizer', kind: 'line', max: 160, bilingual: true, group: 'whom' },
		{ name: 'phone', kind: 'line', max: 40, format: 'phone', group: 'whom' },
		{ name: 'body', kind: 'rich', bilingual: true, group: 'text' },
		{ name: 'album', kind: 'gallery', group: 'look' },
		{ name: 'recap', kind: 'rich', bilingual: true, group: 'after' },
		{
			name: 'attendance',
			kind: 'number',
			min: 0,
			max: 10_000_000,
			whole: true,
			group: 'after'
		},
		{ name: 'article', kind: 'reference', to: 'articles', group: 'after' },
		{ name: 'sources', kind: 'references', to: 'sources', max: 12, group: 'proof' }
	]
};

import type { venueMails as zh } from '../zh/venue-mails';

const facts = 'Event: {{title}}\nPlace: {{place}}\nWhen: {{when}}';

/** Mails about venue requests; `end` ends every mail. */
export const venueMails = (end: string) =>
	({
		'venue-asked': {
			subject: 'Please answer a venue request: {{title}}',
			body: `Dear {{name}},\n\nan event would like to take place at a place you manage:\n\n${facts}\nWhat the asker says: {{note}}\n\nSign in to see whether it clashes with anything, and agree, agree to some dates only, or decline and say why:\n\n{{link}}\n\nThe event is not published before you answer.${end}`
		},
		'venue-granted': {
			subject: 'Venue agreed: {{title}}',
			body: `Dear {{name}},\n\nthe venue you asked for is yours:\n\n${facts}\nWhat its manager says: {{note}}\n\nDetails:\n\n{{link}}${end}`
		},
		'venue-partly': {
			subject: 'Venue agreed for some dates: {{title}}',
			body: `Dear {{name}},\n\nthe manager of the venue agreed to these dates and not to the others:\n\n${facts}\nWhat the manager says: {{note}}\n\nPlease change the other dates or the venue and submit the event again:\n\n{{link}}${end}`
		},
		'venue-declined': {
			subject: 'Venue declined: {{title}}',
			body: `Dear {{name}},\n\nthe venue you asked for was declined:\n\n${facts}\nReason: {{note}}\n\nPlease change the dates or the venue and submit the event again, or ask once more:\n\n{{link}}${end}`
		},
		'venue-overridden': {
			subject: 'Venue used by decision of an operator: {{title}}',
			body: `Dear {{name}},\n\nan operator decided that this event takes place here:\n\n${facts}\nReason: {{note}}\n\nDetails:\n\n{{link}}${end}`
		}
	}) satisfies ReturnType<typeof zh>;

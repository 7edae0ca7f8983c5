import type { visitExport as zh } from '../zh/visits-export';

export const visitExport: typeof zh = {
	sheet: 'Visits',
	yes: 'yes',
	no: 'no',
	comma: ', ',
	deleted: '(deleted)',
	state: {
		asked: 'New',
		offered: 'Waiting for the group',
		confirmed: 'Agreed',
		declined: 'Declined',
		cancelled: 'Cancelled',
		came: 'Came',
		missed: 'Did not come',
		lapsed: 'Not confirmed in time'
	},
	kind: {
		unit: 'Office or company',
		school: 'School',
		community: 'Village or neighbourhood',
		family: 'Family or friends',
		other: 'Other'
	},
	column: {
		code: 'Number',
		place: 'Place',
		state: 'State',
		day: 'Day',
		time: 'Time',
		kind: 'Kind',
		group: 'Group',
		heads: 'Heads',
		batches: 'Batches',
		came: 'Came',
		guides: 'Guides',
		letter: 'Letter',
		asked: 'Asked',
		reason: 'Reason',
		liaison: 'Contact',
		phone: 'Telephone',
		email: 'E-mail',
		note: 'Note'
	}
};

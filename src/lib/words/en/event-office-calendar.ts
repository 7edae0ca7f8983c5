import type { officeCalendar as zh } from '../zh/event-office-calendar';

export const officeCalendar = {
	title: 'Calendar',
	lead: 'Events, visits of groups and dates of contests; you see what is yours to look after.',
	before: { month: 'Month before', week: 'Week before' },
	after: { month: 'Next month', week: 'Next week' },
	today: 'Today',
	month: 'Month',
	week: 'Week',
	weekOf: (from: string, to: string) => `${from} to ${to}`,
	kind: { event: 'Event', visit: 'Visit', opens: 'Call opens', closes: 'Call closes' },
	standing: { scheduled: '', postponed: 'Postponed', cancelled: 'Cancelled' },
	clash: (titles: string) => `Same place, same time: ${titles}`,
	clashing: (n: number) => `${n} dates share a place and a time; they are hatched and say so.`,
	noClash: 'No place is taken twice.',
	rest: 'off',
	nothing: 'Nothing',
	comma: ', ',
	attendance: 'Attendance'
} satisfies typeof zh;

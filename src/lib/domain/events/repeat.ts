/** How an event repeats, as a form asks for it. */
export const frequencies = ['daily', 'weekly', 'monthly', 'yearly'] as const;
export type Frequency = (typeof frequencies)[number];

/** ISO weekdays by their RFC 5545 names, Monday first. */
const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A rule of recurrence that needs no knowledge of RFC 5545. */
export interface Repeat {
	frequency: Frequency;
	/** Every how many days, weeks, months or years, from 1. */
	every: number;
	/** ISO weekdays 1–7 of a weekly rule, ascending; none: the weekday of the first date. */
	weekdays: number[];
	/** Of a monthly rule: 1–4, or −1 for the last such weekday of the month; null: the same day of the month. */
	nth: number | null;
	/** How many dates, or the last day `YYYY-MM-DD`; one of them is set. */
	count: number | null;
	until: string | null;
}

const GRAMMAR =
	/^(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)|INTERVAL=[1-9]\d?|COUNT=[1-9]\d{0,3}|UNTIL=\d{8}(T\d{6}Z?)?|BYDAY=[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)(,[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))*|BYMONTHDAY=-?[1-9]\d?(,-?[1-9]\d?)*|BYMONTH=[1-9]\d?(,[1-9]\d?)*|BYSETPOS=-?[1-9]\d?|WKST=(MO|TU|WE|TH|FR|SA|SU))$/;

/** The parts of a rule by name; null when it is none that this portal reads (RFC 5545 §3.3.10 without times of day). */
export function partsOf(rule: string): Map<string, string> | null {
	const parts = new Map<string, string>();
	for (const part of rule
		.trim()
		.replace(/^RRULE:/i, '')
		.toUpperCase()
		.split(';')) {
		if (!GRAMMAR.test(part)) return null;
		const [name = '', value = ''] = part.split('=');
		if (parts.has(name)) return null;
		parts.set(name, value);
	}
	return parts.has('FREQ') ? parts : null;
}

/** The rule of a form as RFC 5545 writes it. */
export function ruleOf({ frequency, every, weekdays, nth, count, until }: Repeat): string {
	const parts = [`FREQ=${frequency.toUpperCase()}`];
	if (every > 1) parts.push(`INTERVAL=${every}`);
	const names = weekdays.map((day) => weekdayNames[day - 1]!);
	if (frequency === 'weekly' && names.length) parts.push(`BYDAY=${names.join(',')}`);
	if (frequency === 'monthly' && nth && names[0]) parts.push(`BYDAY=${nth}${names[0]}`);
	if (count) parts.push(`COUNT=${count}`);
	else if (until) parts.push(`UNTIL=${until.replaceAll('-', '')}`);
	return parts.join(';');
}

/** The form of a rule; null when it says more than a form can. */
export function repeatOf(rule: string): Repeat | null {
	const parts = partsOf(rule);
	if (!parts) return null;
	const frequency = parts.get('FREQ')!.toLowerCase() as Frequency;
	const byDay = parts.get('BYDAY');
	const single = byDay && /^(-1|[1-4])(\w\w)$/.exec(byDay);
	const monthly = frequency === 'monthly' && single ? single : null;
	const weekdays = monthly
		? [weekdayNames.indexOf(monthly[2] as never) + 1]
		: (byDay?.split(',').map((name) => weekdayNames.indexOf(name as never) + 1) ?? []);
	const until = parts.get('UNTIL')?.slice(0, 8);
	const repeat: Repeat = {
		frequency,
		every: Number(parts.get('INTERVAL') ?? 1),
		weekdays: weekdays.sort((a, b) => a - b),
		nth: monthly ? Number(monthly[1]) : null,
		count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
		until: until ? `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6)}` : null
	};
	const plain = [...parts.keys()].filter((name) => name !== 'WKST').length;
	const back = partsOf(ruleOf(repeat));
	const told = back && [...back].every(([name, value]) => sameValue(parts.get(name), value));
	return told && back.size === plain - Number(parts.get('INTERVAL') === '1') ? repeat : null;
}

/** Lists in another order, and an end with a time of day, say the same. */
const sameValue = (a: string | undefined, b: string): boolean =>
	a
		?.replace(/T\d{6}Z?$/, '')
		.split(',')
		.sort()
		.join() === b.split(',').sort().join();

import type { Refusal } from '../refusal';
import { admissionModes, contactRules } from './admission';
import type { Admission, Zone } from './admission';
import { hasSeats, seatsOf } from './seat';

/** Bounds of a plan; minutes, hours, days and heads as they are named. */
const admissionMost = {
	capacity: 100_000,
	zones: 40,
	rows: 120,
	seats: 5000,
	heads: 500,
	perContact: 20,
	before: 60 * 24 * 60,
	/** At least so long before the start a draw is held. */
	drawBefore: 120,
	offer: { least: 30, most: 14 * 24 * 60 },
	questions: 12,
	options: 30,
	label: 80,
	name: 40,
	reminders: 4,
	hours: 14 * 24,
	keep: { least: 1, most: 365 }
} as const;

const whole = (n: number, least: number, most: number): boolean =>
	Number.isInteger(n) && n >= least && n <= most;

/** Everything wrong with a plan, by the field of its form. */
export function admissionTrouble(plan: Admission): Refusal[] {
	const wrong: Refusal[] = [];
	const no = (field: string, reason: string, detail?: Refusal['detail']) =>
		void wrong.push({ field, reason, ...(detail ? { detail } : {}) });
	const within = (field: string, n: number, min: number, max: number) => {
		if (!whole(n, min, max)) no(field, 'bad-range', { min, max });
	};
	if (!admissionModes.includes(plan.mode)) no('mode', 'unknown');
	if (!contactRules.includes(plan.contact)) no('contact', 'unknown');
	within('capacity', plan.capacity, 1, admissionMost.capacity);
	within('mostHeads', plan.mostHeads, 1, admissionMost.heads);
	within('perContact', plan.perContact, 1, admissionMost.perContact);
	within('closesBefore', plan.closesBefore, 0, admissionMost.before);
	within('cancelBefore', plan.cancelBefore, 0, admissionMost.before);
	// Whoever is drawn must hear of it before it begins.
	if (plan.mode === 'draw' && plan.closesBefore < admissionMost.drawBefore)
		no('closesBefore', 'draw-early', { hours: admissionMost.drawBefore / 60 });
	within('offerMinutes', plan.offerMinutes, admissionMost.offer.least, admissionMost.offer.most);
	within('keepDays', plan.keepDays, admissionMost.keep.least, admissionMost.keep.most);
	if (plan.reminders.length > admissionMost.reminders)
		no('reminders', 'too-many', { max: admissionMost.reminders });
	for (const hours of plan.reminders)
		if (!whole(hours, 1, admissionMost.hours))
			no('reminders', 'bad-range', { min: 1, max: admissionMost.hours });
	if (plan.zones.length > admissionMost.zones)
		no('zones', 'too-many', { max: admissionMost.zones });
	plan.zones.forEach((zone, n) => zoneTrouble(zone, n, no));
	const ids = plan.zones.map(({ id }) => id);
	if (new Set(ids).size !== ids.length) no('zones', 'twice');
	if (plan.questions.length > admissionMost.questions)
		no('questions', 'too-many', { max: admissionMost.questions });
	plan.questions.forEach(({ label, kind, options }, n) => {
		if (!label.zh.trim()) no(`question.${n}`, 'missing');
		if (label.zh.length > admissionMost.label)
			no(`question.${n}`, 'too-long', { max: admissionMost.label });
		if (kind === 'choice' && (options.length < 2 || options.length > admissionMost.options))
			no(`question.${n}`, 'options', { min: 2, max: admissionMost.options });
	});
	return wrong;
}

type No = (field: string, reason: string, detail?: Refusal['detail']) => void;

function zoneTrouble(zone: Zone, n: number, no: No): void {
	const field = `zone.${n}`;
	if (!zone.name.zh.trim()) no(field, 'missing');
	if (zone.name.zh.length > admissionMost.name) no(field, 'too-long', { max: admissionMost.name });
	if (!whole(zone.capacity, 1, admissionMost.capacity))
		no(field, 'bad-range', { min: 1, max: admissionMost.capacity });
	if (!hasSeats(zone)) return;
	if (zone.rows.length > admissionMost.rows) no(field, 'too-many', { max: admissionMost.rows });
	const names = zone.rows.map(({ row }) => row);
	if (new Set(names).size !== names.length) no(field, 'rows-twice');
	for (const { row, from, to } of zone.rows)
		if (!row || !whole(from, 1, 9999) || !whole(to, from, 9999) || to - from >= 500)
			return no(field, 'rows', { row });
	const seats = seatsOf(zone).length;
	if (seats > admissionMost.seats) no(field, 'too-many', { max: admissionMost.seats });
	if (seats !== zone.capacity) no(field, 'rows-capacity', { seats, capacity: zone.capacity });
}

/** The plan as it is kept: with zones its heads are the sum of theirs. */
export const settled = (plan: Admission): Admission => ({
	...plan,
	capacity: plan.zones.length
		? plan.zones.reduce((sum, { capacity }) => sum + capacity, 0)
		: plan.capacity,
	reminders: [...new Set(plan.reminders)].sort((a, b) => b - a)
});

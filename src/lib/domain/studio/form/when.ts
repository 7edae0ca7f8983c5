import { frequencies, repeatOf, ruleOf } from '../../events/repeat';
import type { Frequency, Repeat } from '../../events/repeat';
import type { Json } from '../field';
import type { Entries, Pair } from './entries';
import { dayOf, numberOf, textOf } from './plain';
import { listOf, partsOf, shown } from './json';

/** `2026-11-22 9:00` and `2026年11月22日 9:00` as `2026-11-22T09:00`; other text as typed. */
function minuteOf(typed: string): Json {
	const plain = typed.normalize('NFKC').trim();
	const match = /^(.+?)[T\s日]\s*(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(plain);
	if (!match) return textOf(typed);
	const day = dayOf(match[1]!);
	return typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day)
		? `${day}T${match[2]!.padStart(2, '0')}:${match[3]}`
		: typed;
}

/** ISO weekday of a local day or minute; Monday where it is none, the law then names the day. */
const weekdayOf = (from: string): number => {
	const at = Date.parse(`${from.slice(0, 10)}T00:00:00Z`);
	return Number.isNaN(at) ? 1 : new Date(at).getUTCDay() || 7;
};

const count = (typed: string): number | null => {
	const number = numberOf(typed);
	return typeof number === 'number' && number >= 1 ? Math.floor(number) : null;
};

/** The dates a form sent, null when nothing was said. */
export function readWhen(name: string, entries: Entries): Json {
	const one = (part: string) => entries.one(`${name}.${part}`);
	const precision = one('precision') || 'minute';
	const moment = precision === 'minute' ? minuteOf : dayOf;
	const from = moment(one('from'));
	const to = moment(one('to'));
	if (from === null && to === null) return null;
	const repeat = one('repeat');
	const more = entries.rows(`${name}.more`, ['from', 'to']).map((row) => ({
		from: moment(row.from ?? '') ?? '',
		to: moment(row.to ?? '')
	}));
	const except = one('except')
		.split(/[\s,，、;；]+/)
		.filter(Boolean)
		.map((day) => dayOf(day));
	const rule = frequencies.includes(repeat as Frequency)
		? ruleOf(formed(repeat as Frequency, one, entries.all(`${name}.weekdays`), shown(from)))
		: repeat === 'rule'
			? textOf(one('rule'))
			: null;
	return {
		precision,
		first: { from: from ?? '', to },
		rule,
		days: one('days') || 'any',
		more,
		except
	};
}

function formed(
	frequency: Frequency,
	one: (part: string) => string,
	weekdays: readonly string[],
	from: string
): Repeat {
	const nth = frequency === 'monthly' && one('nth') ? Number(one('nth')) : null;
	const chosen = [...new Set(weekdays.map(Number))].filter((day) => day >= 1 && day <= 7);
	const until = dayOf(one('until'));
	return {
		frequency,
		every: count(one('every')) ?? 1,
		weekdays:
			frequency === 'weekly' ? chosen.sort((a, b) => a - b) : nth === null ? [] : [weekdayOf(from)],
		nth,
		count: count(one('count')),
		until: typeof until === 'string' ? until : null
	};
}

/** What the inputs of the dates hold, by their part. */
export function whenTexts(value: Json | undefined) {
	const when = partsOf(value);
	const first = partsOf(when.first);
	const from = shown(first.from);
	const rule = shown(when.rule);
	const told = rule ? repeatOf(rule) : null;
	// The form asks for the weekday of the first date; another one is told as a rule.
	const repeat = told?.nth && told.weekdays[0] !== weekdayOf(from) ? null : told;
	return {
		precision: shown(when.precision) || 'minute',
		from,
		to: shown(first.to),
		repeat: repeat?.frequency ?? (rule ? ('rule' as const) : ('' as const)),
		every: String(repeat?.every ?? 1),
		weekdays: repeat?.frequency === 'weekly' ? repeat.weekdays.map(String) : [],
		nth: repeat?.nth ? String(repeat.nth) : '',
		count: repeat?.count ? String(repeat.count) : '',
		until: repeat?.until ?? '',
		rule: repeat ? '' : rule,
		days: shown(when.days) || 'any',
		except: listOf(when.except).map(shown).join(' '),
		more: listOf(when.more).map((span) => ({
			from: shown(partsOf(span).from),
			to: shown(partsOf(span).to)
		}))
	};
}

/** The inputs of the dates of an event. */
export function writeWhen(name: string, value: Json | undefined): Pair[] {
	if (value === null || value === undefined) return [];
	const { weekdays, more, ...plain } = whenTexts(value);
	return [
		...Object.entries(plain).map(([part, text]): Pair => [`${name}.${part}`, text]),
		...weekdays.map((day): Pair => [`${name}.weekdays`, day]),
		...more.flatMap(({ from, to }, n): Pair[] => [
			[`${name}.more.${n}.from`, from],
			[`${name}.more.${n}.to`, to]
		])
	];
}

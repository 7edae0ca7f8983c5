import type { Opening } from '../hours';

const weekdays: Record<string, number> = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 };
'一二三四五六日'.split('').forEach((char, i) => (weekdays[char] = i + 1));
weekdays['天'] = 7;

const dayNames =
	'(?:周|星期|礼拜)?[一二三四五六日天]|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const dayRange = new RegExp(`^(${dayNames})(?:[-~至到]|to)(${dayNames})$`);
const oneDay = new RegExp(`^(?:${dayNames})$`);
const everyDay = /^(?:每天|每日|全周|daily|everyday)$/;
// The days stand first, up to the first digit or a word for “closed” or “all day”.
const clause = /^([^\d]*?)(\d.*|休息|不开放|闭馆|关闭|closed|全天|24小时|24h|24hours)$/;
const span = /^(\d{1,2})(?:[:点时](\d{2})?分?)?(?:[-~至到]|to)(\d{1,2})(?:[:点时](\d{2})?分?)?$/;

function dayNumber(name: string): number {
	const han = /[一二三四五六日天]$/.exec(name);
	return weekdays[han ? han[0] : name.slice(0, 3)] ?? 0;
}

function daysOf(text: string): number[] | null {
	if (text === '' || everyDay.test(text)) return [1, 2, 3, 4, 5, 6, 7];
	const days: number[] = [];
	for (const part of text.split(/[,、和及&]/).filter(Boolean)) {
		const range = dayRange.exec(part);
		if (range) {
			const [from, to] = [dayNumber(range[1]!), dayNumber(range[2]!)];
			for (let day = from; ; day = (day % 7) + 1) {
				days.push(day);
				if (day === to) break;
			}
		} else if (oneDay.test(part)) days.push(dayNumber(part));
		else return null;
	}
	return days.length ? days : null;
}

function spansOf(text: string): [number, number][] | null {
	if (/^(?:休息|不开放|闭馆|关闭|closed)$/.test(text)) return [];
	if (/^(?:全天|24小时|24h|24hours)$/.test(text)) return [[0, 1440]];
	const spans: [number, number][] = [];
	for (const part of text.split(/[,、和及&]/).filter(Boolean)) {
		const match = span.exec(part);
		if (!match) return null;
		const minutes = (hour: string, minute = '0') => Number(hour) * 60 + Number(minute);
		const [opens, closes] = [minutes(match[1]!, match[2]), minutes(match[3]!, match[4])];
		if (Number(match[2] ?? 0) > 59 || Number(match[4] ?? 0) > 59) return null;
		if (opens >= 1440 || closes > 1440 || opens === closes) return null;
		spans.push([opens, closes]);
	}
	return spans.length ? spans : null;
}

/**
 * Reads the column of opening hours: clauses separated by `;`, each with days (none or `每天` is
 * every day) and spans of time. `周一至周五 09:00-17:00; 周六 09:00-12:00`, `Mon-Fri 9:00-11:30,
 * 13:30-17:00; Sun closed`, `每天 18:00-02:00` (past midnight belongs to the next weekday).
 * @returns openings ordered by weekday and time, or why they cannot be read.
 */
export function readHours(text: string): Opening[] | 'hours-grammar' | 'hours-overlap' {
	const plain = text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[—–―−~〜～]+/g, '-')
		.replace(/[。\n]/g, ';')
		.replace(/\s+/g, '')
		.replace(/([一二三四五六日天a-z]):(?=\d)/g, '$1');
	const week: Opening[] = [];
	const clauses = plain.split(';').filter(Boolean);
	if (!clauses.length) return 'hours-grammar';
	for (const part of clauses) {
		const match = clause.exec(part);
		const days = match && daysOf(match[1]!.replace(/[,、]$/, ''));
		const spans = match && spansOf(match[2]!);
		if (!days || !spans) return 'hours-grammar';
		for (const weekday of days)
			for (const [opens, closes] of spans) {
				if (closes > opens) week.push({ weekday, opens, closes });
				else {
					week.push({ weekday, opens, closes: 1440 });
					if (closes > 0) week.push({ weekday: (weekday % 7) + 1, opens: 0, closes });
				}
			}
	}
	week.sort((a, b) => a.weekday - b.weekday || a.opens - b.opens);
	const clash = week.some((now, i) => {
		const before = week[i - 1];
		return before && before.weekday === now.weekday && before.closes > now.opens;
	});
	return clash ? 'hours-overlap' : week;
}

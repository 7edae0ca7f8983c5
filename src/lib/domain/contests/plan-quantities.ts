import type { Locale } from '../locale';

// Lengths, sizes and moments as an organizer types them. What cannot be read comes back as it was
// typed, so that the shape refuses it at its input.

const SHANGHAI = 8 * 3_600_000;
const DAY = 86_400_000;

const tidy = (text: string): string =>
	text.normalize('NFKC').replaceAll(',', '').replaceAll('，', '').trim().toLowerCase();
const decimal = /^[-+]?\d+(?:\.\d+)?$/;

/** A number with or without decimals; null for nothing typed. */
export function readNumber(text: string): number | string | null {
	const plain = tidy(text).replace('−', '-');
	if (!plain) return null;
	return decimal.test(plain) ? Number(plain) : text;
}

const seconds: Record<string, number> = {
	小时: 3600,
	时: 3600,
	hours: 3600,
	hour: 3600,
	h: 3600,
	分钟: 60,
	分: 60,
	minutes: 60,
	minute: 60,
	min: 60,
	m: 60,
	秒钟: 1,
	秒: 1,
	seconds: 1,
	second: 1,
	sec: 1,
	s: 1
};

/** A length such as `5 分钟`, `5分30秒`, `5:30`, `1 h 5 min`, in seconds; a bare number is minutes. */
export function readSeconds(text: string): number | string | null {
	const plain = tidy(text).replace(/(?:以内|以下|以上|之内)$/, '');
	if (!plain) return null;
	if (decimal.test(plain)) return Number(plain) * 60;
	const clock = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(plain);
	if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
	const parts = [...plain.matchAll(/(\d+(?:\.\d+)?)\s*(\p{L}+)\s*/gu)];
	if (parts.map(([whole]) => whole).join('') !== plain || !parts.length) return text;
	const sum = parts.reduce((all, [, n, unit]) => all + Number(n) * (seconds[unit!] ?? NaN), 0);
	return Number.isNaN(sum) ? text : sum;
}

/** The same in words; reading it gives the length again. */
export function writeSeconds(value: number | null, locale: Locale): string {
	if (value === null) return '';
	const [minutes, rest] = [Math.floor(value / 60), Math.round((value % 60) * 1000) / 1000];
	const units = locale === 'en' ? [' min', ' s'] : [' 分钟', ' 秒'];
	return [minutes ? `${minutes}${units[0]}` : '', rest || !minutes ? `${rest}${units[1]}` : '']
		.filter(Boolean)
		.join(' ');
}

const powers: Record<string, number> = { b: 0, k: 1, m: 2, g: 3, t: 4, 兆: 2, 吉: 3 };

/** A size such as `2 GB`, `500M`, `500 兆`, in bytes of 1,024; a bare number is megabytes. */
export function readBytes(text: string): number | string | null {
	const plain = tidy(text);
	if (!plain) return null;
	const found =
		/^(\d+(?:\.\d+)?)\s*(?:([kmgt兆吉])i?(?:b|字节)?|(b|字节|bytes?))?(?:以内|以下)?$/.exec(plain);
	if (!found) return text;
	const power = found[3] ? 0 : powers[found[2] ?? 'm']!;
	return Math.round(Number(found[1]) * 1024 ** power);
}

/** The same as the largest unit that says it in full. */
export function writeBytes(value: number | null): string {
	if (value === null) return '';
	for (const [unit, power] of [
		['GB', 3],
		['MB', 2],
		['KB', 1]
	] as const) {
		const n = value / 1024 ** power;
		if (n >= 1 && Number.isInteger(n * 10)) return `${n} ${unit}`;
	}
	return `${value} B`;
}

/** A rate of bits such as `2 Mbps` or `800k`; a bare number is Mbps. */
export function readBitrate(text: string): number | string | null {
	const plain = tidy(text);
	if (!plain) return null;
	const found = /^(\d+(?:\.\d+)?)\s*(?:([km])(?:bps|bit\/s|b\/s)?)?$/.exec(plain);
	if (!found) return text;
	return Math.round(Number(found[1]) * (found[2] === 'k' ? 1e3 : 1e6));
}

export const writeBitrate = (value: number | null): string =>
	value === null ? '' : value % 100_000 ? `${value / 1e3} kbps` : `${value / 1e6} Mbps`;

/** A share such as `20%` or `20`, 0…1. */
export function readShare(text: string): number | string | null {
	const read = readNumber(text.replace(/[%％]\s*$/, ''));
	return typeof read === 'number' ? Math.round(read * 1e4) / 1e6 : read === null ? null : text;
}

export const writeShare = (value: number | null): string =>
	value === null ? '' : `${Math.round(value * 1e4) / 100}%`;

/** Shapes in a row, `16:9、9:16`; what is none stays, for the shape to refuse. */
export const readRatios = (text: string): string[] =>
	text
		.normalize('NFKC')
		.split(/[\s,，、;；]+/)
		.filter(Boolean);

/**
 * A day and a time of Asia/Shanghai as a moment. A day alone begins at its 00:00, or, where something
 * ends on it, ends at its 24:00.
 */
export function readMoment(day: string, time: string, end: boolean): number | string | null {
	const [on, at] = [tidy(day), tidy(time) || (end ? '24:00' : '00:00')];
	if (!on) return time.trim() ? time : null;
	const date = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(on);
	const clock = /^(\d{1,2}):?([0-5]\d)$/.exec(at);
	if (!date || !clock) return `${day} ${time}`;
	const [year, month, dayOf] = date.slice(1).map(Number) as [number, number, number];
	const midnight = Date.UTC(year, month - 1, dayOf);
	const minutes = Number(clock[1]) * 60 + Number(clock[2]);
	const real = new Date(midnight).getUTCDate() === dayOf && month <= 12 && minutes <= 1440;
	return real ? midnight - SHANGHAI + minutes * 60_000 : `${day} ${time}`;
}

/** The inputs of {@link readMoment}; what ends at midnight ends at 24:00 of the day before. */
export function writeMoment(at: number | null, end: boolean): { day: string; time: string } {
	if (at === null) return { day: '', time: '' };
	const midnight = (at + SHANGHAI) % DAY === 0;
	const local = new Date(at + SHANGHAI - (end && midnight ? DAY : 0)).toISOString();
	return { day: local.slice(0, 10), time: end && midnight ? '24:00' : local.slice(11, 16) };
}

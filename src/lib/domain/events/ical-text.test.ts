import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarText, escaped, folded, utc } from './ical-text';

test('no line is longer than 75 octets, and none breaks a character', () => {
	for (const text of ['廉'.repeat(90), '🎬'.repeat(60), 'a'.repeat(400), `a${'é'.repeat(100)}`]) {
		const lines = folded(`SUMMARY:${text}`).split('\r\n');
		expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
		expect(lines.map((line, n) => (n ? line.slice(1) : line)).join('')).toBe(`SUMMARY:${text}`);
	}
});

test('another library reads every text as it was written', () => {
	const texts = ['一，二;三,四\\五', 'two\nlines', 'a:b "c"', '尾\\', `长${'，文; '.repeat(60)}完`];
	const text = calendarText(
		[['PRODID', '-//Liantu//Events//ZH']],
		texts.map((one, n) => [
			['UID', `${n}@liantu.example`],
			['DTSTAMP', utc(0)],
			['SUMMARY', escaped(one)]
		])
	);
	const read = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
	expect(read.map((one) => one.getFirstPropertyValue('summary'))).toEqual(texts);
});

test('no text begins a property of its own', () => {
	const text = escaped('x\r\nATTENDEE:mailto:a@b.invalid\rEND:VEVENT\u0000');
	expect(text).toBe('x\\nATTENDEE:mailto:a@b.invalid\\nEND:VEVENT');
});

test('a moment is told in UTC', () => {
	expect(utc(Date.parse('2026-12-01T14:30:00+08:00'))).toBe('20261201T063000Z');
});

import { expect, it } from 'vitest';
import { lineOf, mailboxOf, phoneOf } from './booking-form';

it.each([
	['li+1@example.cn', 'li@example.cn'],
	['li+a+b@example.cn', 'li@example.cn'],
	['+li@example.cn', '+li@example.cn'],
	['l.i.x@gmail.com', 'lix@gmail.com'],
	['l.ix+news@googlemail.com', 'lix@gmail.com'],
	['l.i@example.cn', 'l.i@example.cn']
])('%s is the mailbox %s', (mail, box) => {
	expect(mailboxOf(mail)).toBe(box);
});

it.each([
	'13800001111',
	'138 0000 1111',
	'138-0000-1111',
	'+86 13800001111',
	'0086 138 0000 1111',
	'86 138 0000 1111',
	'013800001111',
	'+86 (0)138 0000 1111',
	'１３８００００１１１１'
])('%s is one mobile telephone', (typed) => {
	expect(lineOf(phoneOf(typed)!)).toBe('13800001111');
});

it.each(['0571-88880000', '+86 571 8888 0000', '0086 0571 88880000', '(0571) 88880000'.slice(1)])(
	'%s is one line of an office',
	(typed) => {
		expect(lineOf(phoneOf(typed.replace(')', ''))!)).toBe('57188880000');
	}
);

it('numbers of other countries stay apart', () => {
	expect(lineOf(phoneOf('+1 202 555 0143')!)).toBe('12025550143');
	expect(lineOf(phoneOf('+852 2123 4567')!)).toBe('85221234567');
});

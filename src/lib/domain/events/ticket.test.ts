import { generateKeyPairSync, sign as signWith } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SIGNS } from '../certificates/code';
import { readTicket, ticketDoubt, writeTicket } from './ticket';
import type { Ticket } from './ticket';

const pair = generateKeyPairSync('ed25519');
const rawOf = ({ publicKey }: typeof pair): Uint8Array =>
	publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
const sign = (message: Uint8Array) => signWith(null, message, pair.privateKey);
const ours = [rawOf(pair)];

const ticket: Ticket = {
	code: 'K7QX2M4P',
	occasion: '01k9q7w3v0aaaaaaaaaa',
	version: 2,
	heads: 3,
	zone: 'stalls',
	seats: ['一排-12', '一排-13', '一排-14']
};
const text = writeTicket(ticket, sign);

describe('a ticket', () => {
	it('is read back as it was written, with small letters and gaps too', () => {
		for (const zone of ['', 'stalls'])
			for (const seats of [[], ticket.seats]) {
				const one = { ...ticket, zone, seats };
				expect(readTicket(writeTicket(one, sign), ours)).toEqual({ ok: true, value: one });
			}
		expect(readTicket(text.toLowerCase().replace(/(.{5})/g, '$1 '), ours)).toEqual({
			ok: true,
			value: ticket
		});
	});

	it('holds only signs of which QR codes are made smallest', () => {
		expect(text).toMatch(/^[0-9A-Z:]+$/);
	});

	it('is refused when any one sign of it is another, wherever it stands', () => {
		for (let at = 0; at < text.length; at++) {
			const other = SIGNS[(SIGNS.indexOf(text[at]!) + 1) % SIGNS.length]!;
			const edited = text.slice(0, at) + other + text.slice(at + 1);
			expect([at, readTicket(edited, ours).ok]).toEqual([at, false]);
		}
	});

	it('is refused when any one bit of what was signed or of the signature is turned', () => {
		const [, body, seal] = text.split(':') as [string, string, string];
		for (const [part, build] of [
			[body, (other: string) => `LT1:${other}:${seal}`],
			[seal, (other: string) => `LT1:${body}:${other}`]
		] as const)
			for (let bit = 0; bit < part.length * 5; bit++) {
				const at = Math.floor(bit / 5);
				const turned = SIGNS[SIGNS.indexOf(part[at]!) ^ (1 << (bit % 5))]!;
				const edited = build(part.slice(0, at) + turned + part.slice(at + 1));
				expect([bit, readTicket(edited, ours).ok]).toEqual([bit, false]);
			}
	});

	it('of another portal is forged, and what is no ticket is none', () => {
		const other = [rawOf(generateKeyPairSync('ed25519'))];
		const why = (read: ReturnType<typeof readTicket>) => !read.ok && read.refusals[0]!.reason;
		expect(why(readTicket(text, other))).toBe('forged');
		expect(readTicket(text, [...other, ...ours]).ok).toBe(true);
		for (const junk of ['', 'LT1', 'https://example.cn/', `${text}:`, `${text}0`, `X${text}`])
			expect([junk, why(readTicket(junk, ours))]).toEqual([junk, 'not-ticket']);
		expect(why(readTicket('LT1:'.padEnd(100_000, '0'), ours))).toBe('not-ticket');
	});

	it('for another date is told apart, and so are an older one and one that was cancelled', () => {
		const stands = { ticket: 2, state: 'confirmed' };
		expect(ticketDoubt(ticket, ticket.occasion, stands)).toBe(null);
		expect(ticketDoubt(ticket, 'another', stands)).toBe('other-date');
		expect(ticketDoubt({ ...ticket, version: 1 }, ticket.occasion, stands)).toBe('old-ticket');
		expect(ticketDoubt(ticket, ticket.occasion, { ...stands, state: 'cancelled' })).toBe(
			'not-confirmed'
		);
		expect(ticketDoubt(ticket, ticket.occasion, null)).toBe('unknown');
	});
});

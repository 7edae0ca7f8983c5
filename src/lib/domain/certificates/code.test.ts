import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrom, codeTrouble, grouped, LENGTH, plainSigns, SIGNS } from './code';

const bytes = fc.uint8Array({ minLength: 19, maxLength: 19 });
const place = fc.nat({ max: LENGTH - 1 });

describe('a check code', () => {
	it('is nineteen random signs and one that checks them, in groups of four', () => {
		expect(grouped(codeFrom(new Uint8Array(19)))).toBe('0000-0000-0000-0000-0000');
		expect(grouped(codeFrom(Uint8Array.from({ length: 19 }, (_, n) => n)))).toMatch(
			/^0123-4567-89AB-CDEF-GHJ[0-9A-Z]$/
		);
		expect(() => codeFrom(new Uint8Array(18))).toThrow('19 random bytes');
	});

	it('holds whatever the random bytes are', () => {
		fc.assert(fc.property(bytes, (from) => codeTrouble(grouped(codeFrom(from))) === null));
	});

	it('notices every single wrong sign', () => {
		fc.assert(
			fc.property(bytes, place, fc.constantFrom(...SIGNS), (from, at, sign) => {
				const code = codeFrom(from);
				const wrong = code.slice(0, at) + sign + code.slice(at + 1);
				return codeTrouble(wrong) === (wrong === code ? null : 'check');
			})
		);
	});

	it('notices any two signs exchanged', () => {
		fc.assert(
			fc.property(bytes, place, place, (from, one, other) => {
				const signs = [...codeFrom(from)];
				[signs[one], signs[other]] = [signs[other]!, signs[one]!];
				const wrong = signs.join('');
				return codeTrouble(wrong) === (wrong === codeFrom(from) ? null : 'check');
			})
		);
	});

	it('is read as it is typed on a telephone, and with the letters that look like digits', () => {
		expect(plainSigns(' ｋ７ｑｍ－4t9x oil. ')).toBe('K7QM4T9X011');
	});

	it.each([
		['', 'empty'],
		['--- ', 'empty'],
		['0000-0000', 'length'],
		['0000-0000-0000-0000-00000', 'length'],
		['0000-0000-0000-0000-000U', 'sign'],
		['0000-0000-0000-0000-000证', 'sign'],
		['0000-0000-0000-0000-0001', 'check']
	])('%j is none: %s', (typed, trouble) => {
		expect(codeTrouble(typed)).toBe(trouble);
	});
});

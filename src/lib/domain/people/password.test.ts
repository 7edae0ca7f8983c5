import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePassword, passwordForm, passwordLimits } from './password';

const isCommon = (word: string) =>
	['correcthorsebattery', 'password1234', 'dragonfly'].includes(word);
const context = { email: 'wang.li@example.cn', name: 'Wang Li', isCommon };
const reason = (typed: string) => {
	const ruled = parsePassword(typed, context);
	return ruled.ok ? 'fits' : ruled.refusals[0]!.reason;
};

describe('a password', () => {
	it('may be made of anything: any script, spaces, signs, digits alone or not', () => {
		for (const typed of [
			'seven herons over the Tiao',
			'七只白鹭飞过苕溪边的水田吧',
			'🦢🌾🌉🏮🧧🍵🎋🐟🛶⛰️🌙🎐🍂',
			'86203719455820',
			'nospacesnodigitsnocapitals',
			'ALLCAPITALSANDNOTHINGELSE',
			'!?;:(){}<>|~§¤',
			'x'.repeat(3) + ' tab\tand nbsp\u00a0inside'
		])
			expect([typed, reason(typed)]).toEqual([typed, 'fits']);
	});

	it('of random characters fits at any length from 12 to 256, and is never cut or changed but by NFC', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...'abcdefghkmqrtvwxz2468洞霄宫双溪'), {
					minLength: 20,
					maxLength: 256
				}),
				(chars) => {
					const typed = chars.join('');
					fc.pre(new Set(chars).size > 12);
					const ruled = parsePassword(typed, context);
					expect(ruled.ok && ruled.value).toBe(typed.normalize('NFC'));
				}
			)
		);
	});

	it('needs twelve characters, counted as people count them', () => {
		expect(['abcdefgh煮茶', '🍵'.repeat(11)].map(reason)).toEqual([
			'password-short',
			'password-short'
		]);
		expect(reason('煮茶看鹭听风数雨写字读书')).toBe('fits');
	});

	it('ends at 256 characters, far above what a phrase needs', () => {
		const phrase = Array.from({ length: 64 }, (_, i) => `w${i} `).join('');
		expect([phrase.slice(0, passwordLimits.most), phrase.repeat(2)].map(reason)).toEqual([
			'fits',
			'too-long'
		]);
		expect(reason('深'.repeat(1_000_000))).toBe('too-long');
	});

	it('is the same whichever keyboard composed it', () => {
		expect(passwordForm('cafe\u0301 am Deich im Regen')).toBe(
			passwordForm('café am Deich im Regen')
		);
	});

	it('with half of a surrogate pair is refused, for two of them would be one in storage', () => {
		expect(reason('\ud83d seven herons over')).toBe('password-form');
	});

	it('is nothing common, in any case, nor something common with decoration', () => {
		expect(['CorrectHorseBattery', 'Password1234', '!!dragonfly!!2024'].map(reason)).toEqual([
			'password-common',
			'password-common',
			'password-common'
		]);
	});

	it('is no walk, no repetition and no handful of characters', () => {
		expect(
			[
				'aaaaaaaaaaaa',
				'abababababab',
				'abc123abc123abc123',
				'123456789012',
				'qwertyuiop[]',
				'poiuytrewq][',
				'abcdefghijklm',
				'zyxwvutsrqponm',
				'1qaz2wsx3edc4rfv',
				'aabbaabbabab'
			].map(reason)
		).toEqual(Array(10).fill('password-trivial'));
	});

	it('is not made of the own address, the own name or the name of the site', () => {
		expect(
			[
				'wang.li@example.cn',
				'wang.li-2026!',
				'WangLi wang li1',
				'liantu-yuhang-1',
				'廉图余杭清廉玉琮玉琮廉图余杭'
			].map(reason)
		).toEqual(['password-own', 'password-own', 'fits', 'password-own', 'password-own']);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentOf } from './agent';
import { filled, wait } from './bucket';
import { emailOf } from './email';
import { codeTyped, mustEnrol, RECOVERY_LETTERS, spaced, stepOf, stepsTaken } from './factor';
import { isToken } from './link';
import { parseName } from './name';
import { alive, timeoutOf, timeouts } from './timeouts';
import { roles, staffRoles } from './who';
import type { Who } from './who';

const MINUTE = 60_000;

describe('an e-mail address', () => {
	it('tells people apart in one form', () => {
		expect([' Li@Example.CN ', 'ｌｉ@example.cn', 'li@example.cn'].map(emailOf)).toEqual([
			'li@example.cn',
			'li@example.cn',
			'li@example.cn'
		]);
	});

	it('is refused where it could be two, a header or none', () => {
		for (const typed of [
			'',
			'li',
			'li@',
			'@example.cn',
			'li@example',
			'a@b.cn,c@d.cn',
			'a@b.cn\r\nBcc: c@d.cn',
			'li @example.cn',
			'<li@example.cn>',
			'li@example..cn',
			'li@exa\u200bmple.cn',
			`${'x'.repeat(300)}@example.cn`,
			'x'.repeat(1_000_000)
		])
			expect([typed.slice(0, 20), emailOf(typed)]).toEqual([typed.slice(0, 20), null]);
	});
});

describe('a name', () => {
	it('is one line of at most sixty characters in any script', () => {
		expect(parseName('  王\u200b 小\n明 ')).toEqual({ ok: true, value: '王 小 明' });
		expect(parseName('名'.repeat(10_000)).ok).toBe(false);
		expect(parseName(' \u202e ').ok).toBe(false);
		expect(parseName('𠮷'.repeat(60)).ok).toBe(true);
	});
});

describe('timeouts', () => {
	it('name every role, and staff rest half an hour at most', () => {
		expect(Object.keys(timeouts).sort()).toEqual([...roles].sort());
		for (const role of staffRoles)
			expect(timeouts[role]).toEqual({ idle: 30 * MINUTE, whole: 720 * MINUTE });
	});

	it('are the strictest of all roles somebody has, in any order', () => {
		fc.assert(
			fc.property(fc.subarray([...roles]), (some) => {
				const grants = some.map((role) => ({ role }));
				const { idle, whole } = timeoutOf(grants);
				expect(idle).toBe(Math.min(timeouts.citizen.idle, ...some.map((r) => timeouts[r].idle)));
				expect(whole).toBe(Math.min(timeouts.citizen.whole, ...some.map((r) => timeouts[r].whole)));
				expect(timeoutOf([...grants].reverse())).toEqual({ idle, whole });
			})
		);
	});

	it('end a session at the millisecond, and an older, longer promise does not hold', () => {
		const session = { createdAt: 0, lastSeenAt: 0, expiresAt: 30 * MINUTE, endsAt: 720 * MINUTE };
		const editor = [{ role: 'editor' as const }];
		expect([30 * MINUTE - 1, 30 * MINUTE].map((now) => alive(session, editor, now))).toEqual([
			true,
			false
		]);
		const month = { ...session, expiresAt: 1e12, endsAt: 1e12 };
		expect([alive(month, [], 31 * MINUTE), alive(month, editor, 31 * MINUTE)]).toEqual([
			true,
			false
		]);
		const used = { ...month, lastSeenAt: 719 * MINUTE };
		expect([alive(used, editor, 720 * MINUTE - 1), alive(used, editor, 720 * MINUTE)]).toEqual([
			true,
			false
		]);
	});

	it('do not let a session live before it began', () => {
		const session = { createdAt: 1e12, lastSeenAt: 1e12, expiresAt: 2e12, endsAt: 2e12 };
		expect(alive(session, [], 1e12 - 2 * MINUTE)).toBe(false);
	});
});

describe('a budget of tries', () => {
	it('never gives more than its size at once and its rate over time, whatever the clock does', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 20 }),
				fc.integer({ min: 1000, max: 300_000 }),
				fc.array(fc.integer({ min: -100_000, max: 400_000 }), { maxLength: 300 }),
				(tries, every, gaps) => {
					let bucket;
					let now = 1e12;
					// Time counts from the first look at the budget, wherever the clock stood by then.
					const first = now + (gaps[0] ?? 0);
					let latest = first;
					let taken = 0;
					for (const gap of gaps) {
						now += gap;
						latest = Math.max(latest, now);
						const at = filled(bucket, { tries, every }, now);
						const may = wait(at, { tries, every }) === 0;
						if (may) taken++;
						bucket = may ? { ...at, left: at.left - 1 } : at;
					}
					expect(taken).toBeLessThanOrEqual(tries + (latest - first) / every + 1e-6);
				}
			)
		);
	});

	it('says how long until the next one', () => {
		const budget = { tries: 2, every: 1000 };
		const empty = { left: 0, at: 0 };
		expect(wait(filled(empty, budget, 400), budget)).toBe(600);
		expect(wait(filled(empty, budget, 1000), budget)).toBe(0);
	});
});

describe('codes of a second factor', () => {
	it('are taken of now and one step to each side, never of a used or an earlier one', () => {
		const now = 1_700_000_010_000;
		const step = stepOf(now);
		expect(stepsTaken(now, 0)).toEqual([step, step - 1, step + 1]);
		expect(stepsTaken(now, step - 1)).toEqual([step, step + 1]);
		expect(stepsTaken(now, step)).toEqual([step + 1]);
		expect(stepsTaken(now, step + 1)).toEqual([]);
	});

	it('are read as people type them', () => {
		expect(
			['123 456', '１２３４５６', 'K7F3-2q9x-b4rm', ' k7f32q9xb4rm', '12345', 'k7f3-2q9x', ''].map(
				codeTyped
			)
		).toEqual([
			{ kind: 'totp', code: '123456' },
			{ kind: 'totp', code: '123456' },
			{ kind: 'recovery', code: 'k7f32q9xb4rm' },
			{ kind: 'recovery', code: 'k7f32q9xb4rm' },
			null,
			null,
			null
		]);
		expect([spaced('k7f32q9xb4rm'), new Set(RECOVERY_LETTERS).size]).toEqual([
			'k7f3-2q9x-b4rm',
			31
		]);
	});

	it('are demanded of staff who did not show one, and of nobody else', () => {
		const who = (role: string, strong: boolean) =>
			({ grants: [{ role, scope: null }], strong }) as unknown as Who;
		expect(
			[who('editor', false), who('editor', true), who('juror', false), null].map(mustEnrol)
		).toEqual([true, false, false, false]);
	});
});

describe('what a browser sends', () => {
	it('is a token only if it looks like one', () => {
		expect(
			[
				'a'.repeat(40),
				'A'.repeat(40),
				'a'.repeat(39),
				'1'.repeat(40),
				`${'a'.repeat(40)}\n`,
				undefined
			].map(isToken)
		).toEqual([true, false, false, false, false, false]);
	});

	it('is kept as browser and system in a few words, and nothing that marks one device', () => {
		expect(
			[
				'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.56',
				'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.49',
				'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0 ArkWeb/4.1.6.1 Mobile',
				'curl/8.0',
				null
			].map(agentOf)
		).toEqual(['Edge · Windows', 'WeChat · iPhone', 'HarmonyOS Browser · HarmonyOS', null, null]);
	});
});

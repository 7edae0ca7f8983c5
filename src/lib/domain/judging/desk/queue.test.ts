import { describe, expect, it } from 'vitest';
import { phaseOf, whyNotWrite } from './allow';
import { aliasOf } from './alias';
import { around, filtered, inOrder, progressOf, stepOf } from './queue';
import type { Queued } from './queue';
import { othersSeen } from './sight';
import { readTies } from './ties';

const one = (code: string, over: Partial<Queued> = {}): Queued => ({
	code,
	kind: 'score',
	position: 1,
	state: 'open',
	begun: false,
	seconds: 60,
	share: 0,
	...over
});

describe('the queue', () => {
	it('begins with the common sample and goes on as it was drawn; a repeat is like any other', () => {
		const list = [
			one('C', { position: 3, kind: 'repeat' }),
			one('A', { position: 2 }),
			one('S', { position: 9, kind: 'sample' }),
			one('B', { position: 1 })
		];
		expect(inOrder(list).map(({ code }) => code)).toEqual(['S', 'B', 'A', 'C']);
	});

	it('shows what is to do, begun, done and locked', () => {
		const list = [
			one('A'),
			one('B', { begun: true }),
			one('C', { begun: true, state: 'scored' }),
			one('D', { begun: true, state: 'locked' })
		];
		expect(list.map(stepOf)).toEqual(['todo', 'begun', 'done', 'locked']);
		expect(filtered(list, 'done').map(({ code }) => code)).toEqual(['C']);
		expect(filtered(list, 'all')).toEqual(list);
	});

	it('counts what is left in films not yet watched of entries not yet scored', () => {
		const list = [
			one('A', { seconds: 100, share: 0.25 }),
			one('B', { state: 'scored', begun: true, share: 0 }),
			one('C', { state: 'locked', begun: true }),
			one('D', { seconds: null })
		];
		expect(progressOf(list)).toEqual({ all: 4, done: 2, locked: 1, secondsLeft: 75 });
	});

	it('leads to the next one without a whole sheet, round the end', () => {
		const list = [one('A'), one('B', { state: 'scored' }), one('C', { state: 'locked' })];
		expect(around(list, 'B')).toMatchObject({ before: list[0], after: list[2], todo: list[0] });
		expect(around(list, 'A').todo).toBeNull();
		expect(around(list, 'none')).toMatchObject({ before: null, after: null, todo: list[0] });
	});
});

describe('a round takes scores', () => {
	const round = { state: 'open' as const, opensAt: 10, closesAt: 20 };
	it('from its first moment to before its last', () => {
		expect([9, 10, 19, 20].map((now) => phaseOf(round, now))).toEqual([
			'before',
			'open',
			'open',
			'over'
		]);
		expect(phaseOf({ ...round, state: 'sealed' }, 15)).toBe('before');
		expect(phaseOf({ ...round, state: 'closed' }, 15)).toBe('over');
		expect(phaseOf({ state: 'open', opensAt: null, closesAt: null }, 15)).toBe('open');
	});

	it('on sheets that are held and not locked; what is gone is gone whatever the hour', () => {
		expect(whyNotWrite({ state: 'open' }, round, 15)).toBeNull();
		expect(whyNotWrite({ state: 'locked' }, round, 15)).toBe('locked');
		expect(whyNotWrite({ state: 'locked' }, round, 25)).toBe('closed');
		expect(whyNotWrite({ state: 'open' }, round, 5)).toBe('not-begun');
		for (const state of ['recused', 'moved', 'aside'] as const)
			for (const now of [5, 15, 25]) expect(whyNotWrite({ state }, round, now)).toBe('gone');
	});
});

describe('a repeated entry', () => {
	it('has a code like the others that is none of them, the same each time', () => {
		const taken = new Set(['493J']);
		const alias = aliasOf('493J', 'task-1', taken);
		expect(alias).toMatch(/^[2-9B-DF-HJKMNP-TV-Z]{4}$/);
		expect(alias).not.toBe('493J');
		expect(aliasOf('493J', 'task-1', taken)).toBe(alias);
		expect(aliasOf('493J', 'task-1', new Set([...taken, alias]))).not.toBe(alias);
	});

	it('is judged alone, and so is an objection', () => {
		for (const kind of ['repeat', 'objection'] as const)
			expect(othersSeen({ others: 'always', talk: true }, { kind, state: 'locked' })).toEqual({
				scores: false,
				comments: false,
				notes: false
			});
	});
});

describe('a declaration', () => {
	const sent = (fields: Record<string, string | string[]>) => ({
		get: (name: string) => [fields[name] ?? []].flat()[0] ?? null,
		all: (name: string) => [fields[name] ?? []].flat()
	});
	it('names units and persons line by line, each once, and towns there are', () => {
		const form = sent({
			unit: '某某中学\n 某某中学 \r\n\n某某公司',
			family: '李青；王五',
			town: ['liangzhu', 'nowhere']
		});
		expect(readTies(form, ['liangzhu'])).toEqual({
			ok: true,
			value: [
				{ kind: 'unit', value: '某某中学' },
				{ kind: 'unit', value: '某某公司' },
				{ kind: 'family', value: '李青' },
				{ kind: 'family', value: '王五' },
				{ kind: 'town', value: 'liangzhu' }
			]
		});
	});

	it('may say that there is nothing, but not say nothing', () => {
		expect(readTies(sent({ none: 'yes' }), [])).toEqual({ ok: true, value: [] });
		expect(readTies(sent({}), [])).toMatchObject({ ok: false, refusals: [{ reason: 'say-none' }] });
	});
});

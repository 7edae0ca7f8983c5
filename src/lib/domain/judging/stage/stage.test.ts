import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../result/figures';
import { resultOf } from '../result';
import { newRound } from '../round-new';
import { emptySheet } from '../sheet';
import { announcedOf, rankingOf, stillSo } from './announce';
import { askText, drawOrder, orderAsk, toEnd } from './order';
import { afterStep, nextOf, stageSteps, turnStates, turnTrouble, whyNotOnStage } from './turn';
import type { Turn } from './turn';
import { wallOf } from './view';
import type { WallTurn } from './view';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const seed = digest('a seed');
const numbers = (n: number) => Array.from({ length: n }, (_, at) => `YQ-${String(at + 1)}`);
const inOne = (list: readonly string[]) => list.map((number) => ({ number, group: 'all' }));

/** The draw once more, from what is published about it and nothing of ours. */
function again(of: string, group: string, list: readonly string[]): string[] {
	const order = [...list].sort();
	const words: number[] = [];
	let block = 0;
	const next = () => {
		if (!words.length) {
			const bytes = createHash('sha256').update(`${of}/stage order 1/${group}/${block++}`).digest();
			for (let at = 0; at < 32; at += 4) words.push(bytes.readUInt32BE(at));
		}
		return words.shift()!;
	};
	for (let at = order.length - 1; at > 0; at--) {
		const most = 2 ** 32 - (2 ** 32 % (at + 1));
		let value = next();
		while (value >= most) value = next();
		const other = value % (at + 1);
		[order[at], order[other]] = [order[other]!, order[at]!];
	}
	return order;
}

describe('an order of speaking', () => {
	it('has everybody once, and nobody else', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 40 }), (list) => {
				const drawn = drawOrder(orderAsk(seed, inOne(list), [])).map(({ number }) => number);
				expect([...drawn].sort()).toEqual([...list].sort());
			})
		);
	});

	it('is the same from the same seed, in whatever order the field was read, and another from another', () => {
		const list = numbers(30);
		const one = drawOrder(orderAsk(seed, inOne(list), []));
		expect(drawOrder(orderAsk(seed, inOne([...list].reverse()), []))).toEqual(one);
		expect(askText(orderAsk(seed, inOne([...list].reverse()), []))).toBe(
			askText(orderAsk(seed, inOne(list), []))
		);
		expect(drawOrder(orderAsk(digest('another'), inOne(list), []))).not.toEqual(one);
	});

	it('can be drawn again by whoever reads how it is done', () => {
		for (const n of [1, 2, 3, 12, 40])
			expect(drawOrder(orderAsk(seed, inOne(numbers(n)), [])).map(({ number }) => number)).toEqual(
				again(seed, 'all', numbers(n))
			);
	});

	it('takes one group after the other as they are named, each drawn by itself', () => {
		const field = numbers(12).map((number, at) => ({ number, group: at % 2 ? 'youth' : 'adult' }));
		const drawn = drawOrder(orderAsk(seed, field, ['youth', 'empty', 'adult']));
		expect(drawn.map(({ group }) => group)).toEqual([
			...Array<string>(6).fill('youth'),
			...Array<string>(6).fill('adult')
		]);
		const youth = field.filter(({ group }) => group === 'youth');
		expect(drawn.slice(0, 6)).toEqual(drawOrder(orderAsk(seed, youth, ['youth'])));
	});
});

describe('whoever is late', () => {
	it('goes to the end of their group, and all others keep their order', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 20 }),
				fc.nat(),
				(groups, pick) => {
					const line = [...groups].sort().map((group, at) => ({ id: String(at), group }));
					const id = line[pick % line.length]!.id;
					const moved = toEnd(line, id);
					const own = line.filter(({ group }) => group === line[Number(id)]!.group);
					if (!moved) {
						expect(own.at(-1)!.id).toBe(id);
						return;
					}
					const others = (list: typeof line) => list.filter((one) => one.id !== id);
					expect(others(moved)).toEqual(others(line));
					expect(moved.map(({ group }) => group)).toEqual(line.map(({ group }) => group));
					expect(moved.findLast(({ group }) => group === own[0]!.group)!.id).toBe(id);
				}
			)
		);
	});

	it('is not moved where there is nobody of that name', () => {
		expect(toEnd([{ id: 'a', group: '' }], 'b')).toBe(null);
	});
});

describe('a turn on stage', () => {
	const turn = (state: Turn['state'], over: Partial<Turn> = {}): Turn => ({
		id: 'one',
		state,
		startedAt: null,
		stoppedAt: null,
		...over
	});

	it('goes from call to reveal in this order alone', () => {
		let state: Turn['state'] = 'waiting';
		for (const step of ['call', 'open', 'close', 'reveal'] as const) {
			const now = turn(state);
			const free = stageSteps.filter((one) => turnTrouble(one, now, now) === null);
			expect(free).toContain(step);
			state = afterStep(step, state);
		}
		expect(state).toBe('revealed');
		const free = stageSteps.filter((one) => turnTrouble(one, turn(state), turn(state)) === null);
		expect(free).toEqual(['unreveal']);
	});

	it('lets nobody come on stage while somebody is scored or waits for the mark', () => {
		const other = { ...turn('waiting'), id: 'two' };
		const call = (state: Turn['state']) => turnTrouble('call', other, turn(state));
		expect(turnStates.map((state) => call(state))).toEqual([
			null,
			null,
			'scoring',
			'unrevealed',
			null,
			null
		]);
		expect(turnTrouble('unreveal', { ...other, state: 'revealed' }, turn('open'))).toBe('scoring');
	});

	it('is opened, closed and shown for whoever is on stage and nobody else', () => {
		for (const step of ['open', 'close', 'reveal', 'start', 'stop', 'reopen'] as const)
			for (const state of turnStates) {
				const other = { ...turn(state), id: 'two' };
				expect([step, state, turnTrouble(step, other, turn('called'))]).toEqual([
					step,
					state,
					'not-current'
				]);
			}
		expect(turnTrouble('open', null, null)).toBe('gone');
	});

	it('has one clock, which runs or stands', () => {
		const running = turn('called', { startedAt: 5 });
		const stood = turn('called', { startedAt: 5, stoppedAt: 9 });
		expect(turnTrouble('start', running, running)).toBe('not-now');
		expect(turnTrouble('stop', running, running)).toBe(null);
		expect(turnTrouble('stop', stood, stood)).toBe('not-now');
		expect(turnTrouble('start', stood, stood)).toBe(null);
	});

	it('takes marks while it is open, and says why not otherwise', () => {
		expect(turnStates.map((state) => whyNotOnStage(state))).toEqual([
			'stage-waits',
			'stage-waits',
			null,
			'stage-shut',
			'stage-shut',
			'stage-waits'
		]);
		expect(whyNotOnStage(null)).toBe('stage-waits');
	});

	it('is followed by the first who waits', () => {
		expect(nextOf([turn('revealed'), turn('absent'), { ...turn('waiting'), id: 'x' }])?.id).toBe(
			'x'
		);
		expect(nextOf([turn('revealed')])).toBe(null);
	});
});

const plan = newRound(
	{ zh: '决赛' },
	{ method: 'stage', aggregate: 'trimmed', trimming: { high: 1, low: 1, from: 5 }, ties: [] }
);
const sheets = (code: string, marks: readonly number[]) =>
	marks.map((mark, at) => ({
		code,
		juror: `评委 0${at + 1}`,
		sheet: {
			...emptySheet,
			marks: Object.fromEntries(plan.criteria.map(({ id }) => [id, mark * 100]))
		}
	}));
const scores = (all: Record<string, readonly number[]>) => ({
	plan,
	seed,
	entries: Object.keys(all).map((code) => ({ code, group: 'all' })),
	sheets: Object.entries(all).flatMap(([code, marks]) => sheets(code, marks))
});

describe('an announced mark', () => {
	it('is the figure of the result, to the last digit, whatever was scored', () => {
		const marks = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 });
		fc.assert(
			fc.property(marks, (given) => {
				const all = scores({ ABCD: given, EFGH: [50] });
				const found = resultOf(all, digest).entries.find(({ code }) => code === 'ABCD')!;
				const said = announcedOf(found)!;
				expect(said.units).toBe(found.units);
				const { figure } = figuresOf(all).figured.find(({ code }) => code === 'ABCD')!;
				expect(Math.floor((2 * figure!.n + figure!.d) / (2 * figure!.d))).toBe(said.units);
				expect(said.scores.filter(({ out }) => out).length).toBe(given.length >= 5 ? 2 : 0);
				expect(said.untrimmed).toBe(given.length < 5);
			})
		);
	});

	it('leaves out one highest and one lowest of seven', () => {
		const [found] = resultOf(scores({ ABCD: [90, 88, 91, 70, 99, 92, 89] }), digest).entries;
		const said = announcedOf(found)!;
		expect(said.units).toBe(900_000);
		expect(said.scores.map(({ units, out }) => [units, out])).toEqual([
			[990_000, 'high'],
			[920_000, null],
			[910_000, null],
			[900_000, null],
			[890_000, null],
			[880_000, null],
			[700_000, 'low']
		]);
	});

	it('is none where nobody scored, and is known to be old once a score differs', () => {
		expect(announcedOf(resultOf(scores({ ABCD: [] }), digest).entries[0])).toBe(null);
		const [one] = resultOf(scores({ ABCD: [80, 90] }), digest).entries;
		const [other] = resultOf(scores({ ABCD: [81, 89] }), digest).entries;
		expect(one!.units).toBe(other!.units);
		expect([stillSo(announcedOf(one)!, one), stillSo(announcedOf(one)!, other)]).toEqual([
			true,
			false
		]);
	});

	it('is ranked among those the hall knows, equal ones at one place', () => {
		const all = { AAAA: [70], BBBB: [90], CCCC: [80], DDDD: [80], EEEE: [60] };
		const { entries } = resultOf(scores(all), digest);
		const known = ['AAAA', 'CCCC', 'DDDD', 'EEEE'];
		const shown = new Map(
			entries
				.filter(({ code }) => known.includes(code))
				.map((one) => [one.code, announcedOf(one)!] as const)
		);
		expect(rankingOf(entries, shown, 'all').map(({ code, place }) => [code, place])).toEqual([
			['CCCC', 1],
			['DDDD', 1],
			['AAAA', 3],
			['EEEE', 4]
		]);
		expect(rankingOf(entries, shown, 'other')).toEqual([]);
	});
});

describe('a big screen', () => {
	const [found] = resultOf(scores({ ABCD: [90, 88, 91, 70, 99] }), digest).entries;
	const current = (state: WallTurn['state']): WallTurn => ({
		...{ number: 'YQ-1', title: '清风', names: '选手甲', unit: null, place: 3, state },
		...{ startedAt: 1000, stoppedAt: null },
		announced: state === 'closed' || state === 'revealed' ? announcedOf(found) : null
	});
	const wall = (state: WallTurn['state'], screen: 'speaker' | 'poster' | 'order' = 'speaker') =>
		wallOf({
			...{ screen, current: current(state), order: [], seconds: 300 },
			ranking: [{ place: 1, number: 'YQ-9', names: null, points: '77' }],
			nameOf: (juror) => juror
		});

	it('gets the same bytes before and after scores came in, until the mark is revealed', () => {
		const bytes = JSON.stringify(wall('closed'));
		expect(bytes).not.toMatch(/89|90|评委|77/);
		const without = wallOf({
			...{ screen: 'speaker' as const, order: [], seconds: 300, ranking: [] },
			current: { ...current('closed'), announced: null },
			nameOf: (juror) => juror
		});
		expect(bytes).toBe(JSON.stringify(without));
		expect(wall('revealed').speaker!.mark!.points).toBe('89.6667');
	});

	it('shows scores by label, not by height, with those left out marked', () => {
		expect(wall('revealed').speaker!.mark!.scores).toEqual([
			{ juror: '评委 01', points: '90', out: null },
			{ juror: '评委 02', points: '88', out: null },
			{ juror: '评委 03', points: '91', out: null },
			{ juror: '评委 04', points: '70', out: 'low' },
			{ juror: '评委 05', points: '99', out: 'high' }
		]);
	});

	it('has nothing of what it is not turned to', () => {
		expect(wall('revealed', 'poster')).toEqual({
			...{ screen: 'poster', speaker: null, order: null, ranking: null, done: 0, all: 0 }
		});
		expect(wall('revealed', 'order').ranking).toBe(null);
		expect(wall('waiting').screen).toBe('poster');
	});
});

// Long because every law asks the same few draws: how even, how joined, how repeatable they are.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign, askText, contrastVariance, Stream } from '.';
import type { Ask, Assigned, AskedJuror, Pairing } from '.';

const name = (letter: string, n: number) => letter + String(n).padStart(4, '0');
const entriesOf = (count: number, categories = 1) =>
	Array.from({ length: count }, (_, n) => ({ id: name('E', n), category: `c${n % categories}` }));
const jurorsOf = (count: number, more: (n: number) => Partial<AskedJuror> = () => ({})) =>
	Array.from({ length: count }, (_, n) => ({
		...{ id: name('J', n), categories: null, capacity: null },
		...more(n)
	}));
const ask = (entries: number, jurors: number, per: number, more: Partial<Ask> = {}): Ask => ({
	...{ entries: entriesOf(entries), jurors: jurorsOf(jurors), per, forbidden: [], seed: 'seed' },
	...more
});
const drawn = (of: Ask): Assigned => {
	const result = assign(of);
	if (!result.ok) throw new Error(JSON.stringify(result.refusals));
	return result.value;
};
const refused = (of: Ask) => {
	const result = assign(of);
	return result.ok ? null : result.refusals[0];
};
const keys = (list: readonly Pairing[]) => list.map(({ entry, juror }) => `${entry} ${juror}`);
const counts = (list: readonly string[]) =>
	list.reduce((all, one) => all.set(one, (all.get(one) ?? 0) + 1), new Map<string, number>());

test('2,500 films go to 40 jurors three times each, evenly, and every two share some', () => {
	const { tasks, report } = drawn(ask(2500, 40, 3));
	expect(new Set(keys(tasks)).size).toBe(7500);
	expect(new Set(counts(tasks.map(({ entry }) => entry)).values())).toEqual(new Set([3]));
	expect([report.least, report.most, report.even]).toEqual([187, 188, true]);
	expect(report.groups.length).toBe(1);
	expect([report.pairs.possible, report.pairs.met]).toEqual([780, 780]);
});

test('two hundred planted conflicts are never assigned', () => {
	const chance = new Stream('planted', 'test');
	const forbidden = Array.from({ length: 200 }, () => ({
		entry: name('E', chance.below(2500)),
		juror: name('J', chance.below(40))
	}));
	const { tasks, report } = drawn(ask(2500, 40, 3, { forbidden }));
	const made = new Set(keys(tasks));
	expect(keys(forbidden).filter((key) => made.has(key))).toEqual([]);
	expect(report.most - report.least).toBeLessThanOrEqual(1);
	expect(report.groups.length).toBe(1);
});

test('the same seed draws the same, in whatever order things are named; another one does not', () => {
	const one = ask(120, 9, 3, { forbidden: [{ entry: 'E0001', juror: 'J0002' }] });
	const turned = {
		...one,
		entries: [...one.entries].reverse(),
		jurors: [...one.jurors].reverse()
	};
	expect(drawn(turned).tasks).toEqual(drawn(one).tasks);
	expect(askText(turned)).toBe(askText(one));
	expect(drawn({ ...one, seed: 'other' }).tasks).not.toEqual(drawn(one).tasks);
});

test('jurors can be compared as exactly as after dealing evenly by chance, or better', () => {
	const [entries, jurors, per] = [300, 10, 3];
	const seats = new Map(jurorsOf(jurors).map(({ id }, at) => [id, at]));
	const varianceOf = (tasks: readonly Pairing[]) => {
		const blocks = new Map<string, number[]>();
		for (const { entry, juror } of tasks)
			blocks.set(entry, [...(blocks.get(entry) ?? []), seats.get(juror)!]);
		return contrastVariance([...blocks.values()], jurors)!;
	};
	const seeds = Array.from({ length: 20 }, (_, n) => `seed ${n}`);
	const ours = seeds.map((seed) => varianceOf(drawn(ask(entries, jurors, per, { seed })).tasks));
	const random = seeds.map((seed) => {
		// A deck of all jurors, shuffled again and again; an entry takes the next ones it lacks.
		const chance = new Stream(seed, 'deck');
		let deck: number[] = [];
		const blocks = Array.from({ length: entries }, () => {
			const block: number[] = [];
			while (block.length < per) {
				if (!deck.some((j) => !block.includes(j)))
					deck = [...deck, ...chance.shuffled([...seats.values()])];
				block.push(
					...deck.splice(
						deck.findIndex((j) => !block.includes(j)),
						1
					)
				);
			}
			return block;
		});
		return contrastVariance(blocks, jurors)!;
	});
	const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
	expect(mean(ours)).toBeLessThanOrEqual(1.05 * mean(random));
	expect(drawn(ask(entries, jurors, per)).report.contrast! / ((2 * 9) / 600)).toBeLessThan(1.01);
});

test('a plan in which every two meet equally often is found where there is one', () => {
	for (const [entries, jurors, pairs] of [
		[7, 7, 21],
		[12, 9, 36]
	] as const) {
		const { report } = drawn(ask(entries, jurors, 3));
		expect(report.pairs).toEqual({ possible: pairs, met: pairs, fewest: 1 });
		expect(report.contrast).toBeCloseTo(report.ideal!, 12);
	}
});

test('with just enough entries to join all jurors, they are joined', () => {
	const { report } = drawn(ask(8, 9, 2));
	expect([report.groups.length, report.least, report.most]).toEqual([1, 1, 2]);
});

test('groups of different knowledge are joined by whoever knows both, and it is said who has less', () => {
	const { report, tasks } = drawn(
		ask(200, 6, 2, {
			entries: entriesOf(200, 2),
			jurors: jurorsOf(6, (n) => ({
				categories: n < 3 ? ['c0'] : n < 5 ? ['c1'] : null,
				capacity: n === 4 ? 20 : null
			}))
		})
	);
	expect(report.groups.length).toBe(1);
	expect(tasks.length).toBe(400);
	expect(report.jurors.map(({ less }) => less)).toEqual([
		...['possible', 'possible', 'possible', null, 'capacity', null]
	]);
	expect(report.even).toBe(false);
});

test('what cannot be drawn is refused with the numbers', () => {
	expect(refused(ask(0, 3, 2))).toEqual({ field: '', reason: 'no-entries' });
	expect(refused(ask(5, 0, 2))).toEqual({ field: '', reason: 'no-jurors' });
	expect(refused(ask(5, 3, 2.5))?.reason).toBe('per-wrong');
	expect(refused(ask(5, 2, 3))).toEqual({
		...{ field: '', reason: 'per-above-jurors', detail: { per: 3, jurors: 2 } }
	});
	expect(refused(ask(5, 3, 1))?.reason).toBe('one-score-joins-nobody');
	expect(refused(ask(3, 9, 2))?.reason).toBe('too-few-to-join');
	expect(
		refused(ask(5, 3, 3, { forbidden: [{ entry: 'E0002', juror: 'J0000' }] }))?.detail
	).toEqual({ per: 3, missing: 1, count: 1, possible: 2, entries: 'E0002' });
	expect(refused(ask(10, 3, 2, { jurors: jurorsOf(3, () => ({ capacity: 5 })) }))).toMatchObject({
		reason: 'jurors-without-room',
		detail: { missing: 5 }
	});
	const apart = ask(40, 4, 2, {
		entries: entriesOf(40, 2),
		jurors: jurorsOf(4, (n) => ({ categories: [`c${n % 2}`] }))
	});
	expect(refused(apart)).toEqual({
		field: '',
		reason: 'jurors-apart',
		detail: { groups: 2, smallest: 2, jurors: 'J0000、J0002' }
	});
	expect(drawn({ ...apart, islands: true }).report.groups.length).toBe(2);
});

test('where a round must go on, what can be made is made and the rest is named', () => {
	const forbidden = [0, 1].map((n) => ({ entry: 'E0002', juror: name('J', n) }));
	const { tasks, report } = drawn(ask(5, 3, 2, { forbidden, lenient: true }));
	expect(tasks.length).toBe(9);
	expect(report.short).toEqual([{ entry: 'E0002', missing: 1 }]);
	expect(drawn(ask(5, 0, 2, { lenient: true })).report.short.length).toBe(5);
});

test('one juror may judge everything once', () => {
	const { report } = drawn(ask(12, 1, 1));
	expect([report.tasks, report.groups.length, report.contrast]).toEqual([12, 1, null]);
});

test('two of 21 jurors leave at nine tenths: nothing finished is lost, the rest is shared evenly', () => {
	const first = drawn(ask(350, 21, 3));
	const chance = new Stream('progress', 'test');
	const done = chance.shuffled(first.tasks).slice(0, Math.round(first.tasks.length * 0.9));
	const finished = new Set(keys(done));
	const gone = new Set(['J0003', 'J0017']);
	const kept = first.tasks.filter(
		(task) => !finished.has(keys([task])[0]!) && !gone.has(task.juror)
	);
	const again = drawn(
		ask(350, 21, 3, {
			jurors: jurorsOf(21, (n) => (gone.has(name('J', n)) ? { capacity: 0 } : {})),
			fixed: done,
			kept
		})
	);
	const now = new Set(keys(again.tasks));
	expect(keys(done).filter((key) => !now.has(key))).toEqual([]);
	expect(new Set(counts(again.tasks.map(({ entry }) => entry)).values())).toEqual(new Set([3]));
	expect(again.made.filter(({ juror }) => gone.has(juror))).toEqual([]);
	expect([again.report.even, again.report.most - again.report.least <= 1]).toEqual([true, true]);
	expect(again.report.groups.length).toBe(1);
});

test('whoever joins gets as much as the others have, and only open things move', () => {
	const first = drawn(ask(100, 5, 3));
	const mixed = new Stream('progress', 'test').shuffled(first.tasks);
	const [done, open] = [mixed.slice(0, 100), mixed.slice(100)];
	const again = drawn(ask(100, 6, 3, { fixed: done, kept: open }));
	expect([again.report.least, again.report.most]).toEqual([50, 50]);
	expect(again.made.length).toBe(again.dropped.length);
	expect(again.made.filter(({ juror }) => juror === 'J0005').length).toBe(50);
	const now = new Set(keys(again.tasks));
	expect(keys(done).filter((key) => !now.has(key))).toEqual([]);
});

/** The least possible sum of squared loads, by trying everything. */
function leastSquares(jurors: number, per: number, may: readonly number[][]): number {
	let best = Infinity;
	const load = new Array<number>(jurors).fill(0);
	const place = (e: number, from: number, left: number): void => {
		if (e === may.length) {
			best = Math.min(
				best,
				load.reduce((sum, one) => sum + one * one, 0)
			);
			return;
		}
		if (left === 0) return place(e + 1, 0, per);
		for (let at = from; at < may[e]!.length; at++) {
			load[may[e]![at]!]!++;
			place(e, at + 1, left - 1);
			load[may[e]![at]!]!--;
		}
	};
	place(0, 0, per);
	return best;
}

test('loads are as equal as conflicts allow: no other draw is more even', () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), {
				minLength: 1,
				maxLength: 6
			}),
			fc.integer({ min: 1, max: 2 }),
			fc.string(),
			(conflicts, per, seed) => {
				const forbidden = conflicts.flatMap((row, e) =>
					row.flatMap((is, j) => (is ? [{ entry: name('E', e), juror: name('J', j) }] : []))
				);
				const may = conflicts.map((row) => row.flatMap((is, j) => (is ? [] : [j])));
				const result = assign(ask(conflicts.length, 5, per, { forbidden, seed, islands: true }));
				const best = leastSquares(5, per, may);
				if (!result.ok) {
					expect(best).toBe(Infinity);
					return;
				}
				const made = new Set(keys(result.value.tasks));
				expect(keys(forbidden).some((key) => made.has(key))).toBe(false);
				const squares = result.value.report.jurors.map(({ load }) => load * load);
				expect(squares.reduce((sum, one) => sum + one, 0)).toBe(best);
			}
		),
		{ numRuns: 300 }
	);
});

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sampleOf, served, Stream } from '.';

const tasks = (juror: string, count: number) =>
	Array.from({ length: count }, (_, n) => ({ entry: `E${String(n).padStart(3, '0')}`, juror }));

test('chance is SHA-256 of seed, label and block, eight numbers a block', () => {
	const block = (n: number) => createHash('sha256').update(`seed/label/${n}`).digest();
	const chance = new Stream('seed', 'label');
	const numbers = Array.from({ length: 9 }, () => chance.next());
	expect(numbers.slice(0, 8)).toEqual(
		Array.from({ length: 8 }, (_, at) => block(0).readUInt32BE(at * 4))
	);
	expect(numbers[8]).toBe(block(1).readUInt32BE(0));
});

test('every number below a bound comes about equally often', () => {
	const chance = new Stream('even', 'test');
	const seen = [0, 0, 0, 0, 0, 0, 0];
	for (let n = 0; n < 7000; n++) seen[chance.below(7)]!++;
	expect(seen.every((count) => count > 880 && count < 1120)).toBe(true);
});

test('the sample is the same six for all, from every category, and nobody’s conflict', () => {
	const entries = tasks('', 40).map(({ entry }, n) => ({ id: entry, category: `c${n % 3}` }));
	const forbidden = entries.slice(0, 20).map(({ id }) => ({ entry: id, juror: 'J1' }));
	const sample = sampleOf(entries, forbidden, 'seed');
	expect(new Set(sample).size).toBe(6);
	expect(sample.filter((id) => forbidden.some(({ entry }) => entry === id))).toEqual([]);
	const categories = sample.map((id) => entries.find((one) => one.id === id)!.category);
	expect(['c0', 'c1', 'c2'].map((c) => categories.filter((one) => one === c).length)).toEqual([
		...[2, 2, 2]
	]);
	expect(sampleOf(entries.slice(0, 22), forbidden, 'seed').length).toBe(2);
	const list = served([...tasks('J1', 9), ...tasks('J2', 9)], { seed: 'seed', sample });
	for (const juror of ['J1', 'J2'])
		expect(
			list.filter((one) => one.juror === juror && one.kind === 'sample').map(({ entry }) => entry)
		).toEqual(sample);
});

test('jurors get things in orders of their own, numbered without a gap', () => {
	const list = served([...tasks('J1', 30), ...tasks('J2', 30)], { seed: 'seed', repeats: 0 });
	const of = (juror: string) => list.filter((one) => one.juror === juror);
	expect(of('J1').map(({ position }) => position)).toEqual(tasks('', 30).map((_, n) => n + 1));
	expect(of('J1').map(({ entry }) => entry)).not.toEqual(of('J2').map(({ entry }) => entry));
});

test('two or three in a hundred come again, unseen, and never soon after', () => {
	const list = served(tasks('J1', 188), { seed: 'seed' });
	const again = list.filter(({ kind }) => kind === 'repeat');
	expect(again.length).toBe(5);
	expect(list.map(({ position }) => position)).toEqual(list.map((_, at) => at + 1));
	for (const { entry, position } of again) {
		const first = list.find((one) => one.entry === entry)!;
		expect(first.kind).toBe('score');
		expect(position - first.position).toBeGreaterThanOrEqual(57);
	}
	expect(served(tasks('J1', 19), { seed: 'seed' }).length).toBe(19);
});

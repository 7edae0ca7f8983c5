import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askText, drawOrder, orderAsk, toEnd } from './order';

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

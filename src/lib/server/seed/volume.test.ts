import { describe, expect, it } from 'vitest';
import { categories, kinds, levels } from '../../domain/place';
import { placeShape } from '../../domain/place-shape';
import { readCommand } from './command';
import { elsewhere } from './elsewhere';
import { places } from './places';
import { towns } from './towns';
import { synthesize } from './volume';

const some = [...synthesize(3000, 1)];

describe('synthetic places', () => {
	it('depend on the seed number and on nothing else', () => {
		expect([...synthesize(50, 9)]).toEqual([...synthesize(50, 9)]);
		expect([...synthesize(50, 9)]).not.toEqual([...synthesize(50, 10)]);
	});

	it('only grow with the volume', () => {
		expect([...synthesize(40, 1)]).toEqual(some.slice(0, 40));
	});

	it('fit the shape of a place', () => {
		for (const { place } of some.slice(0, 500))
			expect(placeShape.safeParse(place).error?.issues ?? []).toEqual([]);
	});

	it('say that they are synthetic in slug, name, text and tags', () => {
		for (const { place } of some) {
			expect(place.slug).toMatch(/^synthetic-\d{6}$/);
			expect(place.name.zh.startsWith('合成')).toBe(true);
			expect(place.summary?.zh).toContain('合成数据');
			expect(place.tags).toContain('合成');
		}
	});

	it('never take a slug of the seed data', () => {
		const slugs = new Set(some.map(({ place }) => place.slug));
		expect([...places, ...elsewhere].filter(({ slug }) => slugs.has(slug))).toEqual([]);
	});

	it('cover every kind, category, level and own town', () => {
		const seen = (list: (string | null | undefined)[]) => [...new Set(list.filter(Boolean))].sort();
		expect(seen(some.map(({ place }) => place.kind))).toEqual([...kinds].sort());
		expect(seen(some.map(({ place }) => place.category))).toEqual([...categories].sort());
		expect(seen(some.map(({ place }) => place.level))).toEqual([...levels].sort());
		expect(seen(some.map(({ place }) => place.town))).toEqual(
			towns.flatMap(({ own, slug }) => (own ? [slug] : [])).sort()
		);
	});

	it('include some without position, without English and with hours', () => {
		expect(some.some(({ place }) => place.precision === 'unknown' && place.lon === undefined)).toBe(
			true
		);
		expect(some.some(({ place }) => place.precision === 'exact')).toBe(true);
		expect(some.some(({ place }) => !place.name.en)).toBe(true);
		expect(some.some(({ week }) => week.length > 0)).toBe(true);
	});

	it('lie in and around the district', () => {
		for (const { place } of some)
			if (place.lon != null && place.lat != null)
				expect(
					place.lon > 119.5 && place.lon < 120.3 && place.lat > 30.1 && place.lat < 30.65
				).toBe(true);
	});
});

describe('npm run seed', () => {
	it('plants without arguments, and replaces or removes synthetic places when asked', () => {
		expect(readCommand([])).toEqual({ do: 'plant' });
		expect(readCommand(['--volume', '100000'])).toEqual({
			do: 'volume',
			volume: 100_000,
			entries: null,
			events: null,
			jurors: null,
			seed: 1
		});
		expect(readCommand(['--volume=12', '--entries', '2500', '--seed', '7'])).toEqual({
			do: 'volume',
			volume: 12,
			entries: 2500,
			events: null,
			jurors: null,
			seed: 7
		});
		expect(readCommand(['--clear'])).toEqual({ do: 'clear' });
		expect(readCommand(['--hall'])).toEqual({ do: 'hall' });
		for (const more of ['--clear', '--volume=3', '--seed=3'])
			expect([more, readCommand(['--hall', more]).do]).toEqual([more, 'refuse']);
	});

	it('takes jurors with entries, and refuses them alone', () => {
		expect(readCommand(['--entries', '10', '--jurors', '4'])).toEqual({
			...{ do: 'volume', volume: null, entries: 10, events: null, jurors: 4, seed: 1 }
		});
		for (const [argv, sentence] of [
			[['--volume', '10', '--jurors', '40'], '--jurors needs --entries: it says who judges them.'],
			[
				['--entries', '10', '--jurors', '2'],
				'--jurors must be a whole number from 3 to 400, not “2”.'
			]
		] as const) {
			const said = readCommand([...argv]);
			expect(said.do === 'refuse' && said.sentence.split('\n')[0]).toBe(sentence);
		}
	});

	it.each(['0', '-1', '1e9', '1000000', '12.5', 'many', '', ' 5'])(
		'refuses a volume of “%s”',
		(volume) => {
			expect(readCommand([`--volume=${volume}`]).do).toBe('refuse');
			expect(readCommand([`--entries=${volume}`]).do).toBe('refuse');
			expect(readCommand([`--events=${volume}`]).do).toBe('refuse');
		}
	);

	it.each([['--seed', '4'], ['--clear', '--volume', '5'], ['--unknown'], ['stray']])(
		'refuses %s %s',
		(...argv) => {
			expect(readCommand(argv.filter((one) => one !== undefined)).do).toBe('refuse');
		}
	);
});

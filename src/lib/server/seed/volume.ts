import type { Category, Kind, Level, PlaceInput } from '../../domain/place';
import { categories, levels } from '../../domain/place';
import type { Opening } from '../../domain/hours';
import { towns } from './towns';

/** A made-up place for benchmarks; nothing in it stands for anything real. */
export interface SyntheticPlace {
	id: string;
	place: PlaceInput;
	week: Opening[];
}

export type Chance = () => number;

/**
 * Numbers in [0, 1) that depend on `seed` alone (mulberry32, Tommy Ettinger 2017, public domain).
 */
export function chanceOf(seed: number): Chance {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export const pick = <T>(chance: Chance, list: readonly T[]): T =>
	list[Math.floor(chance() * list.length)]!;

/** Standard normal by the Box–Muller transform. */
const normal = (chance: Chance) =>
	Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

const own = towns.filter((town) => town.label !== null);

interface Clump {
	town: string;
	lon: number;
	lat: number;
	/** Standard deviation in degrees of latitude. */
	spread: number;
}

/** Six clumps around the lettering of every town, some tight like a street, some wide like a valley. */
function clumpsOf(seed: number): Clump[] {
	const chance = chanceOf(seed ^ 0x5eed);
	return own.flatMap(({ slug, label }) =>
		Array.from({ length: 6 }, () => ({
			town: slug,
			lon: label![0] + normal(chance) * 0.022,
			lat: label![1] + normal(chance) * 0.018,
			spread: 0.0015 + chance() * 0.009
		}))
	);
}

const kindNames: Record<Kind, { zh: string; en: string; weight: number }> = {
	site: { zh: '阵地', en: 'site', weight: 0.3 },
	unit: { zh: '单元', en: 'unit', weight: 0.45 },
	venue: { zh: '场馆', en: 'venue', weight: 0.1 },
	service: { zh: '服务点', en: 'service point', weight: 0.15 }
};

function kindOf(chance: Chance): Kind {
	let left = chance();
	for (const [kind, { weight }] of Object.entries(kindNames))
		if ((left -= weight) < 0) return kind as Kind;
	return 'service';
}

const tags = ['合成', '压测', '甲组', '乙组', '丙组'];

const weeks: readonly Opening[][] = [
	[2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: 540, closes: 1020 })),
	[1, 2, 3, 4, 5].flatMap((weekday) => [
		{ weekday, opens: 510, closes: 720 },
		{ weekday, opens: 840, closes: 1050 }
	]),
	[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: 0, closes: 1440 }))
];

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/**
 * The synthetic place with the given number; the same for the same seed whatever the volume, so a
 * larger volume only adds to a smaller one. Positions are WGS-84 degrees.
 * @param number from 1
 */
function synthetic(number: number, seed: number, clumps: readonly Clump[]): SyntheticPlace {
	const chance = chanceOf(Math.imul(number, 0x9e3779b1) ^ seed);
	const clump = pick(chance, clumps);
	const kind = kindOf(chance);
	const digits = String(number).padStart(6, '0');
	const name = kindNames[kind];
	const english = chance() < 0.7;
	const category: Category | undefined = kind === 'unit' ? pick(chance, categories) : undefined;
	const level: Level | undefined = chance() < 0.8 ? pick(chance, levels) : undefined;
	const lost = chance() < 0.05;
	const lon = rounded(clump.lon + normal(chance) * clump.spread * 1.15);
	const lat = rounded(clump.lat + normal(chance) * clump.spread);
	return {
		id: `syn${String(number).padStart(17, '0')}`,
		week: chance() < 0.25 ? pick(chance, weeks) : [],
		place: {
			slug: `synthetic-${digits}`,
			kind,
			category,
			name: {
				zh: `合成${name.zh} ${digits}`,
				en: english ? `Synthetic ${name.en} ${digits}` : null
			},
			summary: {
				zh: '合成数据，不对应真实地点。',
				en: english ? 'Synthetic data; no real place.' : null
			},
			town: clump.town,
			level,
			tags: ['合成', ...(chance() < 0.5 ? [pick(chance, tags.slice(1))] : [])],
			...(lost
				? { precision: 'unknown' }
				: { lon, lat, precision: 'exact', accuracy: 10, positionVerified: chance() < 0.5 })
		}
	};
}

/**
 * `count` synthetic places around the towns of Yuhang, deterministic for a seed number.
 * @param count 0 … 999,999
 */
export function* synthesize(count: number, seed = 1): Generator<SyntheticPlace> {
	const clumps = clumpsOf(seed);
	for (let number = 1; number <= count; number++) yield synthetic(number, seed, clumps);
}

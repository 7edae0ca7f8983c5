import { describe, expect, it } from 'vitest';
import { slugPattern } from '../../domain/place';
import { placeShape } from '../../domain/place-shape';
import { trailShape } from '../../domain/trail-shape';
import { articles, notes } from './articles';
import { elsewhere } from './elsewhere';
import { events } from './events';
import { figures } from './figures';
import { places } from './places';
import { bases, settings } from './site';
import { sources } from './sources';
import { towns } from './towns';
import { corridors, trails } from './trails';

const everyPlace = [...places, ...elsewhere];
const everyText = [...articles, ...notes];
const known = new Set<string>(sources.map(({ slug }) => slug));
const all = {
	everyPlace,
	everyText,
	events,
	figures,
	trails,
	corridors,
	towns,
	sources,
	bases,
	settings
};

/** Every string below a value, with the path to it. */
function strings(value: unknown, path = ''): [string, string][] {
	if (typeof value === 'string') return [[path, value]];
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, inner]) => strings(inner, `${path}.${key}`));
}

const texts = strings(all);
const chinese = texts.filter(
	([path, text]) => /(zh|Zh)(\.\d+)?$/.test(path) && /\p{Script=Han}/u.test(text)
);

describe('seed data', () => {
	it('cites a source it lists for every place, trail, figure, honour, text and event', () => {
		const cited = [
			...everyPlace,
			...everyPlace.flatMap(({ honours = [] }) => honours),
			...trails,
			...figures,
			...everyText,
			...events
		];
		expect(cited.length).toBeGreaterThan(40);
		expect(cited.filter(({ cites }) => cites.length === 0)).toEqual([]);
		expect(cited.flatMap(({ cites }) => cites).filter(({ source }) => !known.has(source))).toEqual(
			[]
		);
	});

	it('names every source only once', () => {
		expect(known.size).toBe(sources.length);
	});

	it('gives no phone, no hours, no transport and no person', () => {
		const keys = new Set(everyPlace.flatMap((place) => Object.keys(place)));
		for (const key of [
			'phone',
			'week',
			'hours',
			'openings',
			'transport',
			'access',
			'person',
			'manager',
			'author'
		])
			expect(keys.has(key)).toBe(false);
		const phones = texts.filter(
			([path, text]) =>
				!path.includes('.code') && /(?<!\d)(0\d{2,3}-?\d{7,8}|1\d{10})(?!\d)/.test(text)
		);
		expect(phones).toEqual([]);
	});

	it('fits the shapes of places and trails', () => {
		for (const place of everyPlace) {
			expect(placeShape.safeParse(place).error?.issues ?? []).toEqual([]);
			expect(place.slug).toMatch(slugPattern);
		}
		for (const trail of trails) expect(trailShape.safeParse(trail).error?.issues ?? []).toEqual([]);
	});

	it('uses every slug once', () => {
		for (const list of [everyPlace, trails, figures, everyText, events, towns]) {
			const slugs = list.map(({ slug }) => slug);
			expect(new Set(slugs).size).toBe(slugs.length);
			expect(slugs.filter((slug) => !slugPattern.test(slug))).toEqual([]);
		}
	});

	it('gives no coordinates to a place in an unknown position, and says whence all others come', () => {
		for (const place of everyPlace) {
			if (place.precision === 'unknown') {
				expect([place.slug, place.lon, place.lat]).toEqual([place.slug, undefined, undefined]);
				continue;
			}
			expect([place.slug, place.precision, place.positionVerified, place.accuracy]).toEqual([
				place.slug,
				'town',
				false,
				3000
			]);
			expect(
				place.cites.filter(({ field }) => field === 'position').map(({ source }) => source)
			).toEqual(['own-drawing']);
			const town = towns.find(({ slug }) => slug === place.town);
			expect([place.lon, place.lat]).toEqual(town?.label);
		}
	});

	it('draws nothing outside the district', () => {
		for (const place of elsewhere)
			expect([place.slug, place.precision]).toEqual([place.slug, 'unknown']);
		for (const town of towns)
			expect([town.slug, town.label !== null]).toEqual([town.slug, town.own]);
		for (const place of elsewhere)
			expect(towns.find(({ slug }) => slug === place.town)?.own).toBe(false);
	});

	it('lists the twelve divisions of Yuhang with their codes', () => {
		const own = towns.filter((town) => town.own);
		expect(own.length).toBe(12);
		expect(own.filter(({ code }) => !/^330110\d{3}$/.test(code ?? ''))).toEqual([]);
	});

	it('never records more than is declared', () => {
		const declared = figures.find(({ slug }) => slug === 'units-declared')!.value;
		expect(places.filter(({ kind }) => kind === 'unit').length).toBeLessThanOrEqual(declared);
		for (const trail of trails)
			if (trail.declaredStops != null)
				expect((trail.stops ?? []).length).toBeLessThanOrEqual(trail.declaredStops);
	});

	it('puts only places on trails that it has, and calls a trail of our own making a demonstration', () => {
		const slugs = new Set(everyPlace.map(({ slug }) => slug));
		for (const { stops = [] } of trails)
			expect(stops.filter(({ place }) => !slugs.has(place))).toEqual([]);
		for (const trail of trails.filter(({ stops = [] }) => stops.length)) {
			expect(trail.demonstration).toBe(true);
			expect(trail.name.zh.startsWith('演示线路：')).toBe(true);
			expect(trail.name.en?.startsWith('Demonstration trail: ')).toBe(true);
		}
	});

	it('labels as derived exactly the numbers it computed itself', () => {
		expect(
			figures.filter(({ derived }) => derived).map(({ slug, value }) => [slug, value])
		).toEqual([
			['suggestions-solved-share', 48.7],
			['contest-films-share-6', 36.54],
			['measures-per-problem', 3.5]
		]);
		for (const figure of figures)
			expect(/推算/.test(figure.note?.zh ?? '')).toBe(figure.derived ?? false);
	});

	it('adds up: films and videos are all entries of the sixth edition', () => {
		const value = (slug: string) => figures.find((figure) => figure.slug === slug)!.value;
		expect(value('contest-films-6') + value('contest-videos-6')).toBe(value('contest-entries-6'));
	});

	it('writes Chinese with full-width punctuation and without no-break or doubled spaces', () => {
		expect(chinese.length).toBeGreaterThan(150);
		const half =
			/\p{Script=Han}\s*[,;:!?()"']|[,;:!?()"']\s*\p{Script=Han}|\p{Script=Han}\.|\.\.\./u;
		expect(chinese.filter(([, text]) => half.test(text))).toEqual([]);
		expect(texts.filter(([, text]) => /[\u00a0\u202f\u2007\ufeff\u200b]| {2}/.test(text))).toEqual(
			[]
		);
		expect(texts.filter(([, text]) => text !== text.trim())).toEqual([]);
	});

	it('says everything in both languages', () => {
		const missing: string[] = [];
		const walk = (value: unknown, path: string): void => {
			if (value === null || typeof value !== 'object') return;
			if ('zh' in value && !('en' in value && value.en)) missing.push(path);
			for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
		};
		walk(all, '');
		expect(missing).toEqual([]);
		for (const { body } of everyText) expect(body.en.length).toBe(body.zh.length);
	});

	it('promises nothing for later', () => {
		expect(
			texts.filter(([, text]) => /敬请期待|即将上线|coming soon|TODO|lorem/i.test(text))
		).toEqual([]);
	});
});

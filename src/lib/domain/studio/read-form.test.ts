// Long because one arbitrary value for every kind of field stands at its top, and each law reads all of them.
import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { same } from './field';
import type { Content, Field, Json } from './field';
import { describe, nouns } from './noun';
import { readForm, writeForm } from './read-form';

const word = fc
	.array(fc.constantFrom(...'廉玉琮a b1，。\n"<>&é𠮷'), { minLength: 1, maxLength: 30 })
	.map((chars) => chars.join('').trim())
	.filter(Boolean);
const line = word.map((text) => text.replace(/\n/g, ' '));
const slug = fc.constantFrom('liangzhu', 'luniao-town', 'a1', 'x-2-y');
const both = (text: fc.Arbitrary<string>) =>
	fc.record({ zh: text, en: fc.option(text, { nil: null }) }) as fc.Arbitrary<Json>;
const minute = fc.integer({ min: 0, max: 1439 });
const span = fc
	.tuple(minute, fc.integer({ min: 1, max: 1440 }))
	.filter(([opens, closes]) => opens < closes)
	.map(([opens, closes]) => ({ opens, closes }));
const lon = fc.double({ min: 73, max: 136, noNaN: true });
const lat = fc.double({ min: 4, max: 53, noNaN: true });
const day = fc
	.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

/** Values a field may hold, as versions keep them. */
function values(field: Field): fc.Arbitrary<Json> {
	switch (field.kind) {
		case 'slug':
		case 'reference':
			return slug;
		case 'asset':
			return fc.constantFrom('a1b2', 'x-9');
		case 'choice':
			return fc.constantFrom(...field.options);
		case 'line':
			return field.bilingual ? both(line) : line;
		case 'text':
			return field.bilingual ? both(word) : word;
		case 'rich':
			return fc.constant({
				zh: {
					type: 'doc',
					content: [{ type: 'paragraph', content: [{ type: 'text', text: '廉洁，*不是*标记' }] }]
				},
				en: null
			});
		case 'facts':
			return fc
				.subarray([...field.options], { minLength: 1 })
				.chain((some) => fc.record(Object.fromEntries(some.map((one) => [one, fc.boolean()]))));
		case 'choices':
			return fc.subarray([...field.options], { minLength: 1 });
		case 'when':
			return fc.record({
				precision: fc.constant('minute'),
				first: fc.record({
					from: day.map((one) => `${one}T09:30`),
					to: fc.option(
						day.map((one) => `${one}T11:00`),
						{ nil: null }
					)
				}),
				rule: fc.constantFrom(
					null,
					'FREQ=DAILY;COUNT=3',
					'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;UNTIL=20271231',
					'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;COUNT=3'
				),
				days: fc.constantFrom('any', 'working', 'free'),
				more: fc.array(
					fc.record({
						from: day.map((one) => `${one}T18:00`),
						to: fc.constant(null)
					}),
					{ maxLength: 3 }
				),
				except: fc.uniqueArray(day, { maxLength: 3 })
			}) as fc.Arbitrary<Json>;
		case 'rows':
			return fc.array(
				fc.record(
					Object.fromEntries(
						field.parts.map((part) => [
							part.name,
							part.kind === 'pair' || part.kind === 'texts'
								? both(line)
								: part.kind === 'day'
									? day
									: part.kind === 'clock'
										? fc.constantFrom('09:05', '23:59')
										: part.kind === 'slug'
											? slug
											: line
						])
					)
				) as fc.Arbitrary<Json>,
				{ minLength: 1, maxLength: 4 }
			);
		case 'tags':
			return fc.uniqueArray(line, { minLength: 1, maxLength: 12 });
		case 'references':
			return fc.uniqueArray(slug, { minLength: 1 });
		case 'number':
			return field.whole
				? fc.integer({ min: field.min, max: field.max })
				: fc.double({ min: field.min, max: field.max, noNaN: true }).map((n) => n + 0);
		case 'yes':
			return fc.boolean();
		case 'day':
			return field.partial ? fc.oneof(day, fc.constantFrom('2024', '2024-03')) : day;
		case 'moment':
			return fc.integer({ min: 0, max: 4_000_000_000 }).map((s) => s * 1000);
		case 'position':
			return fc.record({
				lon,
				lat,
				precision: fc.constantFrom('exact', 'village', 'town', 'district'),
				datum: fc.constantFrom('wgs84', 'gcj02', 'bd09'),
				accuracy: fc.option(fc.integer({ min: 0, max: 200_000 }), { nil: null }),
				verified: fc.boolean()
			});
		case 'path':
			return fc.array(fc.tuple(lon, lat) as unknown as fc.Arbitrary<Json>, { minLength: 2 });
		case 'stops':
			return fc.array(
				fc.record({
					place: slug,
					note: fc.option(both(line), { nil: null })
				}) as fc.Arbitrary<Json>,
				{ minLength: 1 }
			);
		case 'week':
			return fc
				.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
				.chain((days) =>
					fc.tuple(...days.sort().map((weekday) => span.map((hours) => ({ weekday, ...hours }))))
				) as fc.Arbitrary<Json>;
		case 'days':
			return fc
				.uniqueArray(day, { minLength: 1 })
				.chain((days) =>
					fc.tuple(
						...days.map((one) =>
							fc
								.oneof(span, fc.constant({ opens: null, closes: null }))
								.chain((hours) =>
									fc
										.option(both(line), { nil: null })
										.map((reason) => ({ day: one, ...hours, reason }))
								)
						)
					)
				) as unknown as fc.Arbitrary<Json>;
		case 'gallery':
			return fc.array(
				fc.record({
					asset: fc.constantFrom('a1', 'b-2'),
					alt: fc.option(both(line), { nil: null })
				}) as fc.Arbitrary<Json>,
				{ minLength: 1 }
			);
		case 'base':
			return fc.constantFrom<Json>(
				{ source: 'drawing', url: '/bases/illustrated.json' },
				{
					source: 'drawing',
					url: '/b',
					own: [
						{
							part: 'lane',
							points: [
								[120, 30],
								[121, 31]
							]
						}
					]
				},
				{ source: 'xyz', url: 'https://example.org/{z}/{x}/{y}.png', tileSize: 512 },
				{ source: 'tianditu', layers: ['vec_w', 'cva_w'], key: 'a'.repeat(32) },
				{
					source: 'picture',
					url: '/files/x.webp',
					corners: [
						[119.9, 30.6],
						[120.1, 30.6],
						[120.1, 30.3],
						[119.9, 30.3]
					]
				}
			);
	}
}

const contents = (fields: readonly Field[]): fc.Arbitrary<Content> =>
	fc.record(Object.fromEntries(fields.map((field) => [field.name, values(field)])), {
		requiredKeys: fields.filter(({ kind }) => kind === 'yes').map(({ name }) => name)
	});

group.each([...nouns])('the form of %s', (noun) => {
	const { fields } = describe(noun);

	test('gives back every content that was put into it', () => {
		fc.assert(
			fc.property(contents(fields), (content) => {
				const read = readForm(fields, writeForm(fields, content));
				for (const { name } of fields)
					if (!same(read[name], content[name]))
						expect([name, read[name]]).toEqual([name, content[name]]);
			}),
			{ numRuns: 150 }
		);
	});

	test('shows again what it read from anything at all', () => {
		const names = writeForm(fields, {}).map(([name]) => name);
		const typed = fc.array(fc.tuple(fc.constantFrom(...names), word), { maxLength: 30 });
		fc.assert(
			fc.property(typed, (pairs) => {
				const once = readForm(fields, pairs);
				const twice = readForm(fields, writeForm(fields, once));
				for (const { name } of fields)
					if (!same(once[name], twice[name]))
						expect([name, twice[name]]).toEqual([name, once[name]]);
			}),
			{ numRuns: 150 }
		);
	});

	test('takes nothing it does not know', () => {
		const read = readForm(fields, [
			['role', 'operator'],
			['__proto__', 'x'],
			['constructor.zh', 'x'],
			['id', '1']
		]);
		const known = fields.filter(({ kind }) => kind === 'yes').map(({ name }) => [name, false]);
		expect(read).toEqual(Object.fromEntries(known));
	});
});

group('what people type', () => {
	const place = describe('places').fields;
	const read = (...pairs: [string, string][]) => readForm(place, pairs);

	test('a position may come in any order, notation and datum', () => {
		const where = (at: string, given = 'wgs84') =>
			read(['position.at', at], ['position.given', given], ['position.precision', 'exact'])
				.position;
		const here = {
			lon: 119.9,
			lat: 30.4,
			datum: 'wgs84',
			precision: 'exact',
			accuracy: null,
			verified: false
		};
		for (const typed of [
			'119.9, 30.4',
			'30.4, 119.9',
			'30.4 119.9',
			'30.4，119.9',
			'N30.4 E119.9',
			'东经119°54′ 北纬30°24′',
			'30°24′0″, 119°54′0″'
		])
			expect([typed, where(typed)]).toEqual([typed, here]);
		const moved = where('119.9, 30.4', 'gcj02') as { lon: number; datum: string };
		expect(moved.datum).toBe('gcj02');
		expect(Math.round((here.lon - moved.lon) * 1e4)).toBe(46);
	});

	test('a position nobody touched keeps its numbers and where they came from', () => {
		const content = {
			position: {
				lon: 119.912345678912,
				lat: 30.4,
				datum: 'bd09',
				precision: 'exact',
				accuracy: 5,
				verified: true
			}
		};
		expect(readForm(place, writeForm(place, content)).position).toEqual(content.position);
	});

	test('hours may be short, whole days, or none', () => {
		const { week } = read(['week.1', '9-11:30，13:30-17'], ['week.6', '全天'], ['week.7', '休息']);
		expect(week).toEqual([
			{ weekday: 1, opens: 540, closes: 690 },
			{ weekday: 1, opens: 810, closes: 1020 },
			{ weekday: 6, opens: 0, closes: 1440 }
		]);
	});

	test('what cannot be read is kept as typed', () => {
		const once = read(['week.2', '看心情'], ['position.at', '某处'], ['days.0.day', '元旦']);
		expect(once.week).toEqual([{ weekday: 2, text: '看心情' }]);
		expect(writeForm(place, once)).toEqual(
			expect.arrayContaining([
				['week.2', '看心情'],
				['position.at', '某处'],
				['days.0.day', '元旦']
			])
		);
	});

	test('rows come in the order asked for, blank ones go', () => {
		const { fields } = describe('trails');
		const rows = readForm(fields, [
			['stops.0.order', '2'],
			['stops.0.place', 'b'],
			['stops.1.order', '1'],
			['stops.1.place', 'a'],
			['stops.2.order', '3'],
			['stops.2.place', ' '],
			['stops.9.place', 'c']
		]);
		expect(rows.stops).toEqual(['a', 'b', 'c'].map((one) => ({ place: one, note: null })));
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDatetime, parseFeatureQuery, refuseUnknown } from './feature-query';

const ask = (query: string) => parseFeatureQuery(new URLSearchParams(query), ['name', 'kind']);
const value = (query: string) => {
	const ruled = ask(query);
	return ruled.ok ? ruled.value : ruled.refusals.map(({ reason }) => reason);
};
const at = (text: string) => Date.parse(text);

describe('what a request for features asks', () => {
	test('is a hundred features from the first on when nothing is said', () => {
		expect(value('')).toEqual({ limit: 100, offset: 0, datetime: null, properties: null });
	});

	test('gets at most a thousand features, and nonsense is refused', () => {
		expect(value('limit=1000')).toMatchObject({ limit: 1000 });
		expect(value('limit=1001')).toMatchObject({ limit: 1000 });
		expect(value('limit=1000000')).toMatchObject({ limit: 1000 });
		for (const limit of ['0', '-1', '1e9', '1000000000', '1.5', '', ' 1', '0x10', 'NaN'])
			expect([limit, value(`limit=${limit}`)]).toEqual([limit, ['limit-out-of-range']]);
	});

	test('may begin anywhere up to ten million', () => {
		expect(value('offset=0')).toMatchObject({ offset: 0 });
		expect(value('offset=10000000')).toMatchObject({ offset: 10_000_000 });
		expect(value('offset=10000001')).toEqual(['offset-out-of-range']);
		expect(value('offset=-1')).toEqual(['offset-out-of-range']);
	});

	test('knows one reference system', () => {
		const crs = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
		expect(value(`bbox-crs=${encodeURIComponent(crs)}`)).toMatchObject({ offset: 0 });
		expect(value('bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3857')).toEqual(['unknown-crs']);
	});

	test('may name the properties it wants, and only those there are', () => {
		expect(value('properties=name,kind')).toMatchObject({ properties: ['name', 'kind'] });
		expect(value('properties=name,phone')).toEqual(['unknown-value']);
	});

	test('is refused with all reasons at once', () => {
		expect(value('limit=x&offset=x&datetime=x&bbox-crs=x')).toEqual([
			'limit-out-of-range',
			'offset-out-of-range',
			'datetime-shape',
			'unknown-crs'
		]);
	});
});

describe('a time', () => {
	test('is a moment, or a day in Hangzhou from its first to its last millisecond', () => {
		expect(parseDatetime('2026-11-22T12:00:00+08:00')).toEqual({
			ok: true,
			value: { from: at('2026-11-22T04:00:00Z'), to: at('2026-11-22T04:00:00Z') }
		});
		expect(parseDatetime('2026-11-22')).toEqual({
			ok: true,
			value: { from: at('2026-11-21T16:00:00Z'), to: at('2026-11-22T15:59:59.999Z') }
		});
	});

	test('is an interval with either end open', () => {
		const day = at('2026-01-01T00:00:00Z');
		for (const [text, from, to] of [
			['2026-01-01T00:00:00Z/..', day, null],
			['2026-01-01T00:00:00Z/', day, null],
			['../2026-01-01T00:00:00Z', null, day],
			['/2026-01-01T00:00:00Z', null, day],
			['../..', null, null],
			['2026-01-01T00:00:00Z/2026-01-01T00:00:00Z', day, day]
		] as const)
			expect([text, parseDatetime(text)]).toEqual([text, { ok: true, value: { from, to } }]);
	});

	test('that is no time is refused', () => {
		for (const text of [
			'',
			'/',
			'now',
			'2026',
			'2026-02-30',
			'2026-13-01',
			'2026-01-01T25:00:00Z',
			'2026-01-01T00:00:00',
			'2026-01-01/2026-01-02/2026-01-03',
			'2026-01-01 00:00:00Z'
		])
			expect([text, parseDatetime(text)]).toEqual([
				text,
				{ ok: false, refusals: [{ field: 'datetime', reason: 'datetime-shape' }] }
			]);
		expect(parseDatetime('2026-01-02/2026-01-01')).toMatchObject({
			ok: false,
			refusals: [{ reason: 'datetime-inverted' }]
		});
	});

	test('never throws, whatever is written', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const ruled = parseDatetime(text);
				return ruled.ok || ruled.refusals.length === 1;
			})
		);
	});
});

describe('parameters nobody knows', () => {
	test('are refused, and so is a second value where there is one', () => {
		const params = new URLSearchParams('limit=1&limit=2&kind=site&kind=unit&colour=red');
		expect(refuseUnknown(params, ['limit', 'kind'])).toEqual([
			{ field: 'limit', reason: 'only-one' },
			{ field: 'colour', reason: 'unknown-parameter', detail: { value: 'colour' } }
		]);
	});
});

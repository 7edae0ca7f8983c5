import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { tableFrom } from './read';
import { kml, zip } from '$tests/fixtures/import/make';
import { read, refusal } from '$tests/worlds/import-read';

describe('GeoJSON', () => {
	const feature = (
		properties: object,
		geometry: unknown = { type: 'Point', coordinates: [119.98138, 30.41234, 5] }
	) => ({ type: 'Feature', properties, geometry });
	const collection = (features: unknown[], more = {}) =>
		JSON.stringify({ type: 'FeatureCollection', ...more, features }, null, 1);

	it('properties are columns and the point is the position, each feature with its line', async () => {
		const json = collection([
			feature({ name: { zh: '甲', en: 'A' }, kind: 'site', tags: ['x', 'y'] }),
			feature({ 名称: undefined, name: '乙', kind: 'venue' }, null)
		]);
		const lines = json.split('\n').flatMap((line, i) => (line === '  {' ? [i + 1] : []));
		expect(await read(json, 'a.geojson')).toEqual([
			{
				line: lines[0],
				name: '甲',
				nameEn: 'A',
				kind: 'site',
				tags: 'x、y',
				lon: '119.98138',
				lat: '30.41234'
			},
			{ line: lines[1], name: '乙', kind: 'venue' }
		]);
	});

	it('a line where a point should be is a problem of its row', async () => {
		const table = await tableFrom(
			Buffer.from(
				collection([
					feature(
						{ name: '甲' },
						{
							type: 'LineString',
							coordinates: [
								[1, 2],
								[3, 4]
							]
						}
					)
				])
			),
			'a.geojson'
		);
		for await (const row of table.rows)
			expect(row.issues).toEqual([
				{ line: row.line, column: 'geometry', value: 'LineString', reason: 'not-a-point' }
			]);
	});

	it('another reference system than WGS-84 or CGCS2000 is refused', async () => {
		const crs = (name: string) =>
			collection([feature({ name: '甲', kind: 'site' })], {
				crs: { type: 'name', properties: { name } }
			});
		expect(await refusal(crs('urn:ogc:def:crs:EPSG::3857'), 'a.geojson')).toEqual({
			reason: 'foreign-crs',
			detail: { crs: 'urn:ogc:def:crs:EPSG::3857' }
		});
		expect(await refusal(crs('urn:ogc:def:crs:OGC:1.3:CRS84'), 'a.geojson')).toBeNull();
		expect(await refusal(crs('EPSG:4490'), 'a.geojson')).toBeNull();
	});

	it('broken JSON, other JSON and hostile keys are answered', async () => {
		expect(await refusal('{"type":"FeatureCollection",\n"features":[', 'a.geojson')).toEqual({
			reason: 'broken-json',
			detail: { line: 2 }
		});
		expect(await refusal('[1,2]', 'a.json')).toEqual({
			reason: 'not-geojson',
			detail: { type: 'array' }
		});
		expect(await refusal('{"a":1}', 'a.json')).toEqual({
			reason: 'not-geojson',
			detail: { type: '?' }
		});
		expect(await refusal('['.repeat(200_000), 'a.json')).not.toBeNull();
		expect(
			(
				await refusal(
					'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":{"name":"x"}},"geometry":null}]}',
					'a.json'
				)
			)?.reason
		).toBe('no-header');
	});
});

describe('KML', () => {
	const document = kml(`<Folder><name>清廉单元</name><Folder><name>瓶窑镇</name>
<Placemark><name>甲</name><description><![CDATA[<b>介绍</b><br>二]]></description>
<ExtendedData><Data name="电话"><value>0571-88880000</value></Data></ExtendedData>
<Point><coordinates>119.98138,30.41234,0</coordinates></Point></Placemark></Folder></Folder>
<Placemark><name>乙</name></Placemark>`);
	const rows = [
		{
			line: 4,
			name: '甲',
			story: '介绍\n二',
			phone: '0571-88880000',
			lon: '119.98138',
			lat: '30.41234',
			folder: '清廉单元/瓶窑镇'
		},
		{ line: 7, name: '乙' }
	];

	it('placemarks with folders and extended data become rows', async () =>
		expect(await read(document, 'a.kml')).toEqual(rows));

	it('a KMZ is its first document, under the limits of archives', async () => {
		const packed = deflateRawSync(Buffer.from(document));
		expect(
			await read(zip([{ name: 'doc.kml', packed, unpacked: Buffer.byteLength(document) }]), 'a.kmz')
		).toEqual(rows);
	});

	it('document types and entities are refused unread', async () => {
		const laughs = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${kml('<Placemark><name>&b;</name></Placemark>').slice(38)}`;
		expect(await refusal(laughs, 'a.kml')).toEqual({ reason: 'doctype', detail: {} });
	});

	it('broken and bottomless documents are refused', async () => {
		expect((await refusal(document.slice(0, 200), 'a.kml'))?.reason).toBe('broken-kml');
		const deep = kml(
			`${'<Folder>'.repeat(50_000)}<Placemark><name>x</name></Placemark>${'</Folder>'.repeat(50_000)}`
		);
		expect((await refusal(deep, 'a.kml'))?.reason ?? 'read').toMatch(/^(?:broken-kml|no-header)$/);
		expect((await refusal(kml(''), 'a.kml'))?.reason).toBe('no-placemarks');
	});
});

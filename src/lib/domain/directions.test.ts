import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convert } from './datum';
import { directionsUrl, vendorDatum, vendors } from './directions';
import type { Vendor } from './directions';
import { distance } from './geo';

/** A spot in Hangzhou; the expected pairs were computed by hand with the published formulas. */
const SPOT: [number, number] = [120.157, 30.276];

test('each vendor gets its own datum, order and parameters', () => {
	expect(directionsUrl('amap', SPOT, '展示馆')).toBe(
		'https://uri.amap.com/navigation?to=120.161689%2C30.273668%2C%E5%B1%95%E7%A4%BA%E9%A6%86&mode=car&src=liantu&coordinate=gaode&callnative=1'
	);
	expect(directionsUrl('baidu', SPOT, '展示馆')).toBe(
		'https://api.map.baidu.com/direction?origin=%E6%88%91%E7%9A%84%E4%BD%8D%E7%BD%AE&destination=latlng%3A30.279466%2C120.168260%7Cname%3A%E5%B1%95%E7%A4%BA%E9%A6%86&mode=driving&region=%E6%9D%AD%E5%B7%9E&coord_type=bd09ll&output=html&src=webapp.liantu.liantu'
	);
	expect(directionsUrl('tencent', SPOT, '展示馆')).toBe(
		'https://apis.map.qq.com/uri/v1/routeplan?type=drive&to=%E5%B1%95%E7%A4%BA%E9%A6%86&tocoord=30.273668%2C120.161689&referer=liantu'
	);
	expect(directionsUrl('apple', SPOT, '展示馆')).toBe(
		'https://maps.apple.com/?daddr=30.273668%2C120.161689&q=%E5%B1%95%E7%A4%BA%E9%A6%86'
	);
});

test('a name cannot break out of its place in the address', () => {
	const url = new URL(directionsUrl('baidu', SPOT, '甲|latlng:0,0&coord_type=wgs84#x'));
	expect(url.searchParams.getAll('coord_type')).toEqual(['bd09ll']);
	expect(url.searchParams.get('destination')).toBe(
		'latlng:30.279466,120.168260|name:甲 latlng 0 0 coord_type wgs84 x'
	);
	expect(url.hash).toBe('');
});

const destination: Record<Vendor, (url: URL) => [number, number]> = {
	amap: (url) => url.searchParams.get('to')!.split(',').slice(0, 2).map(Number) as [number, number],
	baidu: (url) => {
		const [, lat, lon] = /latlng:([\d.]+),([\d.]+)/.exec(url.searchParams.get('destination')!)!;
		return [Number(lon), Number(lat)];
	},
	tencent: (url) => {
		const [lat, lon] = url.searchParams.get('tocoord')!.split(',').map(Number);
		return [lon!, lat!];
	},
	apple: (url) => {
		const [lat, lon] = url.searchParams.get('daddr')!.split(',').map(Number);
		return [lon!, lat!];
	}
};

test.each(vendors)('what %s is told leads back to within a metre of the place', (vendor) => {
	fc.assert(
		fc.property(
			fc.double({ min: 119.6, max: 120.4, noNaN: true }),
			fc.double({ min: 30.1, max: 30.7, noNaN: true }),
			(lon, lat) => {
				const told = destination[vendor](new URL(directionsUrl(vendor, [lon, lat], '甲')));
				const back = convert(told, vendorDatum[vendor], 'wgs84');
				expect(distance(back, [lon, lat])).toBeLessThan(1);
			}
		)
	);
});

import { convert } from './datum';
import type { Datum, Position } from './datum';

/** Map apps a visitor may take the way to, in the order they are offered. */
export const vendors = ['amap', 'baidu', 'tencent', 'apple'] as const;
export type Vendor = (typeof vendors)[number];

/**
 * The datum each vendor reads coordinates of a link in. Baidu would convert GCJ-02 itself
 * (`coord_type=gcj02`), but its own BD-09 leaves nothing to convert. Apple documents none: its map
 * of mainland China is supplied by AutoNavi in GCJ-02 and draws the pair of a link unchanged.
 */
export const vendorDatum: Record<Vendor, Datum> = {
	amap: 'gcj02',
	baidu: 'bd09',
	tencent: 'gcj02',
	apple: 'gcj02'
};

/** Who asks, as the vendors want it named in `src` and `referer`. */
const SRC = 'liantu';

/** Degrees with six decimals, about 0.1 m; never in exponent form. */
const degrees = (value: number): string => value.toFixed(6);

/**
 * The address that opens a vendor's directions to a destination.
 * @param position WGS-84 degrees; `name` is what the vendor writes at the destination
 * @see https://lbs.amap.com/api/uri-api/guide/travel/route (to=lon,lat,name)
 * @see https://lbsyun.baidu.com/faq/api?title=webapi/uri/web (destination=latlng:lat,lon|name:…)
 * @see https://lbs.qq.com/webApi/uriV1/uriGuide/uriWebRoute (to, tocoord=lat,lon, referer)
 * @see https://developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/MapLinks/MapLinks.html
 */
export function directionsUrl(vendor: Vendor, position: Position, name: string): string {
	const [lon, lat] = convert(position, 'wgs84', vendorDatum[vendor]).map(degrees);
	// These separators structure the vendors' values; a name must not break out of its place.
	const label = name.replace(/[,|:;&=#?]/g, ' ').trim();
	switch (vendor) {
		case 'amap':
			return address('https://uri.amap.com/navigation', {
				to: `${lon},${lat},${label}`,
				mode: 'car',
				src: SRC,
				coordinate: 'gaode',
				callnative: '1'
			});
		case 'baidu':
			return address('https://api.map.baidu.com/direction', {
				origin: '我的位置',
				destination: `latlng:${lat},${lon}|name:${label}`,
				mode: 'driving',
				region: '杭州',
				coord_type: 'bd09ll',
				output: 'html',
				src: `webapp.${SRC}.${SRC}`
			});
		case 'tencent':
			return address('https://apis.map.qq.com/uri/v1/routeplan', {
				type: 'drive',
				to: label,
				tocoord: `${lat},${lon}`,
				referer: SRC
			});
		case 'apple':
			return address('https://maps.apple.com/', { daddr: `${lat},${lon}`, q: label });
	}
}

/** A query with `%20` for spaces: the vendors' apps show a `+` as it is. */
function address(base: string, query: Record<string, string>): string {
	const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
	return `${base}?${pairs.join('&')}`;
}

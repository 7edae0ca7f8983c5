import type { Position } from '../datum';
import type { Reason } from './issue';

type Axis = 'lon' | 'lat';

/** One coordinate as read: degrees, how many decimals it carried, the axis its letter names. */
interface Degrees {
	value: number;
	decimals: number;
	axis: Axis | null;
}

const letters: Record<string, [Axis, 1 | -1]> = {
	e: ['lon', 1],
	东: ['lon', 1],
	东经: ['lon', 1],
	w: ['lon', -1],
	西: ['lon', -1],
	西经: ['lon', -1],
	n: ['lat', 1],
	北: ['lat', 1],
	北纬: ['lat', 1],
	s: ['lat', -1],
	南: ['lat', -1],
	南纬: ['lat', -1]
};
const letter = '([ewns]|[东西]经?|[南北]纬?)?';
const decimal = new RegExp(
	`^${letter}([+-]?\\d{1,9}(?:\\.(\\d{1,20}))?(?:e[+-]?\\d{1,2})?)[°度]?${letter}$`
);
const sexagesimal = new RegExp(
	`^${letter}([+-]?)(\\d{1,3})[°度](?:(\\d{1,2}(?:\\.\\d{1,12})?)['′’‘分](?:(\\d{1,2}(?:\\.\\d{1,12})?)(?:["秒]|'')?)?)?${letter}$`
);

/**
 * Reads `119.98`, `1.1998E+02`, `119°58′30″`, `E119°58.5'`, `东经119度58分30秒`. Seconds and minutes
 * must stay under 60. Returns null for anything else.
 */
export function degrees(text: string): Degrees | null {
	const plain = text
		// Before NFKC, which takes ″ apart and makes a letter of º.
		.replace(/[″”“]/g, '"')
		.replace(/[º˚]/g, '°')
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\u2212\u2013]/g, '-')
		.replace(/\s+/g, '');
	const flat = decimal.exec(plain);
	if (flat) {
		const mark = flat[1] ?? flat[4];
		if (flat[1] && flat[4]) return null;
		const [axis, sign] = mark ? letters[mark]! : ([null, 1] as const);
		return { value: sign * Number(flat[2]), decimals: flat[3]?.length ?? 0, axis };
	}
	const parts = sexagesimal.exec(plain);
	if (!parts || (parts[1] && parts[6])) return null;
	const minutes = Number(parts[4] ?? 0);
	const seconds = Number(parts[5] ?? 0);
	if (minutes >= 60 || seconds >= 60) return null;
	const mark = parts[1] ?? parts[6];
	const [axis, sign] = mark ? letters[mark]! : ([null, 1] as const);
	const value =
		(Number(parts[3]) + minutes / 60 + seconds / 3600) * sign * (parts[2] === '-' ? -1 : 1);
	// A second of arc is about 30 m, a minute 1.8 km: said as the decimals of equal sharpness.
	return { value, decimals: parts[5] ? 4 : parts[4]?.includes('.') ? 4 : parts[4] ? 2 : 0, axis };
}

/** Why a pair of degrees cannot be a place of a district in China. */
function misplaced(lon: number, lat: number): Reason | null {
	if (Math.abs(lon) > 1000 || Math.abs(lat) > 1000) return 'projected';
	if (lon >= 3 && lon <= 54 && lat >= 73 && lat <= 136) return 'swapped';
	if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return 'out-of-range';
	if (lon === 0 && lat === 0) return 'null-island';
	return lon < 73 || lon > 136 || lat < 3 || lat > 54 ? 'outside-china' : null;
}

export type Read = { position: Position; decimals: number; doubt: Reason | null };

function both(lon: Degrees | null, lat: Degrees | null): Read | Reason {
	if (!lon || !lat) return 'not-degrees';
	if (lon.axis === 'lat' || lat.axis === 'lon') return 'swapped';
	const reason = misplaced(lon.value, lat.value);
	if (reason && reason !== 'outside-china') return reason;
	return {
		position: [lon.value, lat.value],
		decimals: Math.max(lon.decimals, lat.decimals),
		doubt: reason
	};
}

/** A position from two cells; a reason when they cannot be one. */
export const fromTwo = (lon: string, lat: string): Read | Reason =>
	both(degrees(lon), degrees(lat));

/** A position from one cell, longitude first (`119.9,30.3`) unless letters say otherwise. */
export function fromOne(text: string): Read | Reason {
	const byMark = text.normalize('NFKC').split(/[,;、|]/);
	const parts =
		byMark.length === 2
			? byMark
			: text
					.normalize('NFKC')
					.trim()
					.split(/[\s/]+/);
	if (parts.length !== 2) return 'not-degrees';
	const [first, second] = [degrees(parts[0]!), degrees(parts[1]!)];
	return first?.axis === 'lat' && second?.axis === 'lon'
		? both(second, first)
		: both(first, second);
}

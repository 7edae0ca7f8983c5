import { ILLUSTRATED } from '../../illustrated';
import type { Json } from '../field';
import type { Entries, Pair } from './entries';
import { numberOf } from './plain';
import { readPoint } from './where';

type Parts = { [key: string]: Json };

/** Ways a base is drawn, with the inputs each one has besides its source. */
export const baseParts: Record<string, readonly string[]> = {
	drawing: ['url', 'own'],
	picture: ['url', 'asset', 'corners'],
	pmtiles: ['url', 'tileSize'],
	tianditu: ['layers', 'key'],
	xyz: ['url', 'tileSize']
};

/** How a base is drawn, from `<name>.source` and the inputs that source has. */
export function readBase(name: string, entries: Entries): Json {
	const source = entries.one(`${name}.source`).trim();
	if (source === '') return null;
	const config: Parts = { source };
	for (const part of baseParts[source] ?? []) {
		const typed = entries.one(`${name}.${part}`).trim();
		if (part === 'corners')
			config.corners = [0, 1, 2, 3].map((n) => {
				const corner = entries.one(`${name}.corner.${n}`);
				const kept = corner.split(',').map((degrees) => Number(degrees.trim() || NaN));
				if (kept.length === 2 && kept.every((degrees) => Number.isFinite(degrees))) return kept;
				const read = readPoint(corner);
				return typeof read === 'string' ? corner : read;
			});
		else if (part === 'own') {
			const own = ownOf(typed);
			if (own !== null) config.own = own;
		} else if (part === 'asset') {
			if (typed) config.asset = typed;
		} else if (part === 'layers') config.layers = typed.split(/[\s,，、]+/).filter(Boolean);
		else if (part === 'tileSize') config.tileSize = numberOf(typed) ?? 256;
		// What is drawn by hand lies over our own drawing where nobody says otherwise.
		else if (part === 'url' && source === 'drawing')
			config.url = typed || String((ILLUSTRATED.config as { url?: string }).url);
		else config[part] = typed;
	}
	return config;
}

/** What the office drew, as JSON; the text itself where it is none, for the shape to refuse. */
function ownOf(typed: string): Json {
	if (typed === '') return null;
	try {
		return JSON.parse(typed) as Json;
	} catch {
		return typed;
	}
}

export function writeBase(name: string, value: Json | undefined): Pair[] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
	return Object.entries(value).flatMap(([part, given]): Pair[] => {
		if (part === 'corners')
			return (Array.isArray(given) ? given : []).map((corner, n): Pair => [
				`${name}.corner.${n}`,
				Array.isArray(corner) ? corner.join(', ') : String(corner ?? '')
			]);
		if (part === 'own')
			return [[`${name}.own`, typeof given === 'string' ? given : JSON.stringify(given)]];
		return [[`${name}.${part}`, Array.isArray(given) ? given.join(' ') : String(given ?? '')]];
	});
}

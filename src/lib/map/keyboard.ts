import type { Position } from '../domain/datum';
import { stack } from '../domain/gather';
import type { Locale } from '../domain/locale';
import { nearestTo, nearestTowards, ways } from '../domain/towards';
import type { Way } from '../domain/towards';
import type { Words } from '../words';
import type { Camera } from './camera';
import type { Drawn } from './points';
import { sentence, whereabouts } from './speech';

/** What the keyboard of a map needs from the map around it. */
interface Around {
	words: Words;
	locale: Locale;
	camera(): Camera | null;
	/** What can be read out at this moment. */
	spots(): Drawn[];
	/** Slugs of the list beside the map. */
	listed(): string[];
	say(sentence: string): void;
	/** The spot that is being read out, null when none is any more. */
	onspot(pile: Drawn[] | null): void;
	open(slug: string): void;
	openPile(slugs: string[]): void;
	/** Goes nearer to a group. */
	approach(group: Drawn): void;
	help(): void;
}

/** One press of Shift and an arrow, CSS pixels. */
const STEP = 140;
const steps: Record<Way, [number, number]> = {
	ArrowUp: [0, -STEP],
	ArrowRight: [STEP, 0],
	ArrowDown: [0, STEP],
	ArrowLeft: [-STEP, 0]
};

/**
 * The keyboard of a map: arrows read out what is near, Enter opens it, digits open the listed ones,
 * plus and minus zoom, 0 shows all, Shift and arrows move, a question mark explains.
 */
export function keyboardOf(around: Around) {
	const { words, locale } = around;
	let at: Drawn[] | null = null;

	function read(way: Way): void {
		const camera = around.camera();
		if (!camera) return;
		const spots = stack(around.spots()).map((pile) => ({
			lon: pile[0]!.lon,
			lat: pile[0]!.lat,
			pile
		}));
		const centre = camera.view();
		const from: Position = at ? [at[0]!.lon, at[0]!.lat] : [centre.lon, centre.lat];
		// The first key only says where one is: at what lies nearest to the middle.
		const found = at ? nearestTowards(from, way, spots) : nearestTo(from, spots);
		if (!found) return around.say(words.map.say.nothing(words.map.say.way[way]));
		at = found.pile;
		camera.reach(found.lon, found.lat);
		around.onspot(at);
		around.say(sentence(at, whereabouts(from, [found.lon, found.lat], words), words, locale));
	}

	function open(): void {
		const [first] = at ?? [];
		if (!first || !at) return;
		if (first.count > 1) {
			around.approach(first);
			// The group comes apart: reading starts again from the middle.
			at = null;
		} else if (at.length > 1) around.openPile(at.map(({ slug }) => slug));
		else around.open(first.slug);
	}

	function zoom(by: number): void {
		const camera = around.camera();
		if (!camera) return;
		around.say(words.map.say.zoom(Math.round(camera.view().zoom + by)));
		camera.zoomBy(by);
	}

	/** Takes a key; returns whether it meant something here. */
	function pressed({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean {
		if (key in ways && shiftKey) around.camera()?.panBy(...steps[key as Way]);
		else if (key in ways) read(key as Way);
		else if (key === '+' || key === '=') zoom(1);
		else if (key === '-' || key === '_') zoom(-1);
		else if (key === '0') around.camera()?.home();
		else if (/^[1-9]$/.test(key)) {
			const slug = around.listed()[Number(key) - 1];
			if (slug) around.open(slug);
		} else if (key === 'Enter') open();
		else if (key === '?') around.help();
		else return false;
		return true;
	}

	return { pressed };
}

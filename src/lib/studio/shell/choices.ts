import type { Locale } from '../../domain/locale';
import type { Noun } from '../../domain/studio/noun';
import { thingPath } from '../../domain/studio/rooms';
import type { Entry } from '../../domain/studio/rooms';
import type { State } from '../../domain/studio/state';
import type { StudioWords } from '../words';

/** A thing as the server finds it. */
interface FoundThing {
	noun: Noun;
	id: string;
	titleZh: string;
	titleEn: string | null;
	state: State;
}

export interface Found {
	things: FoundThing[];
	recent: FoundThing[];
}

/** One line of the palette. */
export interface Choice {
	key: string;
	group: 'recent' | 'things' | 'rooms' | 'actions';
	name: string;
	note: string;
	/** Address without language prefix. */
	path: string;
}

/** The title of a thing in a language, Chinese where there is no other. */
export const titleIn = (
	{ titleZh, titleEn }: { titleZh: string | null; titleEn: string | null },
	locale: Locale
): string => (locale === 'en' && titleEn) || (titleZh ?? '');

/**
 * Everything the palette offers for what is typed, in the order it is shown: with nothing typed what
 * was worked on last, then rooms and actions whose names or addresses hold all words.
 */
export function choicesFor(
	text: string,
	{ rooms, creates, found }: { rooms: readonly Entry[]; creates: readonly Noun[]; found: Found },
	t: StudioWords,
	locale: Locale
): Choice[] {
	const words = text.toLowerCase().split(/\s+/).filter(Boolean);
	const fits = (choice: Choice) =>
		words.every((word) => `${choice.name} ${choice.path}`.toLowerCase().includes(word));
	const thing = (group: 'recent' | 'things') => (one: FoundThing) => ({
		key: `${group}/${one.noun}/${one.id}`,
		group,
		name: titleIn(one, locale),
		note: `${t.room[one.noun]} · ${t.state[one.state]}`,
		path: thingPath(one.noun, one.id)
	});
	const places = rooms.map(({ room, path }): Choice => ({
		key: `room/${room}`,
		group: 'rooms',
		name: t.room[room],
		note: '',
		path
	}));
	const actions = creates.map((noun): Choice => ({
		key: `new/${noun}`,
		group: 'actions',
		name: t.create(t.noun[noun]),
		note: '',
		path: `/studio/${noun}/new`
	}));
	return [
		...(words.length ? found.things.map(thing('things')) : found.recent.map(thing('recent'))),
		...places.filter(fits),
		...actions.filter(fits)
	];
}

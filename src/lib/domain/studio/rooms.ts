import {
	isOffice,
	managed,
	mayAudit,
	mayConfigure,
	mayCreate,
	mayImport,
	mayManagePeople,
	mayOrganize,
	mayReadCorrections,
	mayReceive,
	mayRecommend,
	mayReview,
	maySeeHealth,
	mayStamp,
	mayUpload,
	mayWork,
	scopesOf
} from '../people/may';
import type { Who } from '../people/who';
import { isNoun, nouns } from './noun';
import type { Noun } from './noun';

/** A room of the studio as the menu and the palette name it. */
export type Room =
	| 'home'
	| Noun
	| 'units'
	| 'media'
	| 'contests'
	| 'entries'
	| 'films'
	| 'judging'
	| 'recommendations'
	| 'review'
	| 'corrections'
	| 'visits'
	| 'venues'
	| 'calendar'
	| 'attendance'
	| 'import'
	| 'stamps'
	| 'health'
	| 'settings'
	| 'menus'
	| 'words'
	| 'people'
	| 'outbox'
	| 'audit';

/** A room somebody may enter. */
export interface Entry {
	room: Room;
	group: 'work' | 'content' | 'contest' | 'office';
	/** Address without language prefix. */
	path: string;
}

type Rule = (who: Who | null) => boolean;

/** A manager’s studio holds places, events and articles only. */
const sees =
	(noun: Noun): Rule =>
	(who) =>
		isOffice(who) || (mayWork(who) && scopesOf(who).length > 0 && managed.includes(noun));

const reviews: Rule = (who) => mayReview(who, 1, 1) || mayReview(who, 1, 2);

const rooms: readonly (readonly [Room, Entry['group'], Rule, string?])[] = [
	['home', 'work', mayWork, '/studio'],
	['review', 'work', reviews],
	['corrections', 'work', mayReadCorrections],
	['visits', 'work', mayReceive],
	['venues', 'work', mayWork],
	['calendar', 'work', mayWork],
	['attendance', 'work', mayWork],
	['health', 'work', maySeeHealth],
	['places', 'content', sees('places')],
	['units', 'content', sees('places'), '/studio/places?kind=unit'],
	['trails', 'content', sees('trails')],
	['series', 'content', sees('series')],
	['events', 'content', sees('events')],
	['honours', 'content', sees('honours')],
	['articles', 'content', sees('articles')],
	['documents', 'content', sees('documents')],
	['pages', 'content', sees('pages')],
	['bases', 'content', sees('bases')],
	['media', 'content', mayUpload],
	['import', 'content', mayImport],
	['stamps', 'content', mayStamp],
	['contests', 'contest', mayOrganize],
	['entries', 'contest', mayOrganize],
	['recommendations', 'contest', mayRecommend],
	['films', 'contest', mayOrganize],
	['judging', 'contest', mayOrganize],
	['people', 'office', mayManagePeople],
	['settings', 'office', mayConfigure],
	['menus', 'office', mayConfigure],
	['words', 'office', mayConfigure],
	['outbox', 'office', mayConfigure],
	['audit', 'office', mayAudit]
];

/** The rooms somebody may enter, in the order of the menu. */
export const roomsOf = (who: Who | null): Entry[] =>
	rooms.flatMap(([room, group, rule, path = `/studio/${room}`]) =>
		rule(who) ? [{ room, group, path }] : []
	);

/** The nouns somebody may see, and those they may make new things of. */
export const nounsOf = (who: Who | null): Noun[] =>
	roomsOf(who).flatMap(({ room }) => (isNoun(room) ? [room] : []));
export const creatable = (who: Who | null): Noun[] => nouns.filter((noun) => mayCreate(who, noun));

/** Where one thing of the studio is. */
export const thingPath = (noun: Noun, id: string): string =>
	`/studio/${noun}/${encodeURIComponent(id)}`;

/**
 * Which room an address stands in: the one whose path it begins with, the longest first; a room with
 * conditions only when the address sets them alike.
 */
export function roomAt(entries: readonly Entry[], path: string, search: string): Room | null {
	let best: Entry | null = null;
	for (const entry of entries) {
		const [own = '', query] = entry.path.split('?');
		if (path !== own && (own === '/studio' || !path.startsWith(`${own}/`))) continue;
		if (query && new URLSearchParams(search).get('kind') !== 'unit') continue;
		if (!best || entry.path.length > best.path.length) best = entry;
	}
	return best?.room ?? null;
}

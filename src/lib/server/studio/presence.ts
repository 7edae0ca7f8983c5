import type { Noun } from '$lib/domain/studio/noun';
import type { Who } from '$lib/domain/people/who';

/** Somebody who has the same form open. */
interface Present {
	name: string;
	/** Has typed something that is not saved. */
	typing: boolean;
}

interface Seen extends Present {
	at: number;
}

/** A form reports every 20 seconds; whoever was not heard of for longer has left. */
const GONE = 45_000;
/** Things with somebody at work that are remembered at most. */
const MOST = 5000;

const rooms = new Map<string, Map<string, Seen>>();
const key = (noun: Noun, id: string) => `${noun} ${id}`;

/** Says that somebody has a form open. Kept in memory only: it is true for less than a minute. */
export function attend(noun: Noun, id: string, who: Who, now: number, typing: boolean): void {
	const room = rooms.get(key(noun, id)) ?? new Map<string, Seen>();
	room.set(who.id, { name: who.name, typing, at: now });
	rooms.delete(key(noun, id));
	rooms.set(key(noun, id), room);
	if (rooms.size > MOST) rooms.delete(rooms.keys().next().value!);
}

/** Says that somebody has closed a form. */
export function leave(noun: Noun, id: string, who: Who): void {
	rooms.get(key(noun, id))?.delete(who.id);
}

/** Who else has a form open, by name. */
export function others(noun: Noun, id: string, who: Who, now: number): Present[] {
	const room = rooms.get(key(noun, id));
	if (!room) return [];
	for (const [person, { at }] of room) if (now - at > GONE) room.delete(person);
	if (!room.size) rooms.delete(key(noun, id));
	return [...room]
		.filter(([person]) => person !== who.id)
		.map(([, { name, typing }]) => ({ name, typing }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

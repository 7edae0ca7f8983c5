import type { Lookup } from './lookup';
import { popcount } from './lookup';
import type { Passage } from './twins';

/** How the hashes of one sense are compared. Bits are those of one hash, lengths are seconds. */
export interface Track {
	/** Hashes a second. */
	rate: number;
	/** Bits two hashes may differ in to speak for a common stretch, and to belong to one. */
	near: number;
	alike: number;
	/** How many must speak for it. */
	votes: number;
	/** The shortest stretch, and how long a hole in one may be. */
	shortest: number;
	bridge: number;
	/** Bits that must change on the way: a still shot or a tone is no proof of anything. */
	varied: number;
}

/** How many ways of laying one film over the other are looked at closely. */
const WAYS = 24;

/** The stretches two films have in common. Every second of the film belongs to one at most. */
export function passagesOn(film: Lookup, other: Uint32Array, track: Track): Passage[] {
	const count = other.length / film.wide;
	// A way lays hash `at` of the film over hash `at + shift` of the other, plain or mirrored.
	const span = film.length + count;
	const votes = new Uint16Array(span * (film.turns ? 2 : 1));
	for (let there = 0; there < count; there++) {
		if (!other[there * film.wide] && (film.wide === 1 || !other[there * 2 + 1])) continue;
		film.near(other, there, (at, mirrored) => {
			if (film.distance(at, mirrored, other, there) > track.near) return;
			const way = (mirrored ? span : 0) + there - at + film.length;
			if (votes[way]! < 65535) votes[way]!++;
		});
	}
	const ways: number[] = [];
	for (let way = 0; way < votes.length; way++) if (votes[way]! >= track.votes) ways.push(way);
	ways.sort((a, b) => votes[b]! - votes[a]!);
	const taken = new Uint8Array(film.length);
	const found: Passage[] = [];
	for (const way of ways.slice(0, WAYS)) {
		const mirrored = way >= span;
		const shift = (way % span) - film.length;
		found.push(...along(film, other, { track, shift, mirrored, taken }));
	}
	return found;
}

interface Way {
	track: Track;
	shift: number;
	mirrored: boolean;
	/** Hashes of the film that already belong to a stretch. */
	taken: Uint8Array;
}

/** The common stretches when the films are laid over each other one way. */
function along(
	film: Lookup,
	other: Uint32Array,
	{ track, shift, mirrored, taken }: Way
): Passage[] {
	const from = Math.max(0, -shift);
	const to = Math.min(film.length, other.length / film.wide - shift);
	const bridge = Math.round(track.bridge * track.rate);
	const found: Passage[] = [];
	let start = -1;
	let last = -1;
	let good = 0;
	/** Moments with something on both sides up to `last`, and since then. */
	let seen = 0;
	let missed = 0;
	let varied = 0;
	const close = () => {
		const length = last - start + 1;
		const least = track.shortest * track.rate;
		// Holes and flat frames may lie between, but of what was seen most must agree.
		const whole = good >= seen * 0.6 && good * 2 >= least;
		if (start >= 0 && length >= least && whole && varied >= track.varied) {
			taken.fill(1, start, last + 1);
			found.push({
				at: start / track.rate,
				other: (start + shift) / track.rate,
				seconds: length / track.rate,
				mirrored
			});
		}
		start = -1;
	};
	for (let at = from; at < to; at++) {
		const there = at + shift;
		if (taken[at]) close();
		else if (film.isNone(at) || isNone(other, there, film.wide)) {
			if (start >= 0 && at - last > 4 * bridge) close();
		} else if (film.distance(at, mirrored, other, there) <= track.alike) {
			if (start < 0) {
				start = at;
				good = seen = varied = 0;
			} else {
				seen += missed;
				varied += change(film.words, last, at, film.wide);
			}
			missed = 0;
			last = at;
			good++;
			seen++;
		} else if (start >= 0 && ++missed > bridge) close();
	}
	close();
	return found;
}

const isNone = (words: Uint32Array, at: number, wide: number) =>
	!words[at * wide] && (wide === 1 || !words[at * 2 + 1]);

/** Bits in which two hashes of one film differ. */
function change(words: Uint32Array, one: number, other: number, wide: number): number {
	let bits = 0;
	for (let word = 0; word < wide; word++)
		bits += popcount(words[one * wide + word]! ^ words[other * wide + word]!);
	return bits;
}

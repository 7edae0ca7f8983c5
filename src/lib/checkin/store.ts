import type { Deed } from '../domain/events/checkin-sent';
import type { DoorList } from '../domain/events/checkin-list';

/** A deed this device keeps until the portal has it, and why the portal would not take it. */
export interface Kept {
	deed: Deed;
	/** Of its code; empty for somebody who did not sign up. */
	mark: string;
	/** Why it was not counted; null while it was not told. */
	reason: string | null;
}

/**
 * What a device keeps of a gate: each deed under a name of its own, so that two windows of one device
 * never write over each other.
 */
const nameOf = (gate: string, what: string): string => `gate ${gate} ${what}`;

/** @returns whether the device could keep it */
export function keepDeed(gate: string, kept: Kept): boolean {
	try {
		localStorage.setItem(nameOf(gate, `deed ${kept.deed.id}`), JSON.stringify(kept));
		return true;
	} catch {
		return false;
	}
}

export function dropDeed(gate: string, id: string): void {
	try {
		localStorage.removeItem(nameOf(gate, `deed ${id}`));
	} catch {
		// What cannot be written was never kept.
	}
}

/** Everything kept of a gate, in order of time. */
export function keptDeeds(gate: string): Kept[] {
	const before = nameOf(gate, 'deed ');
	try {
		return Object.keys(localStorage)
			.filter((name) => name.startsWith(before))
			.map((name) => JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | null)
			.filter((kept) => kept !== null)
			.sort((a, b) => a.deed.deviceAt - b.deed.deviceAt);
	} catch {
		return [];
	}
}

export function keepList(gate: string, list: DoorList): void {
	try {
		localStorage.setItem(nameOf(gate, 'list'), JSON.stringify(list));
	} catch {
		// It is fetched again at the next opening.
	}
}

export function keptList(gate: string): DoorList | null {
	try {
		return JSON.parse(localStorage.getItem(nameOf(gate, 'list')) ?? 'null') as DoorList | null;
	} catch {
		return null;
	}
}

export function dropList(gate: string): void {
	try {
		localStorage.removeItem(nameOf(gate, 'list'));
	} catch {
		// As above.
	}
}

import { distance } from '$lib/domain/geo';
import type { Counted } from '$lib/domain/stamps/book';
import { isNear } from '$lib/domain/stamps/near';
import type { Spot } from '$lib/domain/stamps/near';
import { addStamps, readHousehold } from '$lib/domain/stamps/passport';
import type { Household } from '$lib/domain/stamps/passport';

/** Everything below stays in this browser; pages load this file when they are alive. */
const KEY = 'liantu-passport';
const WHOM = 'liantu-stamping';

/** A short random id that means nothing to anybody. */
export const newKey = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) =>
		byte.toString(16).padStart(2, '0')
	).join('');

/** What this browser keeps; an empty household where it keeps nothing or may not. */
export function read(): Household {
	try {
		return readHousehold(localStorage.getItem(KEY), newKey());
	} catch {
		return readHousehold(null, newKey());
	}
}

/** Keeps a household; false where the browser does not let us. */
export function keep(household: Household): boolean {
	try {
		localStorage.setItem(KEY, JSON.stringify(household));
		return true;
	} catch {
		return false;
	}
}

/** For whom somebody is stamping, remembered over one page load. */
interface Stamping {
	ids: string[];
	near: Counted['near'];
}

export function remember(stamping: Stamping): void {
	try {
		sessionStorage.setItem(WHOM, JSON.stringify(stamping));
	} catch {
		// Then the stamp goes to the passport that is shown.
	}
}

function remembered(): Stamping | null {
	try {
		const text = sessionStorage.getItem(WHOM);
		sessionStorage.removeItem(WHOM);
		return text ? (JSON.parse(text) as Stamping) : null;
	} catch {
		return null;
	}
}

/**
 * Lays new stamps into the passports they are for, one each.
 * @returns whether any was new, whether they are kept, and what the telephone found of the position
 */
export function receive(given: { stamps: string[]; place: string; name: string; day: string }): {
	fresh: boolean;
	kept: boolean;
	near: Counted['near'];
} {
	let household = read();
	const stamping = remembered();
	const known = (stamping?.ids ?? []).filter((id) =>
		household.passports.some((one) => one.id === id)
	);
	const ids = known.length ? known : [household.current];
	const near = stamping?.near ?? null;
	const had = (id: string) =>
		household.passports
			.find((one) => one.id === id)!
			.stamps.some(({ place }) => place === given.place);
	const fresh = ids.some((id) => !had(id));
	const { place, name, day } = given;
	ids.forEach((id, i) => {
		const stamp = given.stamps[i];
		if (stamp) household = addStamps(household, id, [{ stamp, place, name, day, near }]);
	});
	return { fresh, kept: keep(household), near };
}

/** Asks the telephone where it is and compares it here; nothing is sent. Null when it does not say. */
export const look = (spot: Spot): Promise<boolean | null> =>
	new Promise((done) => {
		if (!navigator.geolocation) done(null);
		else
			navigator.geolocation.getCurrentPosition(
				({ coords }) =>
					done(
						isNear(
							spot,
							distance([spot.lon, spot.lat], [coords.longitude, coords.latitude]),
							coords.accuracy
						)
					),
				() => done(null),
				{ enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 }
			);
	});

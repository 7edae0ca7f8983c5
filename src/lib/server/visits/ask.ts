import { randomInt } from 'node:crypto';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Locale } from '$lib/domain/locale';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { simplified } from '$lib/domain/search/simplified';
import { batchesOf } from '$lib/domain/visits/plan';
import { headsOf, kindOf, requestTrouble } from '$lib/domain/visits/request';
import type { TypedRequest } from '$lib/domain/visits/request';
import { readSlot, slotFor } from '$lib/domain/visits/slots';
import type { Ground } from '$lib/domain/visits/slots';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { newId, places, visitRequests } from '../db/schema';
import { write } from '../db/write';
import type { Letter } from '../letters';
import { groundOf } from './ground';
import { linkHash, linkOf } from './link';
import { takeLetter } from './letter';
import { tellGroup, tellOffice } from './mails';
import { forgetDay, sealSaid } from './said';

/** Signs of codes: no 0, O, 1, I, L. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

async function freshCode(tx: Tx): Promise<string> {
	for (;;) {
		const code = Array.from({ length: 6 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
		if (!(await tx.$count(visitRequests, eq(visitRequests.code, code)))) return code;
	}
}

/** A request that can be taken now, or every reason against it. */
export async function visitRuling(
	db: Reader,
	placeId: string,
	typed: TypedRequest,
	{ letter, now }: { letter: boolean; now: number }
): Promise<Ruled<{ ground: Ground; heads: number; wish: { day: string; starts: number } }>> {
	const ground = await groundOf(db, placeId, now);
	const [place] = await db
		.select({ id: places.id })
		.from(places)
		.where(and(eq(places.id, placeId), isNotNull(places.publishedAt)));
	if (!ground?.plan.open || !place) return refuse({ field: '', reason: 'not-open' });
	const { plan } = ground;
	const trouble = requestTrouble(typed, { ...plan, letter }, simplified);
	const heads = headsOf(typed.heads);
	const wish = readSlot(typed.slot);
	if (typed.slot && !wish) trouble.push({ field: 'slot', reason: 'closed' });
	if (wish) {
		// A group whose number is wrong still hears whether the slot can be had at all.
		const fits = slotFor(wish, heads >= 1 && heads <= plan.largest ? heads : 1, ground, 'group');
		if (!fits.ok) trouble.push(...fits.refusals);
	}
	return trouble.length || !wish ? refuse(...trouble) : accept({ ground, heads, wish });
}

/**
 * Takes the request of a group, decided by the clock and the room there is inside the write. It holds
 * no room yet: the manager of the place offers a slot, which the group then confirms.
 * @param scanned whether letters are looked at by a scanner for malware here
 * @returns its id and the secret of its link
 */
export const askVisit = (
	db: Db,
	by: By,
	placeId: string,
	typed: TypedRequest,
	{ letter, locale, scanned }: { letter: Letter | null; locale: Locale; scanned: boolean }
): Promise<Ruled<{ id: string; link: string }>> =>
	write(db, async (tx) => {
		const ruled = await visitRuling(tx, placeId, typed, {
			letter: letter !== null,
			now: by.now
		});
		if (!ruled.ok) return ruled;
		const { ground, heads, wish } = ruled.value;
		const id = newId(by.now);
		const said = {
			...{ group: typed.group.trim(), liaison: typed.liaison.trim(), note: typed.note.trim() },
			...{ phone: typed.phone.trim(), email: typed.email.trim() }
		};
		const link = linkOf(id);
		const [row] = await tx
			.insert(visitRequests)
			.values({
				...{ id, placeId, heads, locale, code: await freshCode(tx), kind: kindOf(typed.kind)! },
				batches: batchesOf(heads, ground.plan.batch),
				...{ wishDay: wish.day, wishStarts: wish.starts },
				...{ sealed: sealSaid(id, said), linkHash: linkHash(link) },
				...(letter ? await takeLetter(tx, letter, { scanned, now: by.now }) : {}),
				agreedAt: by.now,
				forgetAt: await forgetDay(tx, { day: wish.day, ended: false }, by.now),
				...{ createdAt: by.now, updatedAt: by.now }
			})
			.returning();
		await record(tx, by, {
			act: 'ask',
			noun: 'visits',
			id,
			title: row!.code,
			after: { place: placeId, day: wish.day, starts: wish.starts, heads, kind: row!.kind }
		});
		await tellGroup(tx, row!, 'visit-received', by.now);
		await tellOffice(tx, row!, 'visit-asked', by.now);
		return accept({ id, link });
	});

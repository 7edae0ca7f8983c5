import { and, eq } from 'drizzle-orm';
import { doorTrouble, headsTrouble, readShown } from '$lib/domain/events/checkin';
import type { Shown } from '$lib/domain/events/checkin';
import { bytes64 } from '$lib/domain/events/checkin-list';
import type { Deed, DeedAnswer } from '$lib/domain/events/checkin-sent';
import { LATE_SYNC, toldAt } from '$lib/domain/events/checkin-window';
import type { By } from '$lib/domain/people/who';
import type { Ruled } from '$lib/domain/refusal';
import type { Db, Tx } from '../db/open';
import { bookings, checkins, gates, walkins } from '../db/schema';
import { write } from '../db/write';
import { maySetUpDate } from '../events/runs';
import { ticketKeys } from '../signups/tickets';
import { passBooking, passesOf } from './pass';
import { passWalkin } from './walkins';
import { doorGround } from './ground';
import type { DoorGround } from './ground';

/** Where deeds come from: a gate, or the organizer’s own list. */
export interface Post {
	occasionId: string;
	gateId: string | null;
}

const told = (id: string, reason: string, detail?: DeedAnswer['detail']): DeedAnswer => ({
	...{ id, said: 'no', reason },
	...(detail ? { detail } : {})
});

/**
 * Takes what happened at a door, in the order told. All is decided inside the write; what was taken
 * before is not taken again.
 * @returns an answer each; null when the gate has been revoked, or the event is not theirs to run
 */
export async function takeDeeds(
	db: Db,
	by: By,
	post: Post,
	deeds: readonly Deed[]
): Promise<DeedAnswer[] | null> {
	const keys = ticketKeys().map(bytes64);
	// Signatures take time: they are checked before anybody has to wait for them.
	const shown = deeds.map((deed) => (deed.text ? readShown(deed.text, keys) : null));
	return write(db, async (tx) => {
		if (post.gateId) {
			const [gate] = await tx.select().from(gates).where(eq(gates.id, post.gateId));
			if (!gate || gate.revokedAt !== null || gate.kind === 'screen') return null;
		} else if (!(await maySetUpDate(tx, by, post.occasionId, 'check-in'))) return null;
		const ground = await doorGround(tx, post.occasionId);
		if (!ground) return null;
		const answers: DeedAnswer[] = [];
		for (const [n, deed] of deeds.entries())
			answers.push(
				(await before(tx, post, deed)) ?? (await take(tx, by, post, ground, deed, shown[n]!))
			);
		return answers;
	});
}

/** What was said to a deed that was taken already. */
async function before(tx: Tx, { occasionId }: Post, { id }: Deed): Promise<DeedAnswer | null> {
	const [row] = await tx
		.select({ of: checkins.occasionId, doubled: checkins.doubled, ...heads })
		.from(checkins)
		.innerJoin(bookings, eq(bookings.id, checkins.bookingId))
		.where(eq(checkins.id, id));
	const [walked] = row
		? []
		: await tx.select({ of: walkins.occasionId }).from(walkins).where(eq(walkins.id, id));
	if (!row && !walked) return null;
	if ((row ?? walked)!.of !== occasionId) return told(id, 'unknown');
	return row
		? { id, said: row.doubled ? 'doubled' : 'in', booked: row.booked, came: row.came }
		: { id, said: 'in' };
}
const heads = { booked: bookings.heads, came: bookings.came };

async function take(
	tx: Tx,
	by: By,
	post: Post,
	ground: DoorGround,
	deed: Deed,
	read: Ruled<Shown> | null
): Promise<DeedAnswer> {
	// What is asked happens now, whatever the clock of a device says; what is done, when it says.
	const at = deed.done ? toldAt(deed.deviceAt, by.now) : by.now;
	// What happened without a line is judged by when it happened; what is asked, by now.
	const late = deed.done && by.now < ground.door.closes + LATE_SYNC;
	const moment = late ? at : by.now;
	if (!read) return passWalkin(tx, by, post, ground, { ...deed, deviceAt: at }, moment);
	if (!read.ok) return told(deed.id, read.refusals[0]!.reason);
	const { code } = read.value;
	const [row] = await tx
		.select()
		.from(bookings)
		.where(and(eq(bookings.code, code), eq(bookings.occasionId, post.occasionId)));
	const now = row ? await passesOf(tx, row) : null;
	const expected = row && now ? { ...row, ...now } : null;
	const trouble = doorTrouble(read.value, ground.door, expected, moment);
	if (trouble) return told(deed.id, trouble.reason, trouble.detail);
	const tooMany = headsTrouble(expected!, deed);
	if (tooMany && !(deed.done && deed.heads > 0 && tooMany.reason !== 'bad-heads'))
		return {
			...told(deed.id, tooMany.reason, tooMany.detail),
			booked: row!.heads,
			came: expected!.came
		};
	return passBooking(tx, by, post, row!, { ...deed, deviceAt: at });
}

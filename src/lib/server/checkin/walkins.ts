import { eq, sql } from 'drizzle-orm';
import type { Deed, DeedAnswer } from '$lib/domain/events/checkin-sent';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { doorRules, walkins } from '../db/schema';
import { write } from '../db/write';
import { maySetUp } from '../events/runs';
import { dateOf } from './gates';
import type { DoorGround } from './ground';
import type { Post } from './take';

/** Counts heads that come in without having signed up, where the organizer lets them. */
export async function passWalkin(
	tx: Tx,
	by: By,
	{ occasionId, gateId }: Post,
	{ door, walkins: allowed }: DoorGround,
	{ id, heads, deviceAt, how }: Deed,
	moment: number
): Promise<DeedAnswer> {
	const no = (reason: string, detail?: DeedAnswer['detail']): DeedAnswer => ({
		...{ id, said: 'no', reason },
		...(detail ? { detail } : {})
	});
	if (!allowed || how === 'kiosk') return no('no-walkins');
	if (door.off) return no('date-off');
	if (moment < door.opens) return no('too-early', { at: door.opens });
	if (moment >= door.closes) return no('too-late', { at: door.closes });
	const [sum] = await tx
		.select({ n: sql<number>`coalesce(sum(${walkins.heads}), 0)`.mapWith(Number) })
		.from(walkins)
		.where(eq(walkins.occasionId, occasionId));
	if (sum!.n + heads < 0) return no('nobody-in', { came: sum!.n });
	await tx.insert(walkins).values({
		...{ id, occasionId, heads, deviceAt, at: by.now, gateId },
		personId: by.who?.id ?? null
	});
	await record(tx, by, {
		act: 'walk-in',
		noun: 'occasions',
		id: occasionId,
		after: { heads, at: deviceAt, ...(gateId ? { gate: gateId } : {}) }
	});
	return { id, said: 'in' };
}

/** Whether people come in who did not sign up. */
export function allowWalkins(
	db: Db,
	by: By,
	eventId: string,
	date: string,
	allowed: boolean
): Promise<Ruled<true>> {
	return write(db, async (tx) => {
		if (!(await maySetUp(tx, by, eventId, 'walk-ins')))
			return refuse({ field: '', reason: 'gone' });
		const occasion = await dateOf(tx, eventId, date);
		if (!occasion) return refuse({ field: '', reason: 'gone' });
		const [rule] = await tx.select().from(doorRules).where(eq(doorRules.occasionId, date));
		if ((rule?.walkins ?? false) === allowed) return accept(true as const);
		await tx
			.insert(doorRules)
			.values({ occasionId: date, walkins: allowed })
			.onConflictDoUpdate({ target: doorRules.occasionId, set: { walkins: allowed } });
		await record(tx, by, {
			act: allowed ? 'allow-walk-ins' : 'forbid-walk-ins',
			noun: 'occasions',
			id: date,
			title: occasion.key
		});
		return accept(true as const);
	});
}

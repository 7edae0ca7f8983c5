import { createHash, randomBytes } from 'node:crypto';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { GATE_NAME_MOST, GATES_MOST, isGateKey, isGateKind } from '$lib/domain/events/gate';
import type { GateKind } from '$lib/domain/events/gate';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { gates, newId, occasions } from '../db/schema';
import { write } from '../db/write';
import { maySetUp } from '../events/runs';

export type Gate = typeof gates.$inferSelect;

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Which date of an event somebody means; a date of another event is none. */
export const dateOf = async (db: Reader, eventId: string, occasionId: string) =>
	(
		await db
			.select({ id: occasions.id, key: occasions.key })
			.from(occasions)
			.where(and(eq(occasions.id, occasionId), eq(occasions.eventId, eventId)))
	)[0];

/**
 * Opens a gate of a date: whoever has its address stands at its door, without signing in.
 * @returns the key of its address, told this once; only its hash is kept
 */
export function openGate(
	db: Db,
	by: By,
	eventId: string,
	{ date, kind, name }: { date: string; kind: string; name: string }
): Promise<Ruled<{ id: string; key: string; kind: GateKind; name: string }>> {
	return write(db, async (tx) => {
		if (!(await maySetUp(tx, by, eventId, 'open-gate')))
			return refuse({ field: '', reason: 'gone' });
		const occasion = await dateOf(tx, eventId, date);
		if (!occasion) return refuse({ field: '', reason: 'gone' });
		if (!isGateKind(kind)) return refuse({ field: 'kind', reason: 'kind' });
		const called = name.normalize('NFC').trim();
		if (!called) return refuse({ field: 'name', reason: 'name' });
		if (called.length > GATE_NAME_MOST || /\p{Cc}/u.test(called))
			return refuse({ field: 'name', reason: 'name-long', detail: { max: GATE_NAME_MOST } });
		const [open] = await tx
			.select({ n: sql<number>`count(*)`.mapWith(Number) })
			.from(gates)
			.where(and(eq(gates.occasionId, date), isNull(gates.revokedAt)));
		if (open!.n >= GATES_MOST)
			return refuse({ field: '', reason: 'gates', detail: { max: GATES_MOST } });
		// In hex, so that the log knows it for a secret.
		const key = randomBytes(20).toString('hex');
		const id = newId(by.now);
		await tx.insert(gates).values({
			...{ id, occasionId: date, kind, name: called },
			...{ keyHash: hashOf(key), madeBy: by.who!.id, madeAt: by.now }
		});
		await record(tx, by, {
			act: 'open-gate',
			noun: 'occasions',
			id: date,
			title: occasion.key,
			after: { gate: id, kind, name: called }
		});
		return accept({ id, key, kind, name: called });
	});
}

/** Shuts a gate for good: its address opens nothing any more. Twice is the same as once. */
export function shutGate(
	db: Db,
	by: By,
	eventId: string,
	id: string
): Promise<Ruled<{ name: string }>> {
	return write(db, async (tx) => {
		if (!(await maySetUp(tx, by, eventId, 'shut-gate')))
			return refuse({ field: '', reason: 'gone' });
		const [gate] = await tx.select().from(gates).where(eq(gates.id, id));
		const occasion = gate && (await dateOf(tx, eventId, gate.occasionId));
		if (!gate || !occasion) return refuse({ field: '', reason: 'gone' });
		if (gate.revokedAt !== null) return accept({ name: gate.name });
		await tx.update(gates).set({ revokedAt: by.now }).where(eq(gates.id, id));
		await record(tx, by, {
			act: 'shut-gate',
			noun: 'occasions',
			id: occasion.id,
			title: occasion.key,
			after: { gate: id, name: gate.name }
		});
		return accept({ name: gate.name });
	});
}

/** The gate a key opens, revoked or not; null for every other text. */
export async function gateByKey(db: Reader, key: string): Promise<Gate | null> {
	if (!isGateKey(key)) return null;
	const [row] = await db
		.select()
		.from(gates)
		.where(eq(gates.keyHash, hashOf(key)));
	return row ?? null;
}

/** Gates of a date, those that are open first. */
export const gatesOf = (db: Reader, occasionId: string) =>
	db
		.select({
			id: gates.id,
			kind: gates.kind,
			name: gates.name,
			madeAt: gates.madeAt,
			revokedAt: gates.revokedAt
		})
		.from(gates)
		.where(eq(gates.occasionId, occasionId))
		.orderBy(sql`${gates.revokedAt} IS NOT NULL`, asc(gates.madeAt));

import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { codeFrom } from '$lib/domain/certificates/code';
import type { Award } from '$lib/domain/certificates/facts';
import { namesPeople, wording } from '$lib/domain/certificates/wording';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { certificateBatches, certificateNames, certificates, newId } from '../db/schema';
import { touchContent, write } from '../db/write';
import { awardKeys, awardsOf, isFinal } from './awards';
import { designOf } from './designs';
import type { Saved } from './designs';
import { factsOf, groundOf, issuerOf, printedFor } from './facts';
import type { Ground } from './facts';
import { lackingOf, printOf } from './press';
import type { PressEnv } from './press';

/** Rows written at once; pages are answered between two of them. */
const CHUNK = 50;

/** What stands against printing one certificate. */
type Flaw =
	/** Signs no type on this machine has. */
	| { kind: 'lacking'; signs: string[] }
	/** Neither people nor a unit to be named. */
	| { kind: 'nameless' };

/** What issuing would do now. */
interface Ready {
	ground: Ground;
	saved: Saved;
	/** Released awards without a certificate that holds. */
	due: Award[];
	/** Whether the result stands; certificates before that are given at one’s own risk. */
	final: boolean;
	/** Certificates that hold for an award no longer released: the result changed after they were issued. */
	stale: { id: string; number: string; entry: string }[];
	/** Those among them that cannot be printed as they should. */
	flawed: { award: Award; flaws: Flaw[] }[];
}

const keyOf = ({ entryId, prizeId }: { entryId: string | null; prizeId: string }) =>
	`${entryId} ${prizeId}`;

/** Awards that have a certificate which holds, by entry and prize. */
async function heldKeys(db: Reader, editionId: string): Promise<Set<string>> {
	const held = await db
		.select({ entryId: certificates.entryId, prizeId: certificates.prizeId })
		.from(certificates)
		.where(and(eq(certificates.editionId, editionId), isNull(certificates.revokedAt)));
	return new Set(held.map(keyOf));
}

async function staleOf(db: Reader, editionId: string): Promise<Ready['stale']> {
	const still = new Set((await awardKeys(db, editionId)).map(keyOf));
	const held = await db
		.select({
			id: certificates.id,
			entryId: certificates.entryId,
			prizeId: certificates.prizeId,
			number: certificates.number,
			printed: certificates.printed
		})
		.from(certificates)
		.where(
			and(
				eq(certificates.editionId, editionId),
				isNull(certificates.revokedAt),
				// Of an entry that was deleted nothing can be said any more.
				isNotNull(certificates.entryId)
			)
		);
	return held
		.filter((one) => !still.has(keyOf(one)))
		.map(({ id, number, printed }) => ({ id, number, entry: printed.entry }));
}

/** Every sign of every certificate that is due, looked up in the type it will be set in. */
export async function readiness(
	db: Reader,
	env: PressEnv,
	editionId: string,
	now: number
): Promise<Ready | null> {
	const ground = await groundOf(db, editionId);
	const saved = await designOf(db, editionId);
	if (!ground || !saved) return null;
	const held = await heldKeys(db, editionId);
	const due = (await awardsOf(db, editionId)).filter((award) => !held.has(keyOf(award)));
	const final = await isFinal(db, editionId);
	const stale = await staleOf(db, editionId);
	return {
		ground,
		saved,
		due,
		final,
		stale,
		flawed: await flawsOf(env, { ground, saved, due }, now)
	};
}

async function flawsOf(
	env: PressEnv,
	{ ground, saved, due }: Pick<Ready, 'ground' | 'saved' | 'due'>,
	now: number
): Promise<Ready['flawed']> {
	const { host } = printOf(saved.design);
	const texts = due.map((award) => {
		const printed = printedFor(ground, saved.design, award);
		const facts = factsOf({ printed, code: '0'.repeat(20), issuedAt: now }, award.names);
		const all = wording(saved.design, facts, host);
		return Object.entries(all)
			.filter(([key]) => saved.design.fields[key as keyof typeof all].shown)
			.map(([, text]) => text)
			.join('');
	});
	const lacking = due.length ? await lackingOf(env, texts) : [];
	return due.flatMap((award, i) => {
		const signs = lacking[i]!;
		const nameless = !award.unit && !award.names.length && namesPeople(saved.design);
		const flaws: Flaw[] = [
			...(signs.length ? [{ kind: 'lacking' as const, signs }] : []),
			...(nameless ? [{ kind: 'nameless' as const }] : [])
		];
		return flaws.length ? [{ award, flaws }] : [];
	});
}

/**
 * Issues every certificate that is due, as one recorded act; what has one keeps it. Awards that cannot
 * be printed as they should stop it, unless they are to wait (`without`); and so does a result that is
 * not final yet, unless somebody takes it upon them (`early`), which is recorded.
 * @param version of the design somebody looked at; refused when another stands
 * @returns how many
 */
export async function issue(
	db: Db,
	by: By,
	env: PressEnv,
	editionId: string,
	{ version, without, early }: { version: number; without: boolean; early: boolean }
): Promise<Ruled<number>> {
	if (!mayOrganize(by.who)) return refuse({ field: '', reason: 'forbidden' });
	const ready = await readiness(db, env, editionId, by.now);
	if (!ready) return refuse({ field: '', reason: 'gone' });
	if (!issuerOf(ready.ground, ready.saved.design))
		return refuse({ field: '', reason: 'no-issuer' });
	if (!ready.final && !early) return refuse({ field: '', reason: 'not-final' });
	if (ready.flawed.length && !without)
		return refuse({ field: '', reason: 'flawed', detail: { count: ready.flawed.length } });
	const flawed = new Set(ready.flawed.map(({ award }) => keyOf(award)));
	return write(db, async (tx) => {
		const saved = (await designOf(tx, editionId))!;
		if (saved.version !== version) return refuse({ field: '', reason: 'changed' });
		// What was looked at, as it was; awards taken back and certificates issued meanwhile are left out.
		const held = await heldKeys(tx, editionId);
		const still = new Set((await awardKeys(tx, editionId)).map(keyOf));
		const due = ready.due.filter((award) => {
			const key = keyOf(award);
			return !flawed.has(key) && still.has(key) && !held.has(key);
		});
		if (!due.length) return refuse({ field: '', reason: 'none-due' });
		const batchId = newId(by.now);
		const issuedBy = by.who?.id ?? null;
		await tx.insert(certificateBatches).values({
			...{ id: batchId, editionId, designVersion: version },
			...{ count: due.length, issuedBy, issuedAt: by.now }
		});
		for (let at = 0; at < due.length; at += CHUNK) {
			const some = due.slice(at, at + CHUNK).map((award) => ({ award, id: newId(by.now) }));
			await tx.insert(certificates).values(
				some.map(({ award, id }) => ({
					...{ id, editionId, batchId, code: codeFrom(randomBytes(19)) },
					...{ entryId: award.entryId, prizeId: award.prizeId, number: award.number },
					printed: printedFor(ready.ground, saved.design, award),
					...{ designVersion: version, issuedBy, issuedAt: by.now }
				}))
			);
			await tx
				.insert(certificateNames)
				.values(some.map(({ award, id }) => ({ certificateId: id, names: award.names })));
			await nextTurn();
		}
		await record(tx, by, {
			act: 'issue',
			noun: 'certificates',
			id: batchId,
			title: ready.ground.edition.zh,
			after: {
				...{ edition: editionId, design: version, count: due.length },
				...(ready.final ? {} : { early: true })
			}
		});
		await touchContent(tx);
		return accept(due.length);
	});
}

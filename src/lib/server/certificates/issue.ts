import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, eq, isNull } from 'drizzle-orm';
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
import { awardsOf } from './awards';
import { designOf } from './designs';
import type { Saved } from './designs';
import { factsOf, groundOf, issuerOf, printedFor } from './facts';
import type { Ground } from './facts';
import { lackingOf, printOf } from './press';
import type { PressEnv } from './press';

/** Rows written at once; pages are answered between two of them. */
const CHUNK = 50;

/** What stands against printing one certificate. */
export type Flaw =
	/** Signs no type on this machine has. */
	| { kind: 'lacking'; signs: string[] }
	/** Neither people nor a unit to be named. */
	| { kind: 'nameless' };

/** What issuing would do now. */
export interface Ready {
	ground: Ground;
	saved: Saved;
	/** Released awards without a certificate that holds. */
	due: Award[];
	/** Those among them that cannot be printed as they should. */
	flawed: { award: Award; flaws: Flaw[] }[];
}

const keyOf = ({ entryId, prizeId }: { entryId: string | null; prizeId: string }) =>
	`${entryId} ${prizeId}`;

/** Released awards that have no certificate which holds. */
async function dueAwards(db: Reader, editionId: string): Promise<Award[]> {
	const held = await db
		.select({ entryId: certificates.entryId, prizeId: certificates.prizeId })
		.from(certificates)
		.where(and(eq(certificates.editionId, editionId), isNull(certificates.revokedAt)));
	const has = new Set(held.map(keyOf));
	return (await awardsOf(db, editionId)).filter((award) => !has.has(keyOf(award)));
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
	const due = await dueAwards(db, editionId);
	return { ground, saved, due, flawed: await flawsOf(env, { ground, saved, due }, now) };
}

async function flawsOf(
	env: PressEnv,
	{ ground, saved, due }: Omit<Ready, 'flawed'>,
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
 * be printed as they should stop it, unless they are to wait (`without`).
 * @param version of the design somebody looked at; refused when another stands
 * @returns how many
 */
export async function issue(
	db: Db,
	by: By,
	env: PressEnv,
	editionId: string,
	{ version, without }: { version: number; without: boolean }
): Promise<Ruled<number>> {
	if (!mayOrganize(by.who)) return refuse({ field: '', reason: 'forbidden' });
	const ready = await readiness(db, env, editionId, by.now);
	if (!ready) return refuse({ field: '', reason: 'gone' });
	if (!issuerOf(ready.ground, ready.saved.design))
		return refuse({ field: '', reason: 'no-issuer' });
	if (ready.flawed.length && !without)
		return refuse({ field: '', reason: 'flawed', detail: { count: ready.flawed.length } });
	const flawed = new Set(ready.flawed.map(({ award }) => keyOf(award)));
	const looked = new Map(ready.due.map((award) => [keyOf(award), JSON.stringify(award)]));
	return write(db, async (tx) => {
		const saved = (await designOf(tx, editionId))!;
		if (saved.version !== version) return refuse({ field: '', reason: 'changed' });
		// Only what was looked at, exactly as it was: what changed meanwhile is looked at next time.
		const due = (await dueAwards(tx, editionId)).filter(
			(award) => !flawed.has(keyOf(award)) && looked.get(keyOf(award)) === JSON.stringify(award)
		);
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
			after: { edition: editionId, design: version, count: due.length }
		});
		await touchContent(tx);
		return accept(due.length);
	});
}

import { and, asc, eq, gte, inArray, isNotNull } from 'drizzle-orm';
import { href } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import { log as en } from '$lib/words/en/log';
import { log as zh } from '$lib/words/zh/log';
import { keeperOf, record } from '../audit';
import { editionName } from '../contests/readers';
import type { Db, Reader, Tx } from '../db/open';
import {
	checkpoints,
	contests,
	editions,
	judgingPhaseMails,
	judgingPhases,
	jurors,
	outbox,
	people,
	rounds
} from '../db/schema';
import { touchContent, write } from '../db/write';
import { mail } from '../mail';
import { shared } from '../shared';
import { unsettled } from './log-phases';
import type { PhaseRow } from './log-phases';

/** How long after a mark its checkpoint is looked for, and again while it cannot be signed. */
const SOON = 100;
const LATER = 30_000;

const timers = new WeakMap<object, NodeJS.Timeout>();

/** Looks after marks a moment from now; again later while the chain gets no signatures. */
export function settleSoon(db: Db, wait = SOON): void {
	clearTimeout(timers.get(db));
	const look = async () => {
		const left = await settlePhases(db, Date.now()).catch((error: unknown) => {
			shared.report?.(error, 'judging log');
			return 1;
		});
		if (left) settleSoon(db, LATER);
	};
	timers.set(db, setTimeout(() => void look(), wait).unref());
}

/**
 * Looks after marks that an end of the portal left waiting.
 * @returns how to stop
 */
export function startSettling(db: Db): () => Promise<void> {
	settleSoon(db, LATER);
	return async () => clearTimeout(timers.get(db));
}

/** Does at once what {@link settleSoon} would do in a moment. */
export async function settled(db: Db): Promise<void> {
	clearTimeout(timers.get(db));
	await settlePhases(db, Date.now());
}

/**
 * Keeps with every mark the first signed checkpoint that covers it, and mails that to all jurors of
 * the edition, once each, in the same transaction.
 * @returns how many marks still wait
 */
export async function settlePhases(db: Db, now: number): Promise<number> {
	const waiting = await unsettled(db);
	if (!waiting.length) return 0;
	await keeperOf(db)?.flush();
	let left = 0;
	for (const phase of waiting) {
		const settled = await write(db, (tx) => settle(tx, phase.id, now));
		if (!settled) left++;
	}
	return left;
}

async function settle(tx: Tx, phaseId: string, now: number): Promise<boolean> {
	const [phase] = await tx.select().from(judgingPhases).where(eq(judgingPhases.id, phaseId));
	if (!phase || phase.mailed !== null) return true;
	const [signed] = await tx
		.select()
		.from(checkpoints)
		.where(gte(checkpoints.size, phase.seq))
		.orderBy(asc(checkpoints.size), asc(checkpoints.id))
		.limit(1);
	if (!signed) return false;
	const { size, root, note, at } = signed;
	const sent = await tell(tx, { ...phase, note }, now);
	await tx
		.update(judgingPhases)
		.set({ size, root, note, signedAt: at, mailed: sent.length })
		.where(eq(judgingPhases.id, phaseId));
	await record(
		tx,
		{ who: null, machine: 'judging-log', address: null, now },
		{
			act: 'mail',
			noun: 'phases',
			id: phaseId,
			after: { edition: phase.editionId, round: phase.roundId, size, root, jurors: sent }
		}
	);
	await touchContent(tx);
	return true;
}

/** Writes the mails; ids of the jurors they go to. Also those who left: they saw what was before. */
async function tell(tx: Tx, phase: PhaseRow & { note: string }, now: number): Promise<string[]> {
	const [edition] = await tx
		.select({ edition: editions, contest: contests })
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(eq(editions.id, phase.editionId));
	const [round] = phase.roundId
		? await tx.select({ plan: rounds.plan }).from(rounds).where(eq(rounds.id, phase.roundId))
		: [];
	const to = await tx
		.select({ id: jurors.id, email: people.email, name: people.name, locale: people.locale })
		.from(jurors)
		.innerJoin(people, eq(people.id, jurors.personId))
		.where(and(eq(jurors.editionId, phase.editionId), isNotNull(people.email)))
		.orderBy(asc(jurors.id));
	for (const { id, email, name, locale } of to) {
		const mailId = await mail(tx, {
			to: email,
			template: 'judging-checkpoint',
			locale,
			values: {
				name,
				contest: editionName(edition!, locale),
				round: round ? say(round.plan.title, locale) : '',
				phase: (locale === 'en' ? en : zh).phases[phase.phase],
				checkpoint: phase.note,
				link: href(locale, `/contests/${edition!.contest.slug}/${edition!.edition.slug}/log`)
			},
			now
		});
		await tx.insert(judgingPhaseMails).values({ phaseId: phase.id, jurorId: id, mailId });
	}
	return to.map(({ id }) => id);
}

/** To whom the checkpoint of a mark went, and what became of each mail. */
export async function mailsOf(db: Reader, phaseIds: readonly string[]) {
	if (!phaseIds.length) return [];
	return db
		.select({
			phaseId: judgingPhaseMails.phaseId,
			label: jurors.label,
			/** Null once the outbox forgot it. */
			state: outbox.state,
			lastError: outbox.lastError,
			sentAt: outbox.sentAt
		})
		.from(judgingPhaseMails)
		.innerJoin(jurors, eq(jurors.id, judgingPhaseMails.jurorId))
		.leftJoin(outbox, eq(outbox.id, judgingPhaseMails.mailId))
		.where(inArray(judgingPhaseMails.phaseId, [...phaseIds]))
		.orderBy(asc(jurors.label));
}

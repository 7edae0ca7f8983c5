import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { content } from '../../../../tests/contests';
import { judged } from '../../../../tests/judged';
import { aRound, inTurn, scored, someTasks } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb, NOON } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import type { Db } from '../db/open';
import { audit, conflicts, entries, jurors, roundEntries, rounds, tasks } from '../db/schema';
import { write } from '../db/write';
import { whyNoScores } from './apart';
import { decideByRule, decideOne, undecide } from './decisions';
import { exportScores, openResult } from './export';
import { admit, unadmit } from './rounds-admit';
import { closeRound, extendRound, openRound, reopenRound } from './rounds-steps';
import { unlockByCode } from './score-unlock';

const officer = asRole('organizer', { id: 'officer' });
const DAY = 86_400_000;
let db: Db;
/** `done`, or why not. */
const reasons = (said: { ok: boolean; refusals?: readonly { reason: string }[] }) =>
	said.ok ? 'done' : said.refusals!.map(({ reason }) => reason).join(' ');
beforeEach(async () => {
	db = await emptyDb();
});

/** Makes the officer the contact of an entry of a round. */
const owning = ({ entries: [one] }: ARound) => {
	const said = content({ contact: { ...content().contact!, email: officer.who.email } });
	return write(db, (tx) =>
		tx.update(entries).set({ content: said }).where(eq(entries.id, one!.id))
	);
};
const deedsOn = (roundId: string) => db.$count(audit, eq(audit.thing, roundId));

describe('somebody of the office with an entry of their own', () => {
	it('neither lets entries into a round nor keeps them out', async () => {
		const first = await aRound(db, { state: 'released' });
		const next = await aRound(db, {
			...{ edition: first.edition, ordinal: 2, state: 'draft', of: first.jurors },
			field: first.entries.map(({ id }) => id)
		});
		const [mine, rival] = first.entries;
		const form = { number: rival!.number, why: '漏登' };
		expect(reasons(await admit(db, officer, next.roundId, form))).toBe('done');
		await owning(first);
		const before = await deedsOn(next.roundId);
		for (const { number } of [mine!, rival!])
			expect(reasons(await admit(db, officer, next.roundId, { number, why: '漏登' }))).toBe(
				'stands-apart'
			);
		expect(reasons(await unadmit(db, officer, next.roundId, rival!.id))).toBe('stands-apart');
		expect(await deedsOn(next.roundId)).toBe(before);
		const other = asRole('organizer', { id: 'other' });
		expect(reasons(await unadmit(db, other, next.roundId, rival!.id))).toBe('done');
	});

	it('opens and closes rounds at their time, but neither earlier nor again', async () => {
		const round = await aRound(db, { state: 'sealed' });
		await someTasks(db, round);
		await owning(round);
		const at = (now: number) => ({ ...officer, now });
		const sure = { sure: true, why: '提前结束' };
		const again = { closesAt: NOON + 30 * DAY, why: '再评一次' };
		const { roundId } = round;
		expect(reasons(await openRound(db, officer, roundId))).toBe('done');
		expect(reasons(await closeRound(db, officer, roundId, sure))).toBe('stands-apart');
		expect(
			reasons(await extendRound(db, officer, roundId, { closesAt: NOON + 11 * DAY, why: '放假' }))
		).toBe('done');
		expect(reasons(await closeRound(db, at(NOON + 11 * DAY), roundId, sure))).toBe('done');
		expect(reasons(await reopenRound(db, at(NOON + 11 * DAY), roundId, again))).toBe(
			'stands-apart'
		);
		await write(db, (tx) =>
			tx.update(rounds).set({ state: 'open', closedAt: null, closesAt: null })
		);
		expect(reasons(await closeRound(db, at(NOON + 12 * DAY), roundId, sure))).toBe('stands-apart');
	});
});

describe('somebody of the office who judges too', () => {
	/** The officer is the first juror of an open round that is scored but not closed. */
	async function seated() {
		const round = await aRound(db, { entries: 4, jurors: 3 });
		await someTasks(db, round, { pairs: inTurn(round, 3) });
		await scored(db, round, (entry) => 70 + entry);
		const [me] = round.jurors;
		const by = asRole('organizer', { id: me!.personId });
		return { round, me: me!, by };
	}

	it('sees no scores of others while they are given, not even after leaving the jury', async () => {
		const { round, me, by } = await seated();
		const here = { state: 'open', editionId: round.editionId } as const;
		for (let left = 0; left < 2; left++) {
			expect(await openResult(db, by, round.roundId)).toBeNull();
			expect(await exportScores(db, by, round.roundId)).toBeNull();
			expect(await whyNoScores(db, by.who, here)).toBe('judges');
			await write(db, (tx) =>
				tx.update(jurors).set({ leftAt: NOON, leftWhy: '退出' }).where(eq(jurors.id, me.id))
			);
		}
		// What is kept from them is there to be seen.
		expect(await openResult(db, officer, round.roundId)).not.toBeNull();
		expect(await whyNoScores(db, officer.who, here)).toBeNull();
		expect(await whyNoScores(db, by.who, { ...here, state: 'closed' })).toBeNull();
		expect(await whyNoScores(db, null, here)).toBe('stands-apart');
	});

	it('does not unlock their own sheet', async () => {
		const { round, me, by } = await seated();
		const [mine] = await db.select().from(tasks).where(eq(tasks.jurorId, me.id));
		const [shown] = await db
			.select({ code: roundEntries.code })
			.from(roundEntries)
			.where(and(eq(roundEntries.roundId, round.roundId), eq(roundEntries.entryId, mine!.entryId)));
		const unlock = (who: typeof by) =>
			unlockByCode(db, who, round.roundId, { juror: me.id, code: shown!.code, why: '误锁' });
		expect(reasons(await unlock(by))).toBe('own-sheet');
		expect(reasons(await unlock(officer))).toBe('done');
	});

	it('decides nothing on an entry they may not judge, and on others as before', async () => {
		const round = await judged(db);
		const by = asRole('organizer', { id: round.jurors[0]!.personId });
		const [one, two] = round.entries;
		await write(db, (tx) =>
			tx.insert(conflicts).values({
				...{ editionId: round.editionId, jurorId: round.jurors[0]!.id, entryId: one!.id },
				...{ kind: 'family', source: 'declared', at: NOON }
			})
		);
		await decideByRule(db, officer, round.roundId);
		const drop = async (entryId: string, who = by) =>
			reasons(await undecide(db, who, round.roundId, entryId));
		expect([await drop(one!.id), await drop(two!.id)]).toEqual(['stands-apart', 'done']);
		const said = { verdict: 'stop', prize: null, why: '超出题材' } as const;
		expect(reasons(await decideOne(db, by, round.roundId, one!.id, said))).toBe('stands-apart');
		// The office goes on without them.
		expect(await drop(one!.id, officer)).toBe('done');
	});
});

import { beforeEach, expect, it } from 'vitest';
import { and, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { takes } from '$lib/domain/judging/state';
import { aRound, scored, someTasks } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import { RoundModel } from '../../../../tests/round-law';
import type { RoundCommand } from '../../../../tests/round-law';
import type { Db } from '../db/open';
import { audit, rounds } from '../db/schema';
import { write } from '../db/write';
import { saveRound } from './rounds';
import { closeRound, extendRound, openRound, reopenRound } from './rounds-steps';
import { fixRule, sealRound } from './seal';

const HOUR = 3_600_000;
const by = asRole('organizer');
let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});

const command: fc.Arbitrary<RoundCommand> = fc.oneof(
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('save' as const), stale: fc.boolean() }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('fix' as const), chance: fc.boolean() }) },
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('seal' as const),
			words: fc.boolean(),
			other: fc.boolean()
		})
	},
	{ weight: 3, arbitrary: fc.constant({ do: 'deal' as const }) },
	{ weight: 3, arbitrary: fc.constant({ do: 'open' as const }) },
	{ weight: 2, arbitrary: fc.constant({ do: 'score' as const }) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constantFrom('extend' as const, 'reopen' as const),
			hours: fc.integer({ min: -5, max: 60 }),
			why: fc.boolean()
		})
	},
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant('close' as const),
			sure: fc.boolean(),
			why: fc.boolean()
		})
	},
	{ weight: 1, arbitrary: fc.constant({ do: 'release' as const }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.nat(12) }) }
);

/** Does a command as the office would; true where it was done. */
async function act(one: RoundCommand, made: ARound, now: number, n: number): Promise<boolean> {
	const who = { ...by, now };
	const id = made.roundId;
	const of = async () => (await db.select().from(rounds).where(eq(rounds.id, id)))[0]!;
	const why = (said: boolean) => (said ? '原因' : '');
	switch (one.do) {
		case 'save': {
			const { version } = await of();
			const said = { ...made.plan, sample: n % 12, dates: made.plan.dates, watch: (n + 1) / 100 };
			const done = await saveRound(db, who, id, {
				...{ version: one.stale ? version - 1 : version, said }
			});
			return done.ok && done.changed;
		}
		case 'fix': {
			const { version } = await of();
			const chance = one.chance ? '掷骰' : '';
			return (await fixRule(db, who, id, { version, chance })).ok;
		}
		case 'seal': {
			const [said] = await db
				.select()
				.from(audit)
				.where(and(eq(audit.thing, id), eq(audit.act, 'fix')))
				.orderBy(sql`seq DESC`)
				.limit(1);
			const hash = said ? (JSON.parse(said.record) as { after: { rule: string } }).after.rule : '';
			const other = one.other ? '0'.repeat(64) : hash;
			return (await sealRound(db, who, id, { hash: other, words: one.words ? '六' : '' })).ok;
		}
		case 'deal': {
			if ((await of()).state !== 'sealed') return false;
			await someTasks(db, made, { pairs: [[0, 0]], now });
			return true;
		}
		case 'score': {
			if (!takes(await of(), now)) return false;
			await scored(db, made, () => 80, { now });
			return true;
		}
		case 'open':
			return (await openRound(db, who, id)).ok;
		case 'extend':
		case 'reopen': {
			const closesAt = now + one.hours * HOUR;
			const step = one.do === 'extend' ? extendRound : reopenRound;
			return (await step(db, who, id, { closesAt, why: why(one.why) })).ok;
		}
		case 'close':
			return (await closeRound(db, who, id, { sure: one.sure, why: why(one.why) })).ok;
		case 'release': {
			if ((await of()).state !== 'closed') return false;
			await write(db, (tx) =>
				tx.update(rounds).set({ state: 'released', releasedAt: now }).where(eq(rounds.id, id))
			);
			return true;
		}
		case 'wait':
			return true;
	}
}

it('the law of rounds answers as its independent telling', async () => {
	const reached = new Set<string>();
	await fc.assert(
		fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 24 }), async (commands) => {
			const made = await aRound(db, {
				...{ state: 'draft', entries: 1, jurors: 1, plan: { perEntry: 1 } }
			});
			const model = new RoundModel(made.plan.dates.closesAt!);
			for (const [n, one] of commands.entries()) {
				// A score is given once, and tasks are dealt once: both belong to others.
				if (one.do === 'deal' && model.lines.some(({ did }) => did === 'deal')) continue;
				if (one.do === 'score' && model.lines.some(({ did }) => did === 'score')) continue;
				const { now } = model;
				expect([one, await act(one, made, now, n)]).toEqual([one, model.may(one)]);
				const [is] = await db.select().from(rounds).where(eq(rounds.id, made.roundId));
				expect(is!.state).toBe(model.stands);
				reached.add(is!.state);
			}
		}),
		{ numRuns: 80 }
	);
	expect(reached.has('sealed')).toBe(true);
}, 60_000);

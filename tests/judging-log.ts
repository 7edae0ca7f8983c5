import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Phase } from '$lib/domain/judging/log/phase';
import type { RoundPlan } from '$lib/domain/judging/round';
import type { By } from '$lib/domain/people/who';
import { keep, record } from '$lib/server/audit';
import type { Keeping } from '$lib/server/audit';
import type { Db } from '$lib/server/db/open';
import { decisions, newId, notices, prizes, rounds } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { settlePhases } from '$lib/server/judging/checkpoints';
import { markPhase } from '$lib/server/judging/log';
import { exportLog } from '$lib/server/judging/log-export';
import { resultsOf } from '$lib/server/judging/results';
import { aRound, scored, someTasks } from './judging';
import type { ARound } from './judging';
import { emptyDb, NOON } from './make';

const MINUTE = 60_000;

/** A portal in which an edition is judged, with a chain that is signed into a folder. */
export interface Judged {
	db: Db;
	dataDir: string;
	keeping: Keeping;
	round: ARound;
	/** Ends a phase: sets the state of the round where it is one, marks and settles. */
	end: (phase: Phase, over?: { roundId?: string | null }) => Promise<string>;
	/** Records something that is no judging. */
	elsewhere: (n: number) => Promise<void>;
	/** The log as a file. */
	file: (copy?: 'public' | 'office') => Promise<string>;
}

const by = (now: number): By => ({ who: null, machine: 'test', address: null, now });

/** A sealed round of few entries, before anything was marked. */
export async function judged({
	entries = 4,
	jurors = 3,
	plan = {} as Partial<RoundPlan>
} = {}): Promise<Judged> {
	const dataDir = mkdtempSync(join(tmpdir(), 'liantu-log-'));
	const db = await emptyDb();
	const keeping = await keep(db, { dataDir, name: 'lian.example/audit', clock: () => NOON });
	const round = await aRound(db, { entries, jurors, plan, state: 'sealed' });
	let now = NOON;
	const { editionId, roundId } = round;
	const elsewhere = async (n: number) => {
		for (let at = 0; at < n; at++)
			await write(db, (tx) =>
				record(tx, by(now), { act: 'save', noun: 'places', id: `place-${at}` })
			);
	};
	return {
		...{ db, dataDir, keeping, round, elsewhere },
		async end(phase, over = {}) {
			now += MINUTE;
			const about = over.roundId === undefined ? roundId : over.roundId;
			const set = {
				opened: { state: 'open', openedAt: now },
				closed: { state: 'closed', closedAt: now },
				released: { state: 'released', releasedAt: now }
			}[phase as string] as Partial<typeof rounds.$inferInsert> | undefined;
			const id = await write(db, async (tx) => {
				if (set) await tx.update(rounds).set(set).where(eq(rounds.id, about!));
				await record(tx, by(now), {
					act: phase,
					noun: 'rounds',
					id: about ?? editionId,
					after: { edition: editionId }
				});
				return markPhase(tx, by(now), { editionId, roundId: about, phase });
			});
			await settlePhases(db, now);
			return id;
		},
		async file(copy = 'public') {
			const made = await exportLog(db, { dataDir, editionId, copy });
			let text = '';
			for await (const line of made!) text += line;
			return text;
		}
	};
}

/** Decides on every entry of a closed round as its result says. */
export async function decide({ db, round }: Judged, award = false): Promise<void> {
	const { of } = (await resultsOf(db, round.roundId))!;
	const prizeId = newId(NOON);
	await write(db, async (tx) => {
		await tx.insert(prizes).values({
			...{ id: prizeId, editionId: round.editionId, ordinal: 1, most: 9 },
			title: { zh: '一等奖', en: 'First prize' }
		});
		for (const { id: entryId } of round.entries) {
			const { place, units, selected, tie } = of.get(entryId)!;
			const verdict = selected ? (award ? 'award' : 'advance') : 'stop';
			await tx.insert(decisions).values({
				...(verdict === 'award' ? { prizeId } : {}),
				releasedAt: NOON,
				...{ roundId: round.roundId, entryId, at: NOON, verdict, origin: 'rule' },
				...{ place, tie, figure: units }
			});
			await record(tx, by(NOON), {
				act: 'decide',
				noun: 'decisions',
				id: entryId,
				after: { round: round.roundId, verdict }
			});
		}
	});
}

/** All of it: sealed, opened, scored, corrected, closed, decided, released. */
export async function released(
	{ award = false, ...size }: { entries?: number; jurors?: number; award?: boolean } = {},
	/** Given the file as it was at each phase end but the last. */
	then: (text: string) => Promise<void> = async () => undefined
): Promise<Judged> {
	const all = await judged(size);
	const { db, round } = all;
	await all.elsewhere(3);
	await all.end('sealed');
	await then(await all.file());
	await all.elsewhere(5);
	await all.end('opened');
	await then(await all.file());
	await someTasks(db, round);
	await scored(db, round, (entry, juror) => 60 + 3 * entry + juror);
	await all.elsewhere(9);
	await all.end('closed');
	await then(await all.file());
	await decide(all, award);
	await all.end('released');
	if (award)
		await write(db, (tx) =>
			tx.insert(notices).values({
				...{ id: newId(NOON), editionId: round.editionId, roundId: round.roundId, ordinal: 1 },
				...{ kind: 'days', days: 5, publishedAt: NOON, until: NOON + 6 * 86_400_000 },
				contact: { zh: '测试办公室', en: null },
				publishedBy: 'organizer'
			})
		);
	return all;
}

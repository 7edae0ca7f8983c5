import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { judgingPhases, notices, objections } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { judged, one, reasons, release, two } from '../../../../tests/judged';
import type { ARound } from '../../../../tests/judging';
import { emptyDb, NOON } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import { decideByRule } from './decisions';
import { askFinal, confirmFinal, finalAt, noticeOf, publishNotice } from './notices';
import { savePrizes } from './prizes';

const DAY = 86_400_000;
const typed = {
	kind: 'days',
	days: 7,
	contact: { zh: '余杭区大赛组委会办公室' },
	note: null
};
/** The same person at another moment, just proved. */
const at = (by: By, now: number): By => ({ ...by, now, who: { ...by.who!, provedAt: now } });

let db: Db;
let round: ARound;
beforeEach(async () => {
	db = await emptyDb();
	round = await judged(db, {}, true);
	await savePrizes(db, one, round.editionId, [
		{ id: null, title: { zh: '金奖' }, categories: null, most: 1, each: false, least: null }
	]);
	await decideByRule(db, one, round.roundId);
});

describe('a notice', () => {
	it('is published when the last round is released, by the office, freshly proved', async () => {
		const publish = (by: By) => publishNotice(db, by, round.editionId, typed).then(reasons);
		expect(await publish(one)).toEqual(['not-released']);
		expect(await release(db, round.roundId)).toBe('ok');
		expect(await publish(asRole('editor'))).toEqual(['gone']);
		expect(await publish({ ...one, now: NOON + DAY })).toEqual(['prove']);
		expect(await publish(one)).toBe('ok');
		expect((await noticeOf(db, round.editionId))!.until).toBe(
			Date.parse('2026-11-30T00:00:00+08:00')
		);
		expect(await publish(one)).toEqual(['running']);
	});

	it('names its office and a period somebody can use', async () => {
		await release(db, round.roundId);
		const publish = (over: object) =>
			publishNotice(db, one, round.editionId, { ...typed, ...over }).then(reasons);
		expect(await publish({ days: 2 })).toEqual(['bad-number']);
		expect(await publish({ days: NaN })).toEqual(['bad-number']);
		expect(await publish({ kind: 'weeks' })).toEqual(['unknown']);
		expect(await publish({ contact: { zh: ' ' } })).toEqual(['missing']);
		expect(await db.$count(notices)).toBe(0);
	});
});

describe('a final result', () => {
	const until = Date.parse('2026-11-30T00:00:00+08:00');
	let id: string;
	beforeEach(async () => {
		await release(db, round.roundId);
		await publishNotice(db, one, round.editionId, typed);
		id = (await noticeOf(db, round.editionId))!.id;
	});

	it('waits for the last moment of the period and takes two persons', async () => {
		expect(reasons(await askFinal(db, at(one, until - 1), id))).toEqual(['not-yet']);
		expect(reasons(await confirmFinal(db, at(two, until), id))).toEqual(['not-asked']);
		expect(reasons(await askFinal(db, at(one, until), id))).toBe('ok');
		expect(reasons(await confirmFinal(db, at(one, until), id))).toEqual(['second-person']);
		expect(await finalAt(db, round.editionId)).toBe(null);
		expect(reasons(await confirmFinal(db, at(two, until + 5), id))).toBe('ok');
		expect(await finalAt(db, round.editionId)).toBe(until + 5);
		expect(reasons(await confirmFinal(db, at(two, until + 9), id))).toEqual(['over']);
		const marks = await db.select().from(judgingPhases);
		expect(marks.map(({ phase }) => phase)).toEqual(['released', 'notice', 'final']);
	});

	it('waits for every objection, also one that came after it was asked for', async () => {
		await askFinal(db, at(one, until), id);
		await write(db, (tx) =>
			tx.insert(objections).values({
				...{ noticeId: id, entryId: round.entries[0]!.id, receiptHash: 'x', kind: 'person' },
				...{ ground: 'figure', receivedAt: until - 1 }
			})
		);
		expect(reasons(await confirmFinal(db, at(two, until), id))).toEqual(['objections-open']);
		await write(db, (tx) => tx.update(objections).set({ state: 'withdrawn' }));
		expect(reasons(await confirmFinal(db, at(two, until), id))).toBe('ok');
	});

	it('cannot be written into the database before its time', async () => {
		await expect(
			write(db, (tx) =>
				tx
					.update(notices)
					.set({ askedBy: 'a', askedAt: NOON, finalAt: until - 1, finalBy: 'b' })
					.where(eq(notices.id, id))
			)
		).rejects.toThrow();
	});
});

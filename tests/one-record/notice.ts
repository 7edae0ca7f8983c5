import { eq } from 'drizzle-orm';
import { contests, editions, entries, entryFiles, films, newId } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { deliberate } from '$lib/server/judging/decisions';
import { askFinal } from '$lib/server/judging/notices';
import { askRelease } from '$lib/server/judging/releases';
import { showEntry } from '$lib/server/judging/showing';
import type { ARound } from '../judging';
import {
	decided,
	finished,
	lastRound,
	noticed,
	objected,
	objection,
	office,
	ranOut
} from '../noticed';
import type { ANotice } from '../noticed';
import type { At, Example, Examples, Sent } from './example';

const EDITION = '/(studio)/studio/judging/[edition]';
const DECISION = `${EDITION}/[round]/decision`;
const NOTICE = `${EDITION}/notice`;
const PUBLIC = '/(public)/contests/[contest]/[edition]/notice';

const now = () => Date.now();
const nowhere = {
	...{ edition: '0'.repeat(24), round: '0'.repeat(24), entry: '0'.repeat(24) },
	objection: '0'.repeat(24)
};

const organizer = (send: Example['send'], more: Partial<Example> = {}): Example => ({
	as: 'organizer',
	send,
	bad: { params: nowhere, form: {} },
	...more
});

/** A request to the decisions of a round. */
const onRound =
	(make: (at: At) => Promise<ARound>, form: (round: ARound, at: At) => object = () => ({})) =>
	async (at: At): Promise<Sent> => {
		const round = await make(at);
		return {
			params: { edition: round.editionId, round: round.roundId, entry: round.entries[0]!.id },
			form: (await form(round, at)) as Record<string, string>
		};
	};
const closed = ({ db }: At) => lastRound(db, { now: now() });
const ruled = ({ db }: At) => decided(db, { now: now() });
/** A round whose decisions the committee makes. */
const byCommittee = ({ db }: At) => decided(db, { now: now(), plan: { decides: 'committee' } });
const asked = async (at: At) => {
	const round = await ruled(at);
	const said = await askRelease(at.db, office(now())[0], round.roundId);
	if (!said.ok) throw new Error(JSON.stringify(said.refusals));
	return { ...round, digest: said.value };
};

/** A request to the office’s page of a notice. */
const onNotice =
	(make: (at: At) => Promise<ANotice>, form: (notice: ANotice, at: At) => object = () => ({})) =>
	async (at: At): Promise<Sent> => {
		const notice = await make(at);
		return {
			params: { edition: notice.round.editionId },
			form: (await form(notice, at)) as Record<string, string>
		};
	};
const running = ({ db }: At) => noticed(db, { now: now() });
const over = async (at: At) => {
	const notice = await running(at);
	await ranOut(at.db, notice.id, now());
	return notice;
};

/** A winner whose people agreed to its being shown. */
const winner = async (at: At): Promise<ANotice & { winner: string }> => {
	const notice = await finished(at.db, { now: now() });
	const winner = notice.round.entries[0]!.id;
	const filmId = newId();
	await write(at.db, async (tx) => {
		const [edition] = await tx
			.select()
			.from(editions)
			.where(eq(editions.id, notice.round.editionId));
		await tx
			.update(editions)
			.set({ plan: { ...edition!.plan!, showing: 'per-entry' } })
			.where(eq(editions.id, notice.round.editionId));
		await tx.update(entries).set({ publicConsentAt: now() }).where(eq(entries.id, winner));
		await tx.insert(films).values({
			...{ id: filmId, form: 'film', sha256: 'a'.repeat(64), bytes: 1, key: `films/${filmId}/x` },
			...{ editionId: notice.round.editionId, type: 'video/mp4' }
		});
		await tx.insert(entryFiles).values({
			...{ id: newId(), entryId: winner, materialId: 'film', filmId },
			...{ originalName: '影片.mp4', addedAt: now() }
		});
	});
	return { ...notice, winner };
};

/** A request about one objection. */
const onObjection =
	(form: object): Example['send'] =>
	async (at: At): Promise<Sent> => {
		const notice = await running(at);
		const { id } = await objected(at.db, notice);
		return {
			params: { edition: notice.round.editionId, objection: id },
			form: form as Record<string, string>
		};
	};

/** A request to the public page of a notice. */
const onPublic =
	(form: (notice: ANotice, at: At) => object): Example['send'] =>
	async (at: At): Promise<Sent> => {
		const notice = await running(at);
		const [row] = await at.db
			.select({ contest: contests.slug, edition: editions.slug })
			.from(editions)
			.innerJoin(contests, eq(contests.id, editions.contestId))
			.where(eq(editions.id, notice.round.editionId));
		return { params: row!, form: (await form(notice, at)) as Record<string, string> };
	};
const stranger = (send: Example['send'], more: Partial<Example> = {}): Example => ({
	as: null,
	send,
	bad: { params: { contest: 'nowhere', edition: 'nowhere' }, form: {} },
	...more
});

const published = { kind: 'days', days: '7', contactZh: '组委会 0571-00000000' };

/** What the office sends about decisions and notices, and what everybody may object. */
export const notice: Examples = {
	[`${EDITION}/prizes ?/default`]: organizer(
		onRound(closed, () => ({ count: '1', '0.zh': '金奖', '0.most': '1', do: 'save' }))
	),
	[`${DECISION} ?/rule`]: organizer(onRound(closed)),
	[`${DECISION} ?/note`]: organizer(onRound(closed, () => ({ text: '讨论了并列的两件' }))),
	[`${DECISION} ?/ask`]: organizer(onRound(ruled)),
	[`${DECISION} ?/confirm`]: organizer(
		onRound(asked, (round) => ({ digest: (round as { digest?: string }).digest, sure: 'yes' }))
	),
	[`${DECISION} ?/take`]: organizer(onRound(asked)),
	[`${DECISION}/[entry] ?/decide`]: organizer(
		onRound(byCommittee, () => ({ verdict: 'stop', why: '画面与他作雷同' }))
	),
	[`${DECISION}/[entry] ?/drop`]: organizer(onRound(ruled)),
	[`${DECISION}/[entry] ?/note`]: organizer(
		onRound(
			async (at) => {
				const round = await closed(at);
				await deliberate(at.db, office(now())[0], round.roundId, null, '先记一条');
				return round;
			},
			() => ({ text: '再看一遍' })
		)
	),
	[`${NOTICE} ?/publish`]: [
		organizer(
			onRound(
				async (at) => {
					const { round } = await running(at);
					return round;
				},
				() => ({ ...published, do: 'preview' })
			),
			{ none: 'only says which day it would end', what: 'looks' }
		),
		organizer(
			async (at) => {
				const round = await ruled(at);
				const { release } = await import('../judged');
				await release(at.db, round.roundId, ...office(now()));
				return { params: { edition: round.editionId }, form: published };
			},
			{ what: 'publishes' }
		)
	],
	[`${NOTICE} ?/ask`]: organizer(onNotice(over)),
	[`${NOTICE} ?/confirm`]: organizer(
		onNotice(
			async (at) => {
				const notice = await over(at);
				await askFinal(at.db, office(now())[1], notice.id);
				return notice;
			},
			() => ({ sure: 'yes' })
		)
	),
	[`${NOTICE} ?/show`]: organizer(
		onNotice(winner, (notice) => ({ entry: (notice as { winner?: string }).winner }))
	),
	[`${NOTICE} ?/hide`]: organizer(
		onNotice(
			async (at) => {
				const notice = await winner(at);
				const { winner: id, round } = notice;
				await showEntry(at.db, office(now())[0], round.editionId, id, true);
				return notice;
			},
			(notice) => ({ entry: (notice as { winner?: string }).winner })
		)
	),
	[`${NOTICE}/[objection] ?/again`]: organizer(onObjection({ count: '2', days: '5' })),
	[`${NOTICE}/[objection] ?/settle`]: organizer(
		onObjection({ state: 'rejected', outcomeZh: '经核对，画面不同。', sure: 'yes' })
	),
	[`${PUBLIC} ?/object`]: stranger(onPublic(({ round }) => objection(round.entries[0]!.number))),
	[`${PUBLIC} ?/follow`]: stranger(
		onPublic(async (notice, { db }) => ({ receipt: (await objected(db, notice)).receipt })),
		{ none: 'only reads' }
	),
	[`${PUBLIC} ?/withdraw`]: stranger(
		onPublic(async (notice, { db }) => ({ receipt: (await objected(db, notice)).receipt }))
	)
};

import { eq } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { notices } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { decideByRule } from '$lib/server/judging/decisions';
import { askFinal, confirmFinal, publishNotice } from '$lib/server/judging/notices';
import { fileObjection } from '$lib/server/judging/objections';
import { savePrizes } from '$lib/server/judging/prizes';
import { judged, release } from './judged';
import { someJurors } from './judging';
import type { AJuror, ARound } from './judging';
import { NOON } from './make';
import { asRole } from './people';

const DAY = 86_400_000;

export interface ANotice {
	round: ARound;
	id: string;
	/** Jurors who never had an entry. */
	fresh: AJuror[];
	one: By;
	two: By;
}

/** Two of the office at a moment, as a release and a final result ask for. */
export const office = (now: number): [By, By] => [
	asRole('organizer', { id: 'one', now }),
	asRole('operator', { id: 'two', now })
];

/** A last round that is closed, with a gold and a silver prize to give. */
export async function lastRound(
	db: Db,
	{ now = NOON, ...over }: Parameters<typeof judged>[1] = {}
): Promise<ARound> {
	const round = await judged(db, { ...over, now }, true);
	await savePrizes(db, office(now)[0], round.editionId, [
		{
			...{ id: null, title: { zh: '金奖', en: 'Gold' }, categories: null },
			...{ most: 1, each: false, least: null }
		},
		{
			...{ id: null, title: { zh: '银奖', en: 'Silver' }, categories: null },
			...{ most: 1, each: false, least: null }
		}
	]);
	return round;
}

/** The same decided by the rule. */
export async function decided(db: Db, over: Parameters<typeof lastRound>[1] = {}) {
	const round = await lastRound(db, over);
	await decideByRule(db, office(over.now ?? NOON)[0], round.roundId);
	return round;
}

/** The same released by two people, and noticed for seven days. */
export async function noticed(
	db: Db,
	over: Parameters<typeof lastRound>[1] = {}
): Promise<ANotice> {
	const now = over.now ?? NOON;
	const round = await decided(db, over);
	const [one, two] = office(now);
	await release(db, round.roundId, one, two);
	const fresh = await someJurors(db, round.editionId, 3, { now });
	const made = await publishNotice(db, one, round.editionId, {
		...{ kind: 'days', days: 7, contact: { zh: '组委会 0571-00000000' }, note: null }
	});
	if (!made.ok) throw new Error(JSON.stringify(made.refusals));
	return { round, id: made.value.id, fresh, one, two };
}

/** Moves a notice back, as if it had run its days. */
export const ranOut = (db: Db, id: string, now: number) =>
	write(db, (tx) =>
		tx
			.update(notices)
			.set({ publishedAt: now - 8 * DAY, until: now - DAY })
			.where(eq(notices.id, id))
	);

/** A notice whose days are over, made final by two. */
export async function finished(
	db: Db,
	over: Parameters<typeof lastRound>[1] = {}
): Promise<ANotice> {
	const made = await noticed(db, over);
	await ranOut(db, made.id, over.now ?? NOON);
	await askFinal(db, made.one, made.id);
	const done = await confirmFinal(db, made.two, made.id);
	if (!done.ok) throw new Error(JSON.stringify(done.refusals));
	return made;
}

/** An objection as a form brings it. */
export const objection = (number: string, over: Record<string, string> = {}) => ({
	...{ number, kind: 'person', ground: 'originality', name: '王小明', liaison: '' },
	...{ phone: '13800000000', email: 'wang@example.cn' },
	text: '这部影片的画面与另一部作品相同，请核对。',
	...over
});

/** Somebody objects to an entry of a notice; its receipt and id. */
export async function objected(
	db: Db,
	{ round, id, one }: ANotice,
	at = 0
): Promise<{ id: string; receipt: string }> {
	const by: By = { who: null, address: '198.51.100.7', now: one.now };
	const said = await fileObjection(db, by, id, objection(round.entries[at]!.number), {
		letter: null,
		locale: 'zh'
	});
	if (!said.ok) throw new Error(JSON.stringify(said.refusals));
	return said.value;
}

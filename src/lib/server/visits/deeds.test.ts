// Long because every deed on a visit is told against one day of one hall.
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { usualPlan } from '$lib/domain/visits/plan';
import type { VisitPlan } from '$lib/domain/visits/plan';
import { momentOf } from '$lib/domain/visits/slots';
import { emptyDb, NOON } from '$tests/make';
import { asRole } from '$tests/people';
import {
	agreed,
	asked,
	dayIn,
	got,
	hall,
	offered,
	receiver,
	row,
	stranger,
	typed,
	why
} from '$tests/visits';
import type { Db } from '../db/open';
import { audit, exceptions, visitLeads } from '../db/schema';
import { write } from '../db/write';
import { changeHeadsFor, confirmFor, endVisit, markVisit, offerSlot } from './deeds';
import { openLetter, openVisit } from './desk';
import { confirmVisit } from './group';
import { addGuide, assignGuides, guidesOf, removeGuide } from './guides';
import { inbox, visitsBetween } from './inbox';
import { addLetter } from './letter';
import { planFor, receivedPlaces, savePlan } from './plans';
import { visitWaits, waitingVisits } from './waits';

let db: Db;
let at: string;
beforeEach(async () => {
	db = await emptyDb();
	at = await hall(db, {}, { town: 'pingyao' });
});
const town = (id: string, now = NOON) => asRole('manager', { scope: { kind: 'town', id }, now });
const plan = (over: Partial<Record<keyof VisitPlan, string>> = {}) => ({
	...(Object.fromEntries(
		Object.entries({ ...usualPlan, batch: 10, parallel: 2, largest: 20, cutOff: 1 }).map(
			([name, value]) => [name, String(value ?? '')]
		)
	) as Record<Exclude<keyof VisitPlan, 'open' | 'note'>, string>),
	...{ zh: '', en: '', ...over, open: true }
});

describe('who receives groups', () => {
	it('is the manager of the place or its town, an organizer and an operator; nobody else', async () => {
		const { id } = await offered(db, at);
		const may = async (by: ReturnType<typeof receiver>) => [
			why(await openVisit(db, by, id)),
			(await inbox(db, by.who, { shelf: 'offered', place: '', page: 1 }, NOON)).total,
			(await receivedPlaces(db, by.who)).length,
			(await planFor(db, by.who, at)) !== null,
			await visitsBetween(db, by.who, { from: dayIn(0), to: dayIn(9), place: '' }, NOON).then(
				(rows) => rows.length
			)
		];
		const own = asRole('manager', { scope: { kind: 'place', id: at } });
		for (const by of [town('pingyao'), own, asRole('operator'), asRole('organizer')])
			expect(await may(by)).toEqual([[], 1, 1, true, 1]);
		const other = asRole('manager', { scope: { kind: 'place', id: 'x' } });
		for (const by of [town('luniao'), other, asRole('editor'), asRole('juror'), asRole('citizen')])
			expect(await may(by)).toEqual([['gone'], 0, 0, false, 0]);
		const weak = town('pingyao');
		expect(await may({ ...weak, who: { ...weak.who, strong: false } })).toEqual([
			['gone'],
			0,
			0,
			false,
			0
		]);
	});

	it('does nothing to requests of other places: every deed is refused, nothing recorded', async () => {
		const { id } = await offered(db, at);
		const by = town('luniao');
		const before = await db.$count(audit);
		for (const done of [
			await offerSlot(db, by, id, typed().slot),
			await confirmFor(db, by, id),
			await endVisit(db, by, id, 'decline', '不'),
			await endVisit(db, by, id, 'cancel', '不'),
			await markVisit(db, by, id, 3),
			await assignGuides(db, by, id, []),
			await openLetter(db, by, id),
			await addGuide(db, by, at, '甲'),
			await savePlan(db, by, at, plan())
		])
			expect(why(done)).toEqual(['gone']);
		expect([await db.$count(audit), (await row(db, id)).state]).toEqual([before, 'offered']);
	});

	it('opens contacts on the record, once for each who looks', async () => {
		const { id } = await asked(db, at);
		for (const by of [town('pingyao'), town('pingyao'), receiver()])
			got(await openVisit(db, by, id));
		const rows = await db
			.select({ person: audit.person })
			.from(audit)
			.where(and(eq(audit.noun, 'visits'), eq(audit.act, 'view')));
		expect(rows.map(({ person }) => person)).toEqual(['manager', 'organizer']);
	});
});

describe('the office', () => {
	it('offers another slot in place of an agreed one; the former is free, its guides too', async () => {
		const one = await agreed(db, at, { heads: '20' });
		got(await addGuide(db, receiver(), at, '甲'));
		const [guide] = await guidesOf(db, at);
		got(await assignGuides(db, receiver(), one.id, [guide!.id]));
		got(await offerSlot(db, receiver(), one.id, `${dayIn(6)}T1000`));
		expect((await row(db, one.id)).state).toBe('offered');
		expect(await db.$count(visitLeads)).toBe(0);
		await agreed(db, at, { heads: '20' });
	});

	it('may go below its own cut-off, and never into a closed or past hour', async () => {
		const one = await asked(db, at);
		await write(db, (tx) =>
			tx.insert(exceptions).values({ placeId: at, day: dayIn(2), opens: null, closes: null })
		);
		const offer = (slot: string) => offerSlot(db, receiver(), one.id, slot);
		expect(why(await offer(`${dayIn(0)}T1100`))).toEqual(['slot past']);
		expect(why(await offer(`${dayIn(2)}T0900`))).toEqual(['slot closed']);
		expect(why(await offer(''))).toEqual(['slot choose']);
		expect(why(await offer(`${dayIn(1)}T0900`))).toEqual([]);
		expect((await row(db, one.id)).offeredUntil).toBe(momentOf(dayIn(1), 540));
	});

	it('says no with a reason the group can read, and calls off with one', async () => {
		const one = await asked(db, at);
		expect(why(await endVisit(db, receiver(), one.id, 'cancel', '闭馆'))).toEqual(['not-offered']);
		expect(why(await endVisit(db, receiver(), one.id, 'decline', ' '))).toEqual(['reason missing']);
		expect(why(await endVisit(db, receiver(), one.id, 'decline', '长'.repeat(301)))).toEqual([
			'reason too-long'
		]);
		expect(why(await endVisit(db, receiver(), one.id, 'decline', '当天闭馆'))).toEqual([]);
		expect(why(await endVisit(db, receiver(), one.id, 'decline', '当天闭馆'))).toEqual(['ended']);
		expect((await row(db, one.id)).reason).toBe('当天闭馆');
		const two = await agreed(db, at);
		expect(why(await endVisit(db, receiver(), two.id, 'cancel', '停电'))).toEqual([]);
	});

	it('confirms for a group that left no address, while the offer stands', async () => {
		const one = await offered(db, at, { email: '' });
		expect(why(await confirmFor(db, receiver(), one.id))).toEqual([]);
		expect(why(await confirmFor(db, receiver(), one.id))).toEqual(['not-offered']);
	});

	it('changes how many come for a group that calls, also on the day, within the room', async () => {
		const one = await agreed(db, at);
		const change = (heads: number, now = NOON) => changeHeadsFor(db, receiver(now), one.id, heads);
		const day = momentOf(dayIn(5), 480);
		expect(why(await change(20, day))).toEqual([]);
		expect(why(await change(21, day))).toEqual(['heads too-many']);
		expect(why(await change(5, day))).toEqual([]);
		await agreed(db, at);
		expect(why(await change(11, day))).toEqual(['heads full']);
		expect(why(await change(5, momentOf(dayIn(5), 540)))).toEqual(['begun']);
	});

	it('marks who came from the first minute on, and can mend it', async () => {
		const one = await agreed(db, at);
		const begun = momentOf(dayIn(5), 540);
		expect(why(await markVisit(db, receiver(begun - 1), one.id, 8))).toEqual(['not-yet']);
		const mark = (came: number | null) => markVisit(db, receiver(begun), one.id, came);
		expect(why(await mark(null))).toEqual([]);
		expect(why(await mark(11))).toEqual([]);
		expect(why(await mark(7))).toEqual([]);
		for (const came of [0, -1, 1.5, NaN, 10_000])
			expect(why(await mark(came))).toEqual(['came bad-heads']);
		expect(await row(db, one.id)).toMatchObject({ state: 'came', came: 7 });
	});

	it('has nobody lead two groups at once', async () => {
		const [one, two] = [await agreed(db, at), await offered(db, at)];
		const later = await offered(db, at, { slot: `${dayIn(5)}T1000` });
		for (const name of ['甲', '乙']) got(await addGuide(db, receiver(), at, name));
		const guides = await guidesOf(db, at);
		const [a, b] = ['甲', '乙'].map((name) => guides.find((one) => one.name === name)!.id);
		const lead = (id: string, ...who: string[]) => assignGuides(db, receiver(), id, who);
		expect(why(await lead(one.id, a!, b!))).toEqual([]);
		expect(why(await lead(two.id, b!))).toEqual(['guides busy']);
		expect(why(await lead(later.id, b!))).toEqual([]);
		expect(why(await lead(one.id, a!))).toEqual([]);
		expect(why(await lead(two.id, b!))).toEqual([]);
		expect(why(await lead(two.id, 'nobody'))).toEqual(['guides choose']);
		// Who left the list still leads what was agreed.
		got(await removeGuide(db, receiver(), at, a!));
		expect(why(await lead(one.id, a!))).toEqual([]);
		expect(why(await lead(later.id, a!))).toEqual(['guides choose']);
		expect(why(await removeGuide(db, receiver(), at, a!))).toEqual(['gone']);
		expect(why(await addGuide(db, receiver(), at, ' 乙 '))).toEqual(['name there-already']);
	});

	it('cannot cut a plan below what is promised, and counts batches anew where it may', async () => {
		const [one] = [await agreed(db, at, { heads: '12' })];
		const save = (over: Parameters<typeof plan>[0]) => savePlan(db, receiver(), at, plan(over));
		expect(why(await save({ parallel: '1', largest: '10' }))).toEqual(['parallel below-held']);
		expect(why(await save({ batch: '5', largest: '10' }))).toEqual(['parallel below-held']);
		expect(why(await save({ batch: '12', parallel: '1', largest: '12' }))).toEqual([]);
		expect((await row(db, one.id)).batches).toBe(1);
		// Once it lies behind, it binds nobody.
		const after = momentOf(dayIn(6), 0);
		expect(
			why(
				await savePlan(db, receiver(after), at, plan({ batch: '1', parallel: '1', largest: '1' }))
			)
		).toEqual([]);
	});
});

describe('the inbox', () => {
	it('has every request on exactly one shelf, at every moment', async () => {
		const ids = [
			(await asked(db, at)).id,
			(await offered(db, at, { slot: `${dayIn(6)}T0900` })).id,
			(await agreed(db, at, { slot: `${dayIn(7)}T0900` })).id
		];
		got(await endVisit(db, receiver(), (await asked(db, at)).id, 'decline', '闭馆'));
		for (const now of [
			NOON,
			momentOf(dayIn(3), 0),
			momentOf(dayIn(7), 540),
			momentOf(dayIn(99), 0)
		]) {
			const { counts } = await inbox(
				db,
				receiver().who,
				{ shelf: 'waiting', place: '', page: 1 },
				now
			);
			expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(ids.length + 1);
		}
		const at7 = await inbox(
			db,
			receiver().who,
			{ shelf: 'unmarked', place: at, page: 1 },
			momentOf(dayIn(7), 540)
		);
		expect([at7.counts, at7.rows.map(({ id }) => id)]).toEqual([
			{ waiting: 2, offered: 0, coming: 0, unmarked: 1, over: 1 },
			[ids[2]]
		]);
		expect(await waitingVisits(db, receiver().who, NOON)).toBe(1);
		expect(await waitingVisits(db, town('luniao').who, NOON)).toBe(0);
		const waits = await visitWaits(db, town('pingyao').who, momentOf(dayIn(7), 540));
		expect(waits.map(({ kind, n }) => [kind, n])).toEqual([
			['asked', 2],
			['unmarked', 1]
		]);
		expect(await visitWaits(db, asRole('editor').who, NOON)).toEqual([]);
	});
});

describe('a letter', () => {
	const letter = { key: 'letters/a', sha256: 'b' };

	it('is given to nobody before a scanner found nothing in it', async () => {
		const one = await asked(db, at, {}, { letter, scanned: true });
		expect(why(await openLetter(db, receiver(), one.id))).toEqual(['not-scanned']);
		const clear = await asked(db, at, {}, { letter: { ...letter, key: 'letters/c' } });
		expect(got(await openLetter(db, receiver(), clear.id))).toBe('letters/c');
		expect(await db.$count(audit, eq(audit.act, 'download'))).toBe(1);
	});

	it('can be brought later by whoever has the link, until it is over', async () => {
		const one = await asked(db, at);
		const add = (link: string) => addLetter(db, stranger(), link, letter, { scanned: false });
		expect(why(await add('0'.repeat(40)))).toEqual(['gone']);
		expect(why(await add(one.link))).toEqual([]);
		expect(got(await openLetter(db, receiver(), one.id))).toBe('letters/a');
		got(await endVisit(db, receiver(), one.id, 'decline', '闭馆'));
		expect(why(await add(one.link))).toEqual(['ended']);
		expect(why(await confirmVisit(db, stranger(), one.link))).toEqual(['ended']);
	});
});

// Long because one question is asked, changed and answered in every order.
import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import { mails } from '$tests/people';
import {
	approved,
	as,
	drafted,
	fair,
	FIRST,
	on,
	person,
	questions,
	SECOND,
	submitted,
	venueWorld
} from '$tests/venues';
import { audit, events, grants, occasions, places, venueRequests } from '../db/schema';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { changeDates } from '../events/standing';
import { panelOf } from '../studio/panel';
import { recall, trash } from '../studio/review';
import type { Reviewed } from '../studio/review';
import { strike } from '../studio/strike';
import { askAgain, declineVenue, grantVenue, overrideVenue } from './answer';

let db: Db;
let w: Awaited<ReturnType<typeof venueWorld>>;
beforeEach(async () => {
	db = await emptyDb();
	w = await venueWorld(db);
});

const why = (said: Reviewed) =>
	said.ok ? 'ok' : 'missing' in said ? 'missing' : said.refusals.map(({ reason }) => reason);
const isPublic = async (id: string) =>
	(await db.select({ at: events.publishedAt }).from(events).where(eq(events.id, id)))[0]?.at !=
	null;
const acts = async () => (await db.select().from(audit)).map(({ act, noun }) => `${noun} ${act}`);
const both = { dates: [FIRST, SECOND], why: '' };

/** An event of Pingyao submitted for the hall of Jingshan. */
async function asked() {
	const one = await drafted(db, as(w.asker), fair('hall'));
	expect(why(await submitted(db, as(w.asker), one))).toBe('ok');
	const [row] = await questions(db);
	return { one, row: row! };
}

describe('an event at somebody else’s place', () => {
	it('asks its manager for its dates in the act that submits it, with one record and one mail', async () => {
		const before = (await acts()).length;
		const { one, row } = await asked();
		expect(row).toMatchObject({
			...{ eventId: one.id, placeId: w.hall, state: 'asked', askedBy: w.asker.id },
			spans: [
				[FIRST, FIRST + 7_200_000],
				[SECOND, SECOND + 7_200_000]
			]
		});
		expect((await acts()).slice(before)).toEqual(['events create', 'events submit']);
		const told = (await mails(db)).filter(({ template }) => template === 'venue-asked');
		expect(told.map(({ to, link }) => [to, new URL(link!).pathname])).toEqual([
			[w.host.email, `/studio/venues/${row.id}`]
		]);
		expect(told[0]!.text).toContain('2026年12月5日');
	});

	it('is not public before the manager agrees, and is then', async () => {
		const { one, row } = await asked();
		expect(why(await approved(db, as(w.approver), one))).toEqual(['venue-open']);
		expect(why(await approved(db, as(w.approver), one, NOON + 3_600_000))).toEqual(['venue-open']);
		expect(await isPublic(one.id)).toBe(false);
		expect(await grantVenue(db, as(w.host), row.id, both)).toEqual({ ok: true, value: true });
		expect(why(await approved(db, as(w.approver), one))).toBe('ok');
		expect(await isPublic(one.id)).toBe(true);
	});

	it('is not public while the manager said no; submitted again it names the dates', async () => {
		const { one, row } = await asked();
		await declineVenue(db, as(w.host), row.id, '当天布展');
		expect(why(await approved(db, as(w.approver), one))).toEqual(['venue-declined']);
		await recall(db, as(w.asker), 'events', one.id, { number: 1 });
		const said = await submitted(db, as(w.asker), one);
		expect(said).toEqual({
			ok: false,
			refusals: [
				{
					...{ field: 'place', reason: 'venue-declined' },
					detail: {
						...{ zh: '径山讲堂', en: 'Jingshan hall', first: FIRST },
						...{ count: 2, precision: 'minute' }
					}
				}
			]
		});
		expect((await questions(db)).length).toBe(1);
	});

	it('agreed in part is asked only for what changed', async () => {
		const { one, row } = await asked();
		await grantVenue(db, as(w.host), row.id, { dates: [FIRST], why: '12 日布展' });
		expect(why(await approved(db, as(w.approver), one))).toEqual(['venue-declined']);
		await recall(db, as(w.asker), 'events', one.id, { number: 1 });
		const moved = fair('hall', {
			when: {
				...(fair('hall').when as object),
				rule: null,
				more: [{ from: '2026-12-19T14:00', to: '2026-12-19T16:00' }]
			} as never
		});
		const next = await drafted(db, as(w.asker), moved, { id: one.id, base: 1 });
		expect(why(await submitted(db, as(w.asker), next))).toBe('ok');
		const rows = await questions(db);
		expect(rows.map(({ state, spans }) => [state, spans.length])).toEqual([
			['partly', 2],
			['asked', 1]
		]);
		const [at] = rows[1]!.spans[0]!;
		expect(why(await approved(db, as(w.approver), next))).toEqual(['venue-open']);
		await grantVenue(db, as(w.host), rows[1]!.id, { dates: [at], why: '' });
		expect(why(await approved(db, as(w.approver), next))).toBe('ok');
	});

	it('that is shorter, or changed in its words only, is not asked again', async () => {
		const { one, row } = await asked();
		await grantVenue(db, as(w.host), row.id, both);
		await approved(db, as(w.approver), one);
		const shorter = on('2026-12-05T14:30', '2026-12-05T15:30', 'FREQ=WEEKLY;COUNT=2');
		const next = await drafted(db, as(w.asker), fair('hall', shorter), { id: one.id, base: 1 });
		await submitted(db, as(w.asker), next);
		expect(why(await approved(db, as(w.approver), next))).toBe('ok');
		expect((await questions(db)).length).toBe(1);
	});

	it('that is public and changes its time or its place is asked anew, and stays as it was until then', async () => {
		const { one, row } = await asked();
		await grantVenue(db, as(w.host), row.id, both);
		await approved(db, as(w.approver), one);
		const later = fair('hall', on('2026-12-06T09:00', '2026-12-06T11:00'));
		const next = await drafted(db, as(w.asker), later, { id: one.id, base: 1 });
		await submitted(db, as(w.asker), next);
		expect(why(await approved(db, as(w.approver), next))).toEqual(['venue-open']);
		expect((await db.select().from(events))[0]!.startsAt).toBe(FIRST);
		await recall(db, as(w.asker), 'events', one.id, { number: 2 });
		const away = await drafted(db, as(w.asker), fair('yard'), { id: one.id, base: 2 });
		await submitted(db, as(w.asker), away);
		expect((await questions(db)).map(({ placeId, state }) => [placeId, state])).toEqual([
			[w.hall, 'granted'],
			[w.hall, 'withdrawn'],
			[w.yard, 'asked']
		]);
	});

	it('keeps one question however often it is taken back and submitted', async () => {
		const { one } = await asked();
		for (let n = 0; n < 3; n++) {
			await recall(db, as(w.asker), 'events', one.id, { number: 1 });
			expect(why(await submitted(db, as(w.asker), one))).toBe('ok');
		}
		expect((await questions(db)).map(({ state }) => state)).toEqual(['asked']);
		expect((await mails(db)).filter(({ template }) => template === 'venue-asked').length).toBe(1);
	});

	it('put into the trash asks for nothing any more', async () => {
		const { one, row } = await asked();
		await recall(db, as(w.asker), 'events', one.id, { number: 1 });
		expect(why(await trash(db, as(w.asker), 'events', one.id, { number: 1 }))).toBe('ok');
		expect((await questions(db))[0]!.state).toBe('withdrawn');
		expect(await grantVenue(db, as(w.host), row.id, both)).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'withdrawn' }]
		});
	});

	it('whose place is deleted leaves no question behind', async () => {
		const { row } = await asked();
		await write(db, (tx) => tx.delete(places).where(eq(places.id, w.hall)));
		expect(await questions(db)).toEqual([]);
		expect(await grantVenue(db, as(w.host), row.id, both)).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'gone' }]
		});
	});

	it('shows on its review how it stands', async () => {
		const one = await drafted(db, as(w.asker), fair('hall'));
		const panel = async () => (await panelOf(db, as(w.asker), 'events', one.id))!.venue;
		expect((await panel())!.stand.fresh.length).toBe(2);
		await submitted(db, as(w.asker), one);
		const [row] = await questions(db);
		expect(await panel()).toMatchObject({
			place: { zh: '径山讲堂', en: 'Jingshan hall' },
			stand: { open: row!.spans, fresh: [], granted: [], declined: [] },
			request: { id: row!.id, why: null }
		});
		await declineVenue(db, as(w.host), row!.id, '当天布展');
		expect(await panel()).toMatchObject({
			stand: { open: [], declined: row!.spans },
			request: { why: '当天布展' }
		});
	});
});

describe('nobody is asked', () => {
	it('by the managers of the place themselves, nor by a town for its own places', async () => {
		const own = await drafted(db, as(w.asker), fair('own'));
		expect(why(await submitted(db, as(w.asker), own))).toBe('ok');
		expect(why(await approved(db, as(w.approver), own))).toBe('ok');
		const here = await drafted(db, as(w.host), fair('hall', { slug: 'here', town: null }));
		expect(why(await submitted(db, as(w.host), here))).toBe('ok');
		expect(why(await approved(db, as(w.approver), here))).toBe('ok');
		expect(await questions(db)).toEqual([]);
	});

	it('by the office for a place nobody manages; a town asks the office there', async () => {
		const one = await drafted(db, as(w.editor), fair('yard', { slug: 'one', town: null }));
		await submitted(db, as(w.editor), one);
		expect(why(await approved(db, as(w.approver), one))).toBe('ok');
		expect(await questions(db)).toEqual([]);
		const two = await drafted(db, as(w.asker), fair('yard', { slug: 'two' }));
		await submitted(db, as(w.asker), two);
		const [row] = await questions(db);
		const told = (await mails(db)).filter(({ template }) => template === 'venue-asked');
		expect(told.map(({ to }) => to).sort()).toEqual([w.operator.email, w.organizer.email].sort());
		expect(await grantVenue(db, as(w.organizer), row!.id, both)).toMatchObject({ ok: true });
		expect(why(await approved(db, as(w.approver), two))).toBe('ok');
	});

	it('for an event nowhere, or over already; the office asks where somebody manages', async () => {
		const past = on('2026-11-07T14:00', '2026-11-07T16:00');
		for (const [slug, content] of [
			['nowhere', fair(null)],
			['past', fair('hall', past)]
		] as const) {
			const one = await drafted(db, as(w.asker), { ...content, slug });
			await submitted(db, as(w.asker), one);
			expect([slug, why(await approved(db, as(w.approver), one))]).toEqual([slug, 'ok']);
		}
		const one = await drafted(db, as(w.editor), fair('hall'));
		await submitted(db, as(w.editor), one);
		expect(why(await approved(db, as(w.approver), one))).toEqual(['venue-open']);
	});
});

describe('what changes meanwhile', () => {
	it('a manager appointed after the submission is to be asked before the publication', async () => {
		const one = await drafted(db, as(w.editor), fair('yard', { town: null }));
		await submitted(db, as(w.editor), one);
		await person(db, '黄湖管理', { role: 'manager', scope: { kind: 'town', id: 'huanghu' } });
		expect(why(await approved(db, as(w.approver), one))).toEqual(['venue-unasked']);
		await recall(db, as(w.editor), 'events', one.id, { number: 1 });
		await submitted(db, as(w.editor), one);
		expect((await questions(db)).map(({ state }) => state)).toEqual(['asked']);
	});

	it('the clock publishes nothing whose place is not agreed, and says why', async () => {
		const { one, row } = await asked();
		await grantVenue(db, as(w.host), row.id, both);
		const at = NOON + 3_600_000;
		expect(why(await approved(db, as(w.approver), one, at))).toBe('ok');
		// As if nobody had agreed: the clock asks the tables, not what was true when it was approved.
		await write(db, (tx) => tx.update(venueRequests).set({ state: 'declined', granted: [] }));
		expect((await strike(db, at)).done).toEqual([{ id: one.id, did: 'return' }]);
		expect(await isPublic(one.id)).toBe(false);
		const trace = (await panelOf(db, as(w.asker), 'events', one.id))!.trace;
		expect(trace[0]!.detail).toMatchObject({ reason: 'venue' });
	});

	it('where all managers left, the office answers what waits', async () => {
		const { row } = await asked();
		await write(db, (tx) => tx.delete(grants).where(eq(grants.personId, w.host.id)));
		const gone = { ...w.host, grants: [] };
		expect(await grantVenue(db, as(gone), row.id, both)).toMatchObject({ ok: false });
		expect(await grantVenue(db, as(w.organizer), row.id, both)).toMatchObject({ ok: true });
	});

	it('an operator decides over the manager’s head with a reason, and both are told', async () => {
		const { one, row } = await asked();
		await declineVenue(db, as(w.host), row.id, '当天布展');
		expect(await overrideVenue(db, as(w.operator), row.id, ' ')).toEqual({
			ok: false,
			refusals: [{ field: 'why', reason: 'missing' }]
		});
		expect(await overrideVenue(db, as(w.operator), row.id, '区里统一安排')).toMatchObject({
			ok: true
		});
		expect(why(await approved(db, as(w.approver), one))).toBe('ok');
		expect((await acts()).filter((act) => act.startsWith('venues'))).toEqual([
			'venues decline',
			'venues override'
		]);
		const told = (await mails(db)).filter(({ template }) => template === 'venue-overridden');
		expect(told.map(({ to }) => to).sort()).toEqual([w.asker.email, w.host.email].sort());
	});
});

describe('a public date moved to another time', () => {
	const move = async (who = w.asker) => {
		const [date] = await db.select().from(occasions).orderBy(asc(occasions.startsAt));
		return changeDates(db, as(who), date!.eventId, {
			...{ deed: 'move', date: date!.id, why: { zh: '主讲人有事', en: null } },
			...{ startsAt: FIRST + 86_400_000, endsAt: FIRST + 86_400_000 + 3_600_000 }
		});
	};

	it('asks first and moves once agreed', async () => {
		const { one, row } = await asked();
		await grantVenue(db, as(w.host), row.id, both);
		await approved(db, as(w.approver), one);
		const before = (await acts()).length;
		expect(await move()).toEqual({
			ok: false,
			refusals: [{ field: 'from', reason: 'venue-asked' }]
		});
		expect((await acts()).slice(before)).toEqual(['events ask-venue']);
		expect(await move()).toEqual({
			ok: false,
			refusals: [{ field: 'from', reason: 'venue-open' }]
		});
		const open = (await questions(db)).find(({ state }) => state === 'asked')!;
		await grantVenue(db, as(w.host), open.id, { dates: [FIRST + 86_400_000], why: '' });
		expect(await move()).toMatchObject({ ok: true });
	});

	it('by the manager of the place moves at once', async () => {
		const { one, row } = await asked();
		await grantVenue(db, as(w.host), row.id, both);
		await approved(db, as(w.approver), one);
		expect(await move(w.host)).toMatchObject({ ok: true });
	});
});

it('asked again after a no is a new question about the dates as they are now', async () => {
	const { one, row } = await asked();
	await declineVenue(db, as(w.host), row.id, '当天布展');
	const again = await askAgain(db, as(w.asker), row.id, { heads: '40', note: '只用一小时' });
	expect(again.ok).toBe(true);
	const rows = await questions(db);
	expect(rows.map(({ state, heads, note }) => [state, heads, note])).toEqual([
		['declined', null, null],
		['asked', 40, '只用一小时']
	]);
	expect(await askAgain(db, as(w.asker), row.id, { heads: '', note: '' })).toEqual({
		ok: false,
		refusals: [{ field: '', reason: 'still-open' }]
	});
	await grantVenue(db, as(w.host), rows[1]!.id, both);
	expect(why(await approved(db, as(w.approver), one))).toBe('ok');
});

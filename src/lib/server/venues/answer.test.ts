import { beforeEach, describe, expect, it } from 'vitest';
import type { By } from '$lib/domain/people/who';
import { plantEvent } from '$tests/events';
import { emptyDb, NOON } from '$tests/make';
import { mails } from '$tests/people';
import {
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
import { audit } from '../db/schema';
import type { Db } from '../db/open';
import { agreed, hall as visited } from '$tests/visits';
import {
	askAgain,
	declineVenue,
	grantVenue,
	overrideVenue,
	tellVenue,
	withdrawVenue
} from './answer';
import { venueInbox, waitingVenues } from './inbox';
import { questionSheet } from './one';

let db: Db;
let w: Awaited<ReturnType<typeof venueWorld>>;
let id: string;
const both = { dates: [FIRST, SECOND], why: '' };
const refusal = (reason: string, field = '') => ({
	ok: false,
	refusals: [expect.objectContaining({ field, reason })]
});
const acts = async () =>
	(await db.select().from(audit)).flatMap(({ act, noun }) => (noun === 'venues' ? [act] : []));

beforeEach(async () => {
	db = await emptyDb();
	w = await venueWorld(db);
	await submitted(db, as(w.asker), await drafted(db, as(w.asker), fair('hall')));
	id = (await questions(db))[0]!.id;
});

describe('an answer', () => {
	it('is the manager’s alone: others may not, and that they tried is recorded', async () => {
		for (const who of [w.asker, w.editor, w.approver, w.organizer, w.operator])
			expect([who.name, await grantVenue(db, as(who), id, both)]).toEqual([
				who.name,
				refusal('not-yours')
			]);
		expect(await grantVenue(db, as(w.stranger), id, both)).toEqual(refusal('gone'));
		expect(await grantVenue(db, { who: null, address: null, now: 0 }, id, both)).toEqual(
			refusal('gone')
		);
		expect(await acts()).toEqual(Array(5).fill('refuse'));
		expect((await questions(db))[0]!.state).toBe('asked');
	});

	it('comes once: of two at the same time one counts, with one record and one mail', async () => {
		const second = await person(db, '副馆长', w.host.grants[0]!);
		const said = await Promise.all([
			grantVenue(db, as(w.host), id, both),
			declineVenue(db, as(second), id, '当天布展'),
			grantVenue(db, as(second), id, both)
		]);
		expect(said.filter(({ ok }) => ok).length).toBe(1);
		expect(said.filter(({ ok }) => !ok)).toEqual([refusal('answered'), refusal('answered')]);
		expect((await acts()).length).toBe(1);
		expect((await mails(db)).filter(({ to }) => to === w.asker.email).length).toBe(1);
	});

	it('after the request was withdrawn, or by one who lost the place, is refused clearly', async () => {
		const gone: By = { ...as(w.host), who: { ...w.host, grants: [] } };
		expect(await grantVenue(db, gone, id, both)).toEqual(refusal('gone'));
		expect(await withdrawVenue(db, as(w.asker), id)).toMatchObject({ ok: true });
		expect(await grantVenue(db, as(w.host), id, both)).toEqual(refusal('withdrawn'));
		expect(await declineVenue(db, as(w.host), id, '布展')).toEqual(refusal('withdrawn'));
		expect(await withdrawVenue(db, as(w.asker), id)).toEqual(refusal('withdrawn'));
		expect(await acts()).toEqual(['withdraw']);
	});

	it('to some dates names why, and to none or to others is no answer', async () => {
		expect(await grantVenue(db, as(w.host), id, { dates: [], why: '' })).toEqual(
			refusal('choose', 'dates')
		);
		expect(await grantVenue(db, as(w.host), id, { dates: [FIRST, 7], why: '好' })).toEqual(
			refusal('choose', 'dates')
		);
		expect(await grantVenue(db, as(w.host), id, { dates: [FIRST], why: ' ' })).toEqual(
			refusal('missing', 'why')
		);
		expect(await declineVenue(db, as(w.host), id, '\n ')).toEqual(refusal('missing', 'why'));
		expect(await declineVenue(db, as(w.host), id, '字'.repeat(301))).toEqual(
			refusal('too-long', 'why')
		);
		expect(
			await grantVenue(db, as(w.host), id, { dates: [SECOND], why: '5 日布展' })
		).toMatchObject({ ok: true });
		const [row] = await questions(db);
		expect([row!.state, row!.granted.map(([at]) => at), row!.why]).toEqual([
			'partly',
			[SECOND],
			'5 日布展'
		]);
		const [told] = (await mails(db)).filter(({ template }) => template === 'venue-partly');
		expect([told!.text.includes('2026年12月12日'), told!.text.includes('2026年12月5日')]).toEqual([
			true,
			false
		]);
	});

	it('once given stands: nobody agrees, declines or decides again', async () => {
		await grantVenue(db, as(w.host), id, both);
		expect(await declineVenue(db, as(w.host), id, '改主意')).toEqual(refusal('answered'));
		expect(await overrideVenue(db, as(w.operator), id, '统一安排')).toEqual(refusal('answered'));
		expect(await askAgain(db, as(w.asker), id, { heads: '', note: '' })).toEqual(
			refusal('answered')
		);
		expect(await withdrawVenue(db, as(w.asker), id)).toEqual(refusal('answered'));
	});

	it('over the manager’s head is an operator’s alone', async () => {
		expect(await overrideVenue(db, as(w.host), id, '我定')).toEqual(refusal('not-yours'));
		expect(await overrideVenue(db, as(w.asker), id, '我定')).toEqual(refusal('not-yours'));
		expect(await overrideVenue(db, as(w.operator), id, '统一安排')).toMatchObject({ ok: true });
		const [row] = await questions(db);
		expect(row).toMatchObject({ state: 'granted', overridden: true, granted: row!.spans });
	});
});

it('the asker adds how many come and a sentence, within bounds', async () => {
	expect(await tellVenue(db, as(w.asker), id, { heads: '很多', note: '字'.repeat(301) })).toEqual({
		ok: false,
		refusals: [
			{ field: 'heads', reason: 'bad-heads', detail: { max: 99_999 } },
			{ field: 'note', reason: 'too-long', detail: { max: 300 } }
		]
	});
	expect(await tellVenue(db, as(w.asker), id, { heads: '１２０', note: '要音响' })).toMatchObject({
		ok: true
	});
	expect(await tellVenue(db, as(w.host), id, { heads: '1', note: '' })).toEqual(
		refusal('not-yours')
	);
	expect((await questions(db))[0]).toMatchObject({ heads: 120, note: '要音响' });
});

describe('the inbox', () => {
	it('holds for each what is theirs to answer, what they asked, and what others owe', async () => {
		const seen = async (who: typeof w.host) => {
			const { counts } = await venueInbox(db, who, { shelf: 'waiting', page: 1 }, 0);
			return [counts.waiting, counts.sent, counts.others, counts.over];
		};
		expect(await seen(w.host)).toEqual([1, 0, 0, 0]);
		expect(await seen(w.asker)).toEqual([0, 1, 0, 0]);
		expect(await seen(w.operator)).toEqual([0, 0, 1, 0]);
		expect(await seen(w.organizer)).toEqual([0, 0, 0, 0]);
		expect(await seen(w.stranger)).toEqual([0, 0, 0, 0]);
		expect(await waitingVenues(db, w.host)).toBe(1);
		await declineVenue(db, as(w.host), id, '布展');
		expect(await seen(w.host)).toEqual([0, 0, 0, 1]);
		expect(await waitingVenues(db, w.host)).toBe(0);
	});

	it('opens a request to both sides and to the office, and to nobody else', async () => {
		const opens = async (who: typeof w.host) => (await questionSheet(db, who, id, 0)) !== null;
		for (const who of [w.host, w.asker, w.editor, w.approver, w.organizer, w.operator])
			expect([who.name, await opens(who)]).toEqual([who.name, true]);
		expect(await opens(w.stranger)).toBe(false);
		expect(await questionSheet(db, null, id, 0)).toBe(null);
		const deeds = async (who: typeof w.host) => (await questionSheet(db, who, id, 0))!.deeds;
		expect(await deeds(w.host)).toEqual(['grant', 'decline']);
		expect(await deeds(w.asker)).toEqual(['withdraw', 'tell']);
		expect(await deeds(w.operator)).toEqual(['override', 'withdraw', 'tell']);
		expect(await deeds(w.organizer)).toEqual([]);
	});

	it('says what else is at the place at the same time: events, other requests, groups', async () => {
		await plantEvent(db, {
			...{ startsAt: FIRST + 3_600_000, admission: null },
			over: { placeId: w.hall, titleZh: '廉洁讲座' }
		});
		await plantEvent(db, {
			...{ startsAt: FIRST, admission: null },
			over: { placeId: w.yard, titleZh: '别处的活动' }
		});
		const other = fair('hall', { slug: 'other', title: { zh: '另一个活动', en: null } });
		await submitted(db, as(w.asker), await drafted(db, as(w.asker), other));
		const sheet = (await questionSheet(db, w.host, id, 0))!;
		expect(
			sheet.dates.map(({ startsAt, clashes }) => [
				startsAt,
				clashes.map(({ kind, zh }) => `${kind} ${zh}`).sort()
			])
		).toEqual([
			[FIRST, ['asked 另一个活动', 'event 廉洁讲座']],
			[SECOND, ['asked 另一个活动']]
		]);
	});

	it('names a group that is received there, without who it is', async () => {
		const open = await visited(db, {}, { slug: 'open', town: 'jingshan' });
		await agreed(db, open, {});
		const morning = on('2026-11-27T08:30', '2026-11-27T09:30');
		const one = await drafted(db, as(w.asker), fair('open', { slug: 'morning', ...morning }));
		await submitted(db, as(w.asker), one);
		const row = (await questions(db)).at(-1)!;
		const [date] = (await questionSheet(db, w.organizer, row.id, NOON))!.dates;
		expect(date!.clashes).toEqual([
			expect.objectContaining({ kind: 'visit', heads: 8, zh: '', en: null })
		]);
		expect(JSON.stringify(date)).not.toContain('中学');
	});
});

import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Grant } from '$lib/domain/people/who';
import { momentOf } from '$lib/domain/visits/slots';
import { emptyDb, NOON } from '$tests/make';
import { asRole, mails, somebody } from '$tests/people';
import { agreed, asked, dayIn, got, hall, offered, receiver, stranger } from '$tests/visits';
import type { Db } from '../db/open';
import { people } from '../db/schema';
import { write } from '../db/write';
import { group, saveGroup } from '../settings';
import { strikeSignups } from '../signups/clock';
import { endVisit, offerSlot } from './deeds';
import { cancelVisit, changeHeads, confirmVisit } from './group';
import { addLetter } from './letter';

const DAY = 86_400_000;
const START = momentOf(dayIn(5), 540);
let db: Db;
let at: string;
beforeEach(async () => {
	db = await emptyDb();
	at = await hall(db, {}, { town: 'pingyao' });
});
const manager = (kind: 'town' | 'place' | 'organization', id: string): Grant => ({
	role: 'manager',
	scope: { kind, id }
});
const sent = async (beginning: string) =>
	(await mails(db))
		.map(({ template, to }) => `${template} ${to}`)
		.filter((one) => one.startsWith(beginning))
		.sort();
const reminders = () => sent('visit-reminder');

describe('the office hears by mail', () => {
	it('that a group asks and that it calls off: managers of the place and its town, nobody else', async () => {
		await somebody(db, { email: 'town@example.cn', roles: [manager('town', 'pingyao')] });
		const both = [manager('place', at), manager('town', 'pingyao')];
		await somebody(db, { email: 'hall@example.cn', roles: both });
		await somebody(db, { email: 'far@example.cn', roles: [manager('town', 'liangzhu')] });
		await somebody(db, { email: 'organizer@example.cn', roles: ['organizer'] });
		const left = await somebody(db, { email: 'left@example.cn', roles: [manager('place', at)] });
		await write(db, (tx) => tx.update(people).set({ disabledAt: NOON }).where(eq(people.id, left)));
		const { id, link } = await asked(db, at);
		expect(await sent('visit-asked')).toEqual([
			'visit-asked hall@example.cn',
			'visit-asked town@example.cn'
		]);
		got(await cancelVisit(db, stranger(NOON + 1), link));
		expect(await sent('visit-withdrawn')).toEqual([
			'visit-withdrawn hall@example.cn',
			'visit-withdrawn town@example.cn'
		]);
		const toOffice = (await mails(db)).filter(({ to }) => /^(hall|town)@/.test(to));
		for (const { text, subject, link } of toOffice) {
			// Who the group is stays where it is sealed, and its own link is its own.
			expect(`${subject}${text}`).not.toMatch(/某某中学|王老师|0571|wang@|\/visits\/[0-9a-f]{40}/);
			expect(link).toMatch(new RegExp(`/studio/visits/${id}$`));
		}
	});

	it('of ten requests an hour at a place and no more: a flood of forms is none of mails', async () => {
		await somebody(db, { email: 'hall@example.cn', roles: [manager('place', at)] });
		for (let n = 0; n < 14; n++) await asked(db, at, { email: '' }, { now: NOON + n });
		expect((await sent('visit-asked')).length).toBe(10);
		await asked(db, at, { email: '' }, { now: NOON + 3_600_000 + 14 });
		expect((await sent('visit-asked')).length).toBe(11);
	});

	it('organizers where a place has no manager; not when the office itself calls off', async () => {
		await somebody(db, { email: 'organizer@example.cn', roles: ['organizer'] });
		await somebody(db, { email: 'editor@example.cn', roles: ['editor'] });
		const { id } = await agreed(db, at);
		expect(await sent('visit-asked')).toEqual(['visit-asked organizer@example.cn']);
		got(await endVisit(db, receiver(NOON + 1), id, 'cancel', '展厅检修'));
		expect(await sent('visit-withdrawn')).toEqual([]);
	});
});

describe('a reminder of a visit', () => {
	it('goes once, a day before, at the moment and not before', async () => {
		await agreed(db, at);
		await strikeSignups(db, START - DAY - 1);
		expect(await reminders()).toEqual([]);
		await strikeSignups(db, START - DAY);
		await strikeSignups(db, START - DAY + 10_000);
		await strikeSignups(db, START - 1);
		expect(await reminders()).toEqual(['visit-reminder wang@example.cn']);
	});

	it('is caught up with after the portal stood still, but not once the visit has begun', async () => {
		await agreed(db, at);
		await strikeSignups(db, START - 1);
		expect(await reminders()).toEqual(['visit-reminder wang@example.cn']);
		const other = await emptyDb();
		await agreed(other, await hall(other, {}, {}));
		await strikeSignups(other, START);
		expect((await mails(other)).filter(({ template }) => template === 'visit-reminder')).toEqual(
			[]
		);
	});

	it('goes to nobody who has not agreed, called off, left no address, or agreed after its moment', async () => {
		await offered(db, at, { heads: '1' });
		const off = await agreed(db, at, { heads: '1', slot: `${dayIn(5)}T1000` });
		got(await cancelVisit(db, stranger(NOON + 1), off.link));
		await agreed(db, at, { heads: '1', email: '', slot: `${dayIn(5)}T1100` });
		await strikeSignups(db, START - DAY + 3 * 3_600_000);
		const late = START - DAY + 4 * 3_600_000;
		const soon = await asked(db, at, { heads: '1', slot: `${dayIn(6)}T1000` }, { now: NOON });
		got(await offerSlot(db, receiver(late), soon.id, `${dayIn(5)}T1000`));
		got(await confirmVisit(db, stranger(late + 1), soon.link));
		await strikeSignups(db, late + 2);
		expect(await reminders()).toEqual([]);
	});

	it('goes again for another day, and is not lost by a change of heads or a letter long before', async () => {
		const { id, link } = await agreed(db, at);
		got(await changeHeads(db, stranger(NOON + 5), link, 6));
		const letter = { key: 'letters/a', sha256: 'a' };
		got(await addLetter(db, stranger(NOON + 6), link, letter, { scanned: false }));
		await strikeSignups(db, START - DAY);
		got(await offerSlot(db, receiver(START - DAY + 1), id, `${dayIn(8)}T0900`));
		got(await confirmVisit(db, stranger(START - DAY + 2), link));
		await strikeSignups(db, START + 2 * DAY);
		expect(await reminders()).toEqual(Array(2).fill('visit-reminder wang@example.cn'));
	});

	it('goes as many days before as the office set, and never with none', async () => {
		const set = async (days: number | null) => {
			const { mark } = await group(db, 'visits');
			const values = { 'visits.remind': days };
			got(await saveGroup(db, asRole('operator'), 'visits', { values, mark }));
		};
		await agreed(db, at);
		await set(0);
		await strikeSignups(db, START - DAY);
		expect(await reminders()).toEqual([]);
		await set(3);
		await agreed(db, at, { slot: `${dayIn(8)}T0900` });
		await strikeSignups(db, START - 1);
		// That of the earlier visit was due three days before it, and comes late.
		expect(await reminders()).toEqual(Array(1).fill('visit-reminder wang@example.cn'));
		await strikeSignups(db, START);
		expect(await reminders()).toEqual(Array(2).fill('visit-reminder wang@example.cn'));
	});
});

import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { momentOf } from '$lib/domain/visits/slots';
import { emptyDb, NOON } from '$tests/make';
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
import { audit, outbox, visitPlans, visitRequests } from '../db/schema';
import { write } from '../db/write';
import { askVisit } from './ask';
import { endVisit, offerSlot } from './deeds';
import { cancelVisit, changeHeads, confirmVisit, rowOf } from './group';
import { linkOf } from './link';
import { saidIn } from './said';

let db: Db;
let at: string;
beforeEach(async () => {
	db = await emptyDb();
	at = await hall(db);
});

const ask = (over: Parameters<typeof typed>[0] = {}, now = NOON) =>
	askVisit(db, stranger(now), at, typed(over, now), { letter: null, locale: 'zh', scanned: false });
const mails = async () =>
	(await db.select({ template: outbox.template, to: outbox.to }).from(outbox)).map(
		({ template, to }) => `${template} ${to}`
	);

describe('a request of a group', () => {
	it('is kept with a link that the database does not hold, and its contacts sealed', async () => {
		const { id, link } = got(await ask({ note: '有人坐轮椅' }));
		const dump = JSON.stringify(await db.select().from(visitRequests));
		for (const secret of [link, '王老师', '88880000', 'wang@example.cn', '某某中学', '轮椅'])
			expect(dump).not.toContain(secret);
		expect(saidIn(await row(db, id))).toEqual({
			...{ group: '某某中学', liaison: '王老师', phone: '0571-88880000' },
			...{ email: 'wang@example.cn', note: '有人坐轮椅' }
		});
		expect([link, (await rowOf(db, link))?.id]).toEqual([linkOf(id), id]);
	});

	it('is opened by no link that differs from its own by one sign', async () => {
		const { link } = got(await ask());
		for (let i = 0; i < link.length; i++) {
			const other = link[i] === '0' ? '1' : '0';
			expect(await rowOf(db, link.slice(0, i) + other + link.slice(i + 1))).toBe(null);
		}
		for (const none of ['', `${link} `, link.slice(1), '%', 'A'.repeat(40)])
			expect(await rowOf(db, none)).toBe(null);
	});

	it('says every reason against it at once, and leaves nothing behind', async () => {
		expect(
			why(await ask({ slot: `${dayIn(0)}T0900`, heads: '10000', phone: '', email: '' }))
		).toEqual(['heads too-many', 'phone reach', 'slot past']);
		expect(why(await ask({ slot: '2026-02-30T0900' }))).toEqual(['slot closed']);
		expect(await db.$count(visitRequests)).toBe(0);
		expect([await mails(), await db.$count(audit)]).toEqual([[], 0]);
	});

	it('is decided by the working day on which it arrives, to the last millisecond', async () => {
		// 22 November 2026 is a Sunday; one working day ahead of Wednesday is Tuesday.
		const slot = '2026-11-25T0900';
		const late = momentOf('2026-11-25', 0);
		expect(why(await ask({ slot }, late - 1))).toEqual([]);
		expect(why(await ask({ slot }, late))).toEqual(['slot cut-off']);
	});

	it('is taken nowhere that takes none', async () => {
		await write(db, (tx) => tx.update(visitPlans).set({ open: false }));
		expect(why(await ask())).toEqual(['not-open']);
	});

	it('holds no room: many may ask for one slot', async () => {
		for (let i = 0; i < 3; i++) got(await ask({ heads: '20' }));
		expect(await db.$count(visitRequests)).toBe(3);
	});

	it('is recorded once without anything personal, and told by mail where there is an address', async () => {
		const { id } = got(await ask());
		got(await ask({ email: '' }));
		const [one] = await db.select().from(audit).where(eq(audit.thing, id));
		expect([one!.act, one!.noun, one!.person]).toEqual(['ask', 'visits', null]);
		expect(JSON.stringify(await db.select().from(audit))).not.toContain('王老师');
		expect(await mails()).toEqual(['visit-received wang@example.cn']);
	});
});

describe('the second step', () => {
	it('agrees the visit while the offer stands, once however often it is pressed', async () => {
		const one = await offered(db, at);
		for (let i = 0; i < 2; i++)
			expect(why(await confirmVisit(db, stranger(), one.link))).toEqual([]);
		expect((await row(db, one.id)).state).toBe('confirmed');
		expect(await mails()).toEqual([
			'visit-received wang@example.cn',
			'visit-offered wang@example.cn',
			'visit-confirmed wang@example.cn'
		]);
		expect(await db.$count(audit, eq(audit.act, 'confirm'))).toBe(1);
	});

	it('comes too late from the moment it was due on, and the room is gone', async () => {
		const other = await asked(db, at, { heads: '20' });
		const one = await offered(db, at, { heads: '20' });
		const due = (await row(db, one.id)).offeredUntil!;
		expect(due).toBe(momentOf('2026-11-24', 1440));
		const offer = (now: number) => offerSlot(db, receiver(now), other.id, typed().slot);
		expect(why(await offer(due - 1))).toEqual(['slot full']);
		expect(why(await confirmVisit(db, stranger(due), one.link))).toEqual(['offer-over']);
		expect(why(await offer(due))).toEqual([]);
	});

	it('needs an offer', async () => {
		const one = await asked(db, at);
		expect(why(await confirmVisit(db, stranger(), one.link))).toEqual(['not-offered']);
		expect(why(await confirmVisit(db, stranger(), '0'.repeat(40)))).toEqual(['gone']);
	});
});

describe('a group that changes its mind', () => {
	it('comes with fewer at any time, and with more while there is room and time', async () => {
		const one = await agreed(db, at);
		const change = (heads: number, now = NOON) => changeHeads(db, stranger(now), one.link, heads);
		expect(why(await change(11))).toEqual([]);
		expect((await row(db, one.id)).batches).toBe(2);
		expect(why(await change(10))).toEqual([]);
		await agreed(db, at);
		expect(why(await change(11))).toEqual(['heads full']);
		expect(why(await change(21))).toEqual(['heads too-many']);
		expect(why(await change(0))).toEqual(['heads bad-heads']);
		expect(why(await change(NaN))).toEqual(['heads bad-heads']);
		// On the day itself the cut-off is over.
		const day = momentOf(dayIn(5), 480);
		expect([why(await change(10, day)), why(await change(9, day))]).toEqual([[], []]);
		expect(why(await change(10, day))).toEqual(['heads cut-off']);
		expect((await row(db, one.id)).heads).toBe(9);
	});

	it('brings its letter before it grows beyond what needs one', async () => {
		await write(db, (tx) => tx.update(visitPlans).set({ letterFrom: 10 }));
		const one = await offered(db, at);
		expect(why(await changeHeads(db, stranger(), one.link, 10))).toEqual(['heads letter-missing']);
	});

	it('cancels once, until the visit begins; the room is free at once', async () => {
		const other = await asked(db, at, { heads: '20' });
		const one = await agreed(db, at, { heads: '20' });
		const offer = () => offerSlot(db, receiver(), other.id, typed().slot);
		expect(why(await offer())).toEqual(['slot full']);
		expect(why(await cancelVisit(db, stranger(), one.link))).toEqual([]);
		expect(why(await offer())).toEqual([]);
		expect(why(await cancelVisit(db, stranger(), one.link))).toEqual(['ended']);
		const begun = momentOf(dayIn(5), 540);
		got(await confirmVisit(db, stranger(), other.link));
		expect(why(await cancelVisit(db, stranger(begun), other.link))).toEqual(['begun']);
		expect(why(await cancelVisit(db, stranger(begun - 1), other.link))).toEqual([]);
	});

	it('is not told of the mailbox of anybody: what it wrote never becomes a header', async () => {
		const one = await offered(db, at, { liaison: '王\nBcc: x@y.cn', group: '甲\r\n乙' });
		got(await endVisit(db, receiver(), one.id, 'decline', '闭馆\r\nBcc: x@y.cn'));
		for (const { to, subject } of await db.select().from(outbox)) {
			expect(to).toBe('wang@example.cn');
			expect(subject).not.toMatch(/[\r\n]|Bcc/);
		}
	});
});

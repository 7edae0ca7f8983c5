import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '$lib/server/db/open';
import {
	audit,
	entries,
	entryEditors,
	entryInvitations,
	entryMessages,
	recommendations
} from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import type { Self } from '$lib/server/people/account';
import { aPlan, anEdition, anEntry, content } from '$tests/contests';
import type { AnEdition } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { acting, mails, signedIn, somebody } from '$tests/people';
import { leave } from './crew';
import { saveEntry, withdrawEntry } from './entries';
import { entryFor } from './entries';
import { recommendEntry, waitingFor } from './entry-recommend';
import { invite, join, uninvite } from './invitations';
import { askOffice, messagesOf, tellPeople } from './messages';

let db: Db;
let edition: AnEdition;
let li: Self;
let zhou: Self;

const DAY = 86_400_000;
const at = (by: Self, now: number): Self => ({ ...by, now });
const reasons = (ruled: { ok: boolean; refusals?: { reason: string }[] }) =>
	ruled.ok ? [] : ruled.refusals!.map(({ reason }) => reason);
const person = async (over: Parameters<typeof somebody>[1] = {}) =>
	acting(db, await signedIn(db, await somebody(db, over), { strong: true }));

beforeEach(async () => {
	db = await emptyDb();
	const plan = aPlan();
	plan.channels.unit = {
		open: true,
		perUnit: null,
		chain: ['town', 'district'],
		quotas: { town: 1 }
	};
	edition = await anEdition(db, { plan });
	li = await person({ name: '李' });
	zhou = await person({ name: '周' });
});

const draft = async () => (await anEntry(db, edition, { owner: li.who.id })).id;
const token = (link: string | null) => new URL(link!).searchParams.get('token');

describe('a link to join an entry', () => {
	it('lets one person in, once, and is stored nowhere as it is', async () => {
		const id = await draft();
		const made = await invite(db, li, id, '', 'zh');
		const link = made.ok ? made.value.link : null;
		const [row] = await db.select().from(entryInvitations);
		expect(row!.id).not.toContain(token(link)!);
		expect(await join(db, zhou, token(link))).toEqual({ ok: true, value: id });
		expect((await entryFor(db, zhou.who, id))?.role).toBe('editor');
		const wang = await person();
		expect(reasons(await join(db, wang, token(link)))).toEqual(['link']);
		expect(await entryFor(db, wang.who, id)).toBe(null);
	});

	it('ends after seven days, and when it is taken back', async () => {
		const id = await draft();
		const one = await invite(db, li, id, '', 'zh');
		const late = at(zhou, NOON + 7 * DAY);
		expect(reasons(await join(db, late, token(one.ok ? one.value.link : null)))).toEqual(['link']);
		const [row] = await db.select().from(entryInvitations);
		expect(reasons(await uninvite(db, zhou, id, row!.id))).toEqual(['gone']);
		expect((await uninvite(db, li, id, row!.id)).ok).toBe(true);
		expect(reasons(await join(db, zhou, token(one.ok ? one.value.link : null)))).toEqual(['link']);
	});

	it('goes by mail where an address is given, and is shown to nobody then', async () => {
		const id = await draft();
		const made = await invite(db, li, id, 'zhou@example.cn', 'zh');
		expect(made).toEqual({ ok: true, value: { link: null, email: 'zhou@example.cn' } });
		const [mail] = await mails(db);
		expect([mail!.template, mail!.to]).toEqual(['entry-invite', 'zhou@example.cn']);
		expect((await join(db, zhou, mail!.token)).ok).toBe(true);
	});

	it('is made by the owner alone; who joined may write, and neither withdraw nor invite', async () => {
		const id = await draft();
		await write(db, (tx) =>
			tx.insert(entryEditors).values({ entryId: id, personId: zhou.who.id, at: NOON })
		);
		expect((await saveEntry(db, zhou, id, { content: { title: '一起写' }, began: null })).ok).toBe(
			true
		);
		expect(reasons(await invite(db, zhou, id, '', 'zh'))).toEqual(['not-yours']);
		expect(reasons(await withdrawEntry(db, zhou, id))).toEqual(['not-yours']);
		expect(reasons(await leave(db, zhou, id, li.who.id))).toEqual(['not-yours']);
		expect((await leave(db, zhou, id, zhou.who.id)).ok).toBe(true);
		expect(await entryFor(db, zhou.who, id)).toBe(null);
	});
});

describe('messages', () => {
	it('go between the people of an entry and the office, who mails them', async () => {
		const { id } = await anEntry(db, edition, { owner: li.who.id, state: 'submitted' });
		expect((await askOffice(db, li, id, '  怎样换片子？ ')).ok).toBe(true);
		const entry = (await db.select().from(entries).where(eq(entries.id, id)))[0]!;
		await write(db, (tx) =>
			tellPeople(tx, { who: null, address: null, now: NOON + 1 }, entry, '请点更正。')
		);
		expect((await messagesOf(db, id)).map(({ fromOffice, text }) => [fromOffice, text])).toEqual([
			[false, '怎样换片子？'],
			[true, '请点更正。']
		]);
		expect((await mails(db)).map(({ template, to }) => [template, to])).toEqual([
			['entry-message', li.who.email]
		]);
	});

	it('keep no report about anybody, and come from its people alone', async () => {
		const id = await draft();
		expect(reasons(await askOffice(db, li, id, '我要举报某人受贿'))).toEqual(['accusation']);
		expect(reasons(await askOffice(db, zhou, id, '你好'))).toEqual(['gone']);
		expect(reasons(await askOffice(db, li, id, ' '))).toEqual(['required']);
		expect(await db.$count(entryMessages)).toBe(0);
	});
});

describe('the recommendation of a unit’s entry', () => {
	const unit = (over = {}) =>
		anEntry(db, edition, {
			owner: li.who.id,
			state: 'submitted',
			channel: 'unit',
			content: content({ town: 'pingyao', unit: '某村' }),
			...over
		});
	const manager = (id: string) =>
		person({ roles: [{ role: 'manager', scope: { kind: 'town', id } }] });
	const say = (by: Self, id: string, verdict: 'recommend' | 'decline' = 'recommend', note = '') =>
		recommendEntry(db, by, id, { verdict, version: 1, note });

	it('goes from the town to the district, each body for its own', async () => {
		const { id } = await unit();
		const [own, other] = [await manager('pingyao'), await manager('liangzhu')];
		const office = await person({ roles: ['organizer'] });
		expect(reasons(await say(other, id))).toEqual(['gone']);
		expect((await waitingFor(db, other.who)).length).toBe(0);
		expect((await waitingFor(db, own.who)).map(({ level }) => level)).toEqual(['town']);
		expect((await say(own, id)).ok).toBe(true);
		expect(reasons(await say(own, id))).toEqual(['no-level']);
		expect((await waitingFor(db, own.who)).length).toBe(0);
		expect((await say(office, id)).ok).toBe(true);
		const rows = await db.select().from(recommendations);
		expect(rows.map(({ level, body }) => [level, body]).sort()).toEqual([
			['district', 'district'],
			['town', 'pingyao']
		]);
		expect(reasons(await say(office, id))).toEqual(['no-level']);
	});

	it('keeps to the places a body has', async () => {
		const own = await manager('pingyao');
		const [a, b] = [await unit(), await unit()];
		expect((await say(own, a.id)).ok).toBe(true);
		expect(await say(own, b.id)).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'quota-full', detail: { limit: 1 } }]
		});
		expect((await waitingFor(db, own.who))[0]!.left).toEqual({ quota: 1, left: 0 });
	});

	it('is given back with a reason, mailed, and recorded once', async () => {
		const own = await manager('pingyao');
		const { id } = await unit();
		expect(reasons(await say(own, id, 'decline'))).toEqual(['note']);
		const before = await db.$count(audit);
		expect((await say(own, id, 'decline', '请补上公章')).ok).toBe(true);
		expect((await db.$count(audit)) - before).toBe(1);
		const [entry] = await db.select().from(entries).where(eq(entries.id, id));
		expect(entry!.state).toBe('returned');
		expect((await mails(db)).map(({ template }) => template)).toEqual(['entry-returned']);
	});

	it('is not asked of drafts, nor of entries of persons', async () => {
		const own = await manager('pingyao');
		const { id } = await unit({ state: 'draft' });
		const other = await anEntry(db, edition, {
			owner: li.who.id,
			state: 'submitted',
			content: content({ town: 'pingyao' })
		});
		expect(reasons(await say(own, id))).toEqual(['gone']);
		expect(reasons(await say(own, other.id))).toEqual(['gone']);
	});
});

import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import { from, mails, PASSWORD, somebody, whoIs } from '$tests/people';
import { audit, grants, links as table, people } from '../db/schema';
import { write } from '../db/write';
import { invite } from './office';
import { confirm, invited, register } from './register';
import type { Brought } from './sign-in';

const DAY = 86_400_000;
const brought: Brought = { agent: null };
const typed = { name: '李', password: PASSWORD };

describe('registering', () => {
	it('answers the same whether the address is known, and writes there either way', async () => {
		const db = await emptyDb();
		await somebody(db, { email: 'known@example.cn' });
		const answers = [];
		for (const email of ['known@example.cn', 'new@example.cn'])
			answers.push(await register(db, { email }, 'zh', from()));
		expect(answers).toEqual([
			{ ok: true, value: { email: 'known@example.cn' } },
			{ ok: true, value: { email: 'new@example.cn' } }
		]);
		const sent = await mails(db);
		expect(sent.map(({ to, template, token }) => [to, template, token !== null])).toEqual([
			['known@example.cn', 'exists', false],
			['new@example.cn', 'confirm', true]
		]);
	});

	it('opens with a link of the configured address only, whose token stands in no table', async () => {
		const db = await emptyDb();
		await register(db, { email: 'new@example.cn' }, 'en', from());
		const [mail] = await mails(db);
		expect(mail!.link).toMatch(
			/^http:\/\/127\.0\.0\.1:3000\/en\/register\/confirm\?token=[a-z2-7]{40}$/
		);
		const everything = JSON.stringify([
			await db.select().from(table),
			await db.select().from(people),
			await db.select().from(audit)
		]);
		expect(everything).not.toContain(mail!.token!);
	});

	it('is finished behind the link: name, password, one session, the role of everybody', async () => {
		const db = await emptyDb();
		await register(db, { email: 'New@Example.cn' }, 'zh', from());
		const token = (await mails(db))[0]!.token;
		expect(await invited(db, token, NOON)).toMatchObject({ email: 'new@example.cn' });
		const extra = { ...typed, role: 'operator', emailVerifiedAt: 0, id: 'x' };
		const done = await confirm(db, token, extra, brought, from());
		const who = await whoIs(db, done.ok ? done.value.issued.token : '');
		expect([who.name, who.email, who.grants]).toEqual([
			'李',
			'new@example.cn',
			[{ role: 'citizen', scope: null }]
		]);
		expect((await db.select().from(people)).length).toBe(1);
	});

	it('goes by a link once: not twice, not at once, not a day later', async () => {
		const db = await emptyDb();
		await register(db, { email: 'new@example.cn' }, 'zh', from());
		const token = (await mails(db))[0]!.token;
		const late = await confirm(db, token, typed, brought, from('203.0.113.9', NOON + DAY));
		const twice = await Promise.all([
			confirm(db, token, typed, brought, from()),
			confirm(db, token, typed, brought, from())
		]);
		const again = await confirm(db, token, typed, brought, from());
		expect([late.ok, twice.filter(({ ok }) => ok).length, again.ok]).toEqual([false, 1, false]);
		expect(await invited(db, token, NOON)).toBe(null);
	});

	it('counts only the newest mail', async () => {
		const db = await emptyDb();
		for (let i = 0; i < 2; i++) await register(db, { email: 'new@example.cn' }, 'zh', from());
		const [first, second] = await mails(db);
		expect([
			await invited(db, first!.token, NOON),
			(await invited(db, second!.token, NOON))?.email
		]).toEqual([null, 'new@example.cn']);
	});

	it('with a wrong name and a wrong password keeps the link and says both', async () => {
		const db = await emptyDb();
		await register(db, { email: 'new@example.cn' }, 'zh', from());
		const token = (await mails(db))[0]!.token;
		const done = await confirm(
			db,
			token,
			{ name: ' ', password: 'new@example.cn' },
			brought,
			from()
		);
		expect(done.ok ? [] : done.refusals.map(({ field, reason }) => [field, reason])).toEqual([
			['name', 'required'],
			['password', 'password-own']
		]);
		const leaked = await confirm(
			db,
			token,
			{ ...typed, password: 'Unbelievable' },
			brought,
			from()
		);
		expect(leaked.ok ? '' : leaked.refusals[0]!.reason).toBe('password-common');
		expect((await confirm(db, token, typed, brought, from())).ok).toBe(true);
	});

	it('floods nobody with mail, and says so only to one who asks for many', async () => {
		const db = await emptyDb();
		const spread = [];
		for (let i = 0; i < 30; i++)
			spread.push(await register(db, { email: 'victim@example.cn' }, 'zh', from(`10.0.${i}.1`)));
		expect([spread.every(({ ok }) => ok), (await mails(db)).length]).toEqual([true, 3]);
		const many = [];
		for (let i = 0; i < 30; i++)
			many.push(await register(db, { email: `p${i}@example.cn` }, 'zh', from('198.51.100.1')));
		expect(many.filter(({ ok }) => ok).length).toBe(10);
	});

	it('forgets addresses nobody confirmed', async () => {
		const db = await emptyDb();
		await register(db, { email: 'never@example.cn' }, 'zh', from());
		await write(db, (tx) => tx.update(people).set({ createdAt: NOON }));
		await register(db, { email: 'other@example.cn' }, 'zh', from('203.0.113.9', NOON + 9 * DAY));
		expect((await db.select().from(people)).map(({ email }) => email)).toEqual([
			'other@example.cn'
		]);
	});
});

describe('an invitation', () => {
	const office = { who: null, machine: 'test', address: null, now: NOON };
	const asked = {
		email: 'chen@example.cn',
		name: '陈',
		locale: 'zh' as const,
		grants: [{ role: 'manager' as const, scope: { kind: 'town' as const, id: 'pingyao' } }]
	};

	it('makes a person who may nothing until they set their own password', async () => {
		const db = await emptyDb();
		const made = await write(db, (tx) => invite(tx, office, asked));
		const [mail] = await mails(db);
		expect([made.ok, mail!.template, made.ok && mail!.link!.endsWith(made.value.link!)]).toEqual([
			true,
			'invite',
			true
		]);
		const done = await confirm(db, mail!.token, typed, brought, from());
		const who = await whoIs(db, done.ok ? done.value.issued.token : '');
		expect([who.grants, who.strong]).toEqual([asked.grants, false]);
	});

	it('that cannot be given leaves nothing behind', async () => {
		const db = await emptyDb();
		const made = await write(db, (tx) =>
			invite(tx, office, { ...asked, grants: [{ role: 'manager', scope: null }] })
		);
		expect([made.ok, await db.select().from(people), await mails(db)]).toEqual([false, [], []]);
	});

	it('to somebody who has an account only adds the role', async () => {
		const db = await emptyDb();
		const id = await somebody(db, { email: 'chen@example.cn' });
		const made = await write(db, (tx) => invite(tx, office, asked));
		expect(made).toEqual({ ok: true, value: { id, link: null } });
		const rows = await db.select().from(grants).where(eq(grants.personId, id));
		expect(rows.map(({ role }) => role).sort()).toEqual(['citizen', 'manager']);
	});
});

import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { hasProved } from '$lib/domain/people/may';
import { emptyDb, NOON } from '$tests/make';
import { acting, from, mails, PASSWORD, signedIn, somebody, whoIs } from '$tests/people';
import { audit, people } from '../db/schema';
import { write } from '../db/write';
import {
	askEmail,
	changeEmail,
	changePassword,
	emailFor,
	endSessions,
	prove,
	rename,
	signOut
} from './account';
import { register } from './register';
import { askReset, reset, resetFor } from './reset';
import * as sessions from './sessions';
import { signIn } from './sign-in';
import * as steps from './steps';

const MINUTE = 60_000;
const NEW = 'nine otters under the bridge';

async function owner() {
	const db = await emptyDb();
	const id = await somebody(db, { email: 'owner@example.cn' });
	const devices = [await signedIn(db, id), await signedIn(db, id), await signedIn(db, id)];
	const alive = async (tokens = devices) =>
		(await Promise.all(tokens.map((token) => sessions.read(db, token, NOON, true)))).map(
			(found) => found !== null
		);
	return { db, id, devices, alive };
}

describe('a new password', () => {
	it('ends every other device and gives this one a new token', async () => {
		const { db, devices, alive } = await owner();
		const me = await acting(db, devices[0]!);
		const done = await changePassword(db, { current: PASSWORD, password: NEW }, me);
		expect(await alive()).toEqual([false, false, false]);
		expect((await whoIs(db, done.ok ? done.value.token : '')).name).toBe('王');
		expect((await mails(db)).map(({ template }) => template)).toEqual(['password-changed']);
		const again = await signIn(
			db,
			{ email: 'owner@example.cn', password: PASSWORD },
			{ agent: null },
			from()
		);
		expect(again.go).toBe('refused');
	});

	it('needs the present one, and a stolen session may not guess it', async () => {
		const { db, devices, alive } = await owner();
		const me = await acting(db, devices[0]!);
		const answers = [];
		for (let i = 0; i < 30; i++)
			answers.push(await changePassword(db, { current: `guess number ${i}`, password: NEW }, me));
		const reasons = answers.map((answer) => (answer.ok ? '' : answer.refusals[0]!.reason));
		expect([reasons.filter((one) => one === 'wrong-password').length, reasons.at(-1)]).toEqual([
			8,
			'too-often'
		]);
		expect(await alive()).toEqual([true, true, true]);
	});

	it('is held to the rules', async () => {
		const { db, devices } = await owner();
		const me = await acting(db, devices[0]!);
		const done = await changePassword(db, { current: PASSWORD, password: 'short' }, me);
		expect(done.ok ? '' : done.refusals[0]).toEqual({
			field: 'password',
			reason: 'password-short',
			detail: { limit: 12, length: 5 }
		});
	});

	it('ends what was begun with the old one: links and sign-ins under way', async () => {
		const { db, id, devices } = await owner();
		await askReset(db, { email: 'owner@example.cn' }, 'zh', from());
		const token = (await mails(db))[0]!.token;
		const step = await write(db, (tx) =>
			steps.begin(tx, { kind: 'sign-in', personId: id, value: {} }, NOON)
		);
		await changePassword(db, { current: PASSWORD, password: NEW }, await acting(db, devices[0]!));
		expect([await resetFor(db, token, NOON), await steps.find(db, step, 'sign-in', NOON)]).toEqual([
			null,
			null
		]);
	});
});

describe('resetting a password', () => {
	it('answers the same whether the address is known, and writes to those who may sign in', async () => {
		const { db } = await owner();
		await somebody(db, { email: 'out@example.cn', disabledAt: NOON });
		await somebody(db, { email: 'new@example.cn', emailVerifiedAt: null });
		for (const email of [
			'owner@example.cn',
			'nobody@example.cn',
			'out@example.cn',
			'new@example.cn'
		])
			expect(await askReset(db, { email }, 'zh', from())).toEqual({ ok: true, value: { email } });
		expect((await mails(db)).map(({ to, template }) => [to, template])).toEqual([
			['owner@example.cn', 'reset']
		]);
	});

	it('goes by a link once, for ten minutes, and ends every session', async () => {
		const { db, alive } = await owner();
		await askReset(db, { email: 'owner@example.cn' }, 'zh', from());
		const [mail] = await mails(db);
		expect(mail!.link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/reset\/confirm\?token=/);
		const at = (now: number) => reset(db, mail!.token, { password: NEW }, from('203.0.113.9', now));
		expect((await at(NOON + 10 * MINUTE)).ok).toBe(false);
		const [one, two] = await Promise.all([at(NOON + 10 * MINUTE - 1), at(NOON + 10 * MINUTE - 1)]);
		expect([one!.ok, two!.ok].sort()).toEqual([false, true]);
		expect(await alive()).toEqual([false, false, false]);
		const typed = { email: 'owner@example.cn', password: NEW };
		expect((await signIn(db, typed, { agent: null }, from())).go).toBe('in');
	});

	it('keeps the link when the new password is refused', async () => {
		const { db } = await owner();
		await askReset(db, { email: 'owner@example.cn' }, 'zh', from());
		const token = (await mails(db))[0]!.token;
		expect((await reset(db, token, { password: 'aaaaaaaaaaaaaaaa' }, from())).ok).toBe(false);
		expect((await reset(db, token, { password: NEW }, from())).ok).toBe(true);
	});
});

describe('another e-mail address', () => {
	it('is taken over once it is confirmed, by the one who asked', async () => {
		const { db, devices, alive } = await owner();
		const me = await acting(db, devices[0]!);
		await askEmail(db, 'Next@Example.cn', 'zh', me);
		const [mail] = await mails(db);
		expect([mail!.to, mail!.template]).toEqual(['next@example.cn', 'email-change']);
		const other = await acting(db, await signedIn(db, await somebody(db)));
		expect((await changeEmail(db, mail!.token, other)).ok).toBe(false);
		expect((await emailFor(db, mail!.token, NOON))?.email).toBe('next@example.cn');
		const done = await changeEmail(db, mail!.token, me);
		expect((await whoIs(db, done.ok ? done.value.token : '')).email).toBe('next@example.cn');
		expect(await alive()).toEqual([false, false, false]);
	});

	it('that somebody else has is answered the same, and only they learn of it', async () => {
		const { db, devices } = await owner();
		await somebody(db, { email: 'taken@example.cn' });
		const me = await acting(db, devices[0]!);
		expect(await askEmail(db, 'taken@example.cn', 'zh', me)).toEqual({
			ok: true,
			value: { email: 'taken@example.cn' }
		});
		expect((await mails(db)).map(({ to, template }) => [to, template])).toEqual([
			['taken@example.cn', 'exists']
		]);
	});
});

describe('an address somebody else began to register', () => {
	it('can still be taken over by who reads its mail', async () => {
		const { db, devices } = await owner();
		const me = await acting(db, devices[0]!);
		await askEmail(db, 'next@example.cn', 'zh', me);
		await register(db, { email: 'next@example.cn' }, 'zh', from('198.51.100.3'));
		const token = (await mails(db))[0]!.token;
		const done = await changeEmail(db, token, me);
		expect([done.ok, (await db.select().from(people)).length]).toEqual([true, 1]);
	});
});

describe('one’s own account', () => {
	it('has a name that changes with a record, the name itself kept beside it', async () => {
		const { db, id, devices } = await owner();
		expect((await rename(db, ' 王 主任 ', await acting(db, devices[0]!))).ok).toBe(true);
		const [row] = await db.select().from(people).where(eq(people.id, id));
		const [act] = await db.select().from(audit).where(eq(audit.act, 'rename'));
		expect([row!.name, act!.record.includes('王')]).toEqual(['王 主任', false]);
	});

	it('lists its devices and ends one, or all others; never somebody else’s', async () => {
		const { db, id, devices, alive } = await owner();
		const stranger = await signedIn(db, await somebody(db));
		const me = await acting(db, devices[0]!);
		expect((await sessions.all(db, id, NOON)).length).toBe(3);
		const theirs = (await whoIs(db, stranger)).session;
		expect(await endSessions(db, theirs, me)).toBe(0);
		expect(await endSessions(db, (await whoIs(db, devices[1]!)).session, me)).toBe(1);
		expect(await alive()).toEqual([true, false, true]);
		expect(await endSessions(db, null, me)).toBe(1);
		expect([...(await alive()), ...(await alive([stranger]))]).toEqual([true, false, false, true]);
	});

	it('is left for good: the same token opens nothing afterwards', async () => {
		const { db, devices, alive } = await owner();
		await signOut(db, await acting(db, devices[0]!));
		expect(await alive()).toEqual([false, true, true]);
	});

	it('asks who is there before what is sensitive, and takes the proof for ten minutes', async () => {
		const { db, devices } = await owner();
		const later = NOON + 11 * MINUTE;
		const me = await acting(db, devices[0]!, later);
		expect(hasProved(me.who, later)).toBe(false);
		const wrong = await prove(db, { password: 'something else', code: '' }, me);
		expect(wrong.ok ? '' : wrong.refusals[0]!.reason).toBe('wrong-password');
		const done = await prove(db, { password: PASSWORD, code: '' }, me);
		const who = await whoIs(db, done.ok ? done.value.token : '', later);
		expect([hasProved(who, later), hasProved(who, later + 10 * MINUTE + 1)]).toEqual([true, false]);
		expect(await sessions.read(db, devices[0], later, true)).toBe(null);
	});
});

import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import { acting, from, mails, PASSWORD, signedIn, somebody, whoIs } from '$tests/people';
import { recoveryCodes, totps } from '../db/schema';
import { write } from '../db/write';
import * as enrol from './enrol';
import { pendingTotp, recoveryLeft } from './factors';
import { forgetFactors } from './office';
import * as sessions from './sessions';
import { signIn, signInWithCode } from './sign-in';
import type { Brought } from './sign-in';

const HALF = 30_000;
const brought: Brought = { agent: null };
const typed = { email: 'owner@example.cn', password: PASSWORD };

/** Somebody whose phone shows codes; `code(now)` is what it shows. */
async function enrolled(roles: ['editor'] | ['citizen'] = ['editor']) {
	const db = await emptyDb();
	const id = await somebody(db, { email: typed.email, roles });
	const me = await acting(db, await signedIn(db, id));
	const elsewhere = await signedIn(db, id);
	await enrol.begin(db, me);
	const { secret } = (await pendingTotp(db, id, typed.email, 'host'))!;
	const app = new TOTP({ secret: Secret.fromBase32(secret) });
	const code = (now: number) => app.generate({ timestamp: now });
	const done = await enrol.confirm(db, code(NOON), me);
	if (!done.ok) throw new Error('not enrolled');
	const step = async (now: number) => {
		const first = await signIn(db, typed, brought, from('203.0.113.9', now));
		return first.go === 'factor' ? first.step : '';
	};
	const finish = async (now: number, typedCode: string, token?: string) =>
		signInWithCode(db, token ?? (await step(now)), typedCode, brought, from('203.0.113.9', now));
	return { db, id, me, elsewhere, secret, code, step, finish, ...done.value };
}

describe('enrolling an app', () => {
	it('makes this session strong, ends the others, says so by mail and gives ten codes once', async () => {
		const { db, id, me, elsewhere, issued, codes } = await enrolled();
		expect(await sessions.read(db, elsewhere, NOON, true)).toBe(null);
		const who = await whoIs(db, issued.token);
		expect([who.strong, me.who.strong, codes.length, new Set(codes).size]).toEqual([
			true,
			false,
			10,
			10
		]);
		expect(await recoveryLeft(db, id)).toBe(10);
		expect((await mails(db)).map(({ template }) => template)).toEqual(['factor-changed']);
		expect(await pendingTotp(db, id, '', '')).toBe(null);
	});

	it('leaves neither secret nor codes readable in the database', async () => {
		const { db, secret, codes } = await enrolled();
		const all = JSON.stringify([
			await db.select().from(totps),
			await db.select().from(recoveryCodes)
		]);
		for (const word of [secret, ...codes]) expect(all).not.toContain(word);
		expect(
			(await db.select().from(recoveryCodes)).every(({ hash }) => hash.startsWith('$argon2id$'))
		).toBe(true);
	});

	it('counts for nothing until a code of it was shown, and cannot replace one in force', async () => {
		const db = await emptyDb();
		const id = await somebody(db, { email: typed.email });
		const me = await acting(db, await signedIn(db, id));
		await enrol.begin(db, me);
		expect((await enrol.confirm(db, '000000', me)).ok).toBe(false);
		expect((await signIn(db, typed, brought, from())).go).toBe('in');
		const again = await enrolled();
		const before = await again.db.select().from(totps);
		const self = await acting(again.db, again.issued.token);
		await enrol.begin(again.db, self);
		expect(await again.db.select().from(totps)).toEqual(before);
	});
});

describe('a code', () => {
	it('is asked for after the right password, and opens a strong session', async () => {
		const { db, code, finish } = await enrolled();
		const done = await finish(NOON + HALF, code(NOON + HALF));
		const who = await whoIs(db, done.go === 'in' ? done.issued.token : '', NOON + HALF);
		expect(who.strong).toBe(true);
	});

	it('is good once, also for two at once, and never again with its half minute', async () => {
		const { code, step, finish } = await enrolled();
		const now = NOON + 2 * HALF;
		const tokens = [await step(now), await step(now)];
		const both = await Promise.all(tokens.map((token) => finish(now, code(now), token)));
		expect(both.filter(({ go }) => go === 'in').length).toBe(1);
		expect((await finish(now + 1000, code(now))).go).toBe('refused');
		// The code used for enrolling is spent as well.
		expect((await finish(now, code(NOON))).go).toBe('refused');
	});

	it('of an earlier half minute is refused after a later one was used, and old ones always', async () => {
		const { code, finish } = await enrolled();
		const now = NOON + 10 * HALF;
		expect((await finish(now, code(now - 2 * HALF))).go).toBe('refused');
		expect((await finish(now, code(now + 2 * HALF))).go).toBe('refused');
		expect((await finish(now, code(now + HALF))).go).toBe('in');
		expect((await finish(now, code(now))).go).toBe('refused');
		expect((await finish(now, code(now - HALF))).go).toBe('refused');
	});

	it('may be wrong five times, then the sign-in begins anew; and few times in an hour', async () => {
		const { code, step, finish } = await enrolled();
		const now = NOON + 4 * HALF;
		const token = await step(now);
		const answers = [];
		for (let i = 0; i < 6; i++) answers.push(await finish(now, '000000', token));
		expect(answers.map((one) => (one.go === 'refused' ? one.reason : ''))).toEqual([
			'wrong',
			'wrong',
			'wrong',
			'wrong',
			'over',
			'over'
		]);
		let tried = 0;
		for (let i = 0; i < 1000; i++) {
			const one = await finish(now, '000000', i % 4 ? undefined : await step(now));
			if (one.go === 'refused' && one.reason === 'wrong') tried++;
			if (one.go === 'refused' && one.reason === 'too-often') break;
		}
		expect(tried).toBeLessThanOrEqual(20);
		expect((await finish(now, code(now))).go).toBe('refused');
		const later = now + 10 * 60_000;
		expect((await finish(later, code(later))).go).toBe('in');
	});

	it('finishes no sign-in twice, none of ten minutes ago, none of another person', async () => {
		const { db, code, step, finish } = await enrolled();
		const now = NOON + 6 * HALF;
		const token = await step(now);
		expect((await finish(now, code(now), token)).go).toBe('in');
		expect((await finish(now + HALF, code(now + HALF), token)).go).toBe('refused');
		const old = await step(now);
		const late = now + 600_000;
		expect((await finish(late, code(late), old)).go).toBe('refused');
		await somebody(db, { email: 'other@example.cn' });
		const theirs = await signIn(db, { ...typed, email: 'other@example.cn' }, brought, from());
		expect(theirs.go).toBe('in');
	});
});

describe('a recovery code', () => {
	it('stands in for the phone once', async () => {
		const { db, id, codes, step, finish } = await enrolled();
		const now = NOON + HALF;
		const spoken = codes[3]!.toUpperCase().replace(/(.{4})/g, '$1 ');
		const tokens = [await step(now), await step(now)];
		const both = await Promise.all(tokens.map((token) => finish(now, spoken, token)));
		expect(both.filter(({ go }) => go === 'in').length).toBe(1);
		expect([(await finish(now, codes[3]!)).go, await recoveryLeft(db, id)]).toEqual(['refused', 9]);
		expect((await finish(now, codes[4]!)).go).toBe('in');
	});

	it('is worth nothing once new ones were made, nor to anybody else', async () => {
		const { db, issued, codes, finish } = await enrolled();
		const renewed = await enrol.renewCodes(db, await acting(db, issued.token));
		expect((await finish(NOON + HALF, codes[0]!)).go).toBe('refused');
		const other = await enrolled();
		expect((await other.finish(NOON + HALF, codes[1]!)).go).toBe('refused');
		expect((await finish(NOON + HALF, renewed.ok ? renewed.value.codes[0]! : '')).go).toBe('in');
	});
});

describe('taking a factor away', () => {
	it('is refused to staff who need one, and granted to a citizen', async () => {
		const staff = await enrolled();
		const refused = await enrol.drop(staff.db, await acting(staff.db, staff.issued.token), true);
		expect(refused.ok ? '' : refused.refusals[0]!.reason).toBe('last-factor');
		const citizen = await enrolled(['citizen']);
		expect(
			(await enrol.drop(citizen.db, await acting(citizen.db, citizen.issued.token), true)).ok
		).toBe(true);
		expect((await signIn(citizen.db, typed, brought, from())).go).toBe('in');
		expect(await recoveryLeft(citizen.db, citizen.id)).toBe(0);
	});

	it('by the operator ends every session, and is never done to oneself', async () => {
		const { db, id, issued } = await enrolled();
		const self = await acting(db, issued.token);
		const own = await write(db, (tx) => forgetFactors(tx, self, id));
		expect(own.ok ? '' : own.refusals[0]!.reason).toBe('own-rights');
		await write(db, (tx) => forgetFactors(tx, { ...from(), machine: 'test' }, id));
		expect(await sessions.read(db, issued.token, NOON, true)).toBe(null);
		expect((await signIn(db, typed, brought, from())).go).toBe('in');
	});
});

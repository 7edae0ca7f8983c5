import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { newId, people, sessions } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import * as enrol from '$lib/server/people/enrol';
import { pendingTotp } from '$lib/server/people/factors';
import * as links from '$lib/server/people/links';
import { authenticator } from '../authenticator';
import { PASSWORD, signedIn } from '../people';
import type { At, Example, Examples, Sent } from './example';
import type { Door } from './other-door';
import type { Visitor } from './portal';

const NEW_PASSWORD = 'nine egrets over the Dongshu';
const ORIGIN = 'http://localhost:5999';
const form = (fields: Record<string, string>): Sent => ({ form: fields });

/** A code of the app somebody has just begun to set up. */
async function pendingCode({ db }: At, { id }: Visitor): Promise<string> {
	const { secret } = (await pendingTotp(db, id, '', ''))!;
	return new TOTP({ secret: Secret.fromBase32(secret) }).generate();
}

/** Sets up an app for codes; the code after the one it took is good for the next proof. */
async function withApp(at: At, me = at.me): Promise<{ code: string; recovery: string[] }> {
	await enrol.begin(at.db, await me.by());
	const { secret } = (await pendingTotp(at.db, me.id, '', ''))!;
	const app = new TOTP({ secret: Secret.fromBase32(secret) });
	const { said } = await me.send('/(account)/account/factor ?/confirm', {
		form: { code: app.generate() }
	});
	const { codes } = said as { codes: string[] };
	return { code: app.generate({ timestamp: Date.now() + 30_000 }), recovery: codes };
}

/** Makes a passkey in software and keeps it for somebody. */
async function withKey(me: Visitor) {
	const key = authenticator();
	const asked = await me.send('/(account)/account/passkeys/enrol POST', { json: {} });
	const response = key.make(asked.said as Parameters<typeof key.make>[0], ORIGIN);
	await me.send('/(account)/account/passkeys/enrol POST', { json: { response, name: '手机' } });
	return key;
}

/** The key’s answer to the question an address asks. */
async function signed(me: Visitor, to: string, key: ReturnType<typeof authenticator>, use = {}) {
	const asked = await me.send(to, { json: use });
	return { json: { ...use, response: key.sign(asked.said as { challenge: string }, ORIGIN) } };
}

/** A link of a mail, as its token. */
const link = (
	{ db }: At,
	purpose: Parameters<typeof links.issue>[1]['purpose'],
	personId: string,
	email?: string
) =>
	write(db, (tx) => links.issue(tx, { purpose, personId, email: email ?? null, now: Date.now() }));

/** Somebody who began to register. */
async function registering(at: At): Promise<string> {
	const id = newId(Date.now());
	await write(at.db, (tx) => tx.insert(people).values({ id, email: `${id}@example.cn`, name: '' }));
	return link(at, 'confirm', id);
}

/** A deed of one’s own account, after something else was done first. */
const own = (send: Example['send'], more: Partial<Example> = {}): Example => ({
	as: 'citizen',
	send,
	...more
});

/** What somebody does with their own account, and at the doors to it. */
export const account = (door: Door): Examples => ({
	'/(account)/account ?/default': own(form({ name: '李四' })),
	'/(account)/account/email ?/default': own(form({ email: 'another@example.cn' })),
	'/(account)/account/email/confirm ?/default': own(async (at) => ({
		search: { token: await link(at, 'email', at.me.id, `to-${at.me.id}@example.cn`) }
	})),
	'/(account)/account/password ?/default': own(form({ current: PASSWORD, password: NEW_PASSWORD })),
	'/(account)/account/prove ?/default': own(form({ password: PASSWORD })),
	'/(account)/account/factor ?/begin': own({}, { bad: null }),
	'/(account)/account/factor ?/confirm': own(async (at) => {
		await enrol.begin(at.db, await at.me.by());
		return form({ code: await pendingCode(at, at.me) });
	}),
	'/(account)/account/factor ?/forget': own(async (at) => {
		await enrol.begin(at.db, await at.me.by());
		return {};
	}),
	'/(account)/account/factor ?/renew': own(async (at) => {
		await withApp(at);
		return {};
	}),
	'/(account)/account/factor ?/drop': own(async (at) => {
		await withApp(at);
		return {};
	}),
	'/(account)/account/sessions ?/end': own(async ({ db, me }) => {
		await signedIn(db, me.id, { now: Date.now() });
		const rows = await db.select().from(sessions).where(eq(sessions.personId, me.id));
		const here = (await me.by()).who.session;
		return form({ session: rows.find(({ id }) => id !== here)!.id });
	}),
	'/(account)/account/sessions ?/others': own(async ({ db, me }) => {
		await signedIn(db, me.id, { now: Date.now() });
		return {};
	}),
	'/(account)/account/passkeys/enrol POST': [
		own({ json: {} }, { what: 'question', none: 'nothing is kept until a key answers', bad: null }),
		own(
			async ({ me }) => {
				const to = '/(account)/account/passkeys/enrol POST';
				const asked = await me.send(to, { json: {} });
				const key = authenticator();
				const response = key.make(asked.said as Parameters<typeof key.make>[0], ORIGIN);
				return { json: { response, name: '手机' } };
			},
			{ what: 'answer', bad: { json: { response: {}, name: '手机' } } }
		)
	],
	'/(account)/account/passkeys ?/rename': own(async ({ me }) => {
		const { id } = await withKey(me);
		return form({ id, name: '办公室的钥匙' });
	}),
	'/(account)/account/passkeys ?/remove': own(async ({ me }) => {
		const { id } = await withKey(me);
		return form({ id });
	}),
	'/(account)/account/passkeys ?/unlink': own(async ({ me }) => {
		const sub = `unlink-${me.id}`;
		await door.through(me, me.email, sub);
		return form({ issuer: door.issuer, subject: sub });
	}),
	'/(account)/account/prove/passkey POST': [
		own({ json: {} }, { what: 'question', none: 'nothing is kept until a key answers', bad: null }),
		own(
			async ({ me }) => {
				const key = await withKey(me);
				return signed(me, '/(account)/account/prove/passkey POST', key);
			},
			{ what: 'answer', bad: { json: { response: {} } } }
		)
	],
	'/(account)/login ?/default': [
		{
			as: null,
			what: 'in',
			send: async (at) => form({ email: (await at.person('citizen')).email, password: PASSWORD }),
			bad: async (at) => form({ email: (await at.person('citizen')).email, password: 'wrong' })
		},
		{
			as: null,
			what: 'half',
			send: async (at) => {
				const person = await at.person('citizen');
				await withApp(at, person);
				return form({ email: person.email, password: PASSWORD });
			}
		}
	],
	'/(account)/login/factor ?/default': {
		as: null,
		send: async (at) => {
			const person = await at.person('citizen');
			const { code } = await withApp(at, person);
			const typed = { email: person.email, password: PASSWORD };
			await at.me.send('/(account)/login ?/default', form(typed));
			return form({ code });
		},
		bad: async (at) => {
			const person = await at.person('citizen');
			await withApp(at, person);
			const typed = { email: person.email, password: PASSWORD };
			await at.me.send('/(account)/login ?/default', form(typed));
			return form({ code: '000000' });
		}
	},
	'/(account)/login/passkey POST': [
		{
			as: null,
			what: 'question',
			none: 'nothing is kept until a key answers',
			send: { json: {} },
			bad: null
		},
		{
			as: null,
			what: 'answer',
			send: async (at) => {
				const key = await withKey(await at.person('citizen'));
				return signed(at.me, '/(account)/login/passkey POST', key);
			},
			bad: { json: { response: {} } }
		}
	],
	'/(account)/login/oidc ?/default': {
		as: null,
		none: 'it leads to another house; who comes back from there is recorded',
		send: {},
		bad: null
	},
	'/(account)/login/oidc/confirm ?/default': {
		as: 'citizen',
		send: async (at) => {
			// Begun as a stranger, whose address has an account; the owner then signs in and says yes.
			const stranger = at.stranger();
			await door.through(stranger, at.me.email);
			for (const [name, value] of stranger.cookies) at.me.cookies.set(name, value);
			return {};
		}
	},
	'/(account)/logout ?/default': own({}, { bad: null }),
	'/(account)/register ?/default': { as: null, send: form({ email: 'brand-new@example.cn' }) },
	'/(account)/register/confirm ?/default': {
		as: null,
		send: async (at) => ({
			search: { token: await registering(at) },
			form: { name: '王五', password: NEW_PASSWORD }
		}),
		bad: async (at) => ({
			search: { token: await registering(at) },
			form: { name: '', password: 'short' }
		})
	},
	'/(account)/reset ?/default': {
		as: null,
		send: async (at) => form({ email: (await at.person('citizen')).email })
	},
	'/(account)/reset/confirm ?/default': {
		as: null,
		send: async (at) => ({
			search: { token: await link(at, 'reset', (await at.person('citizen')).id) },
			form: { password: NEW_PASSWORD }
		}),
		bad: async (at) => ({
			search: { token: await link(at, 'reset', (await at.person('citizen')).id) },
			form: { password: 'short' }
		})
	}
});

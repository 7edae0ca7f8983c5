import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, it } from 'vitest';
import { emptyDb } from '$tests/make';
import { outbox } from '../db/schema';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { shared } from '../shared';
import { startMail } from './worker';
import { mail } from '.';

const origin = new URL('https://lian.example.gov.cn');
const post = (db: Db) =>
	write(db, (tx) =>
		mail(tx, {
			to: 'li@demo.invalid',
			template: 'reset',
			locale: 'zh',
			values: { link: '/x' },
			now: Date.now()
		})
	);

it('sends what is written while it runs, from the portal’s own address, and stops when told', async () => {
	let take: (from: string) => void = () => undefined;
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, { envelope: { mailFrom } }, done) {
			stream.resume().on('end', () => {
				done();
				take(mailFrom ? mailFrom.address : '');
			});
		}
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
	const { port } = server.server.address() as AddressInfo;
	const db = await emptyDb();
	const stop = await startMail(db, {
		smtpUrl: `smtp://127.0.0.1:${port}`,
		mailFrom: null,
		origin
	});
	const came = new Promise<string>((done) => (take = done));
	await post(db);
	expect(await came).toBe('liantu@lian.example.gov.cn');
	await stop();
	expect((await db.select().from(outbox)).map(({ state }) => state)).toEqual(['sent']);
	await post(db);
	await new Promise<void>((closed) => server.close(closed));
	const states = (await db.select().from(outbox)).map(({ state }) => state);
	expect(states.sort()).toEqual(['sent', 'waiting']);
});

it('without a mail server says so at start, and mails wait where the operator sees them', async () => {
	const db = await emptyDb();
	const held = shared.notices.length;
	const stop = await startMail(db, { smtpUrl: null, mailFrom: null, origin });
	expect(shared.notices.splice(held)).toEqual([
		'SMTP_URL is not set: mails wait in the outbox (/studio/outbox), unsent.'
	]);
	await post(db);
	await stop();
	expect((await db.select().from(outbox)).map(({ state }) => state)).toEqual(['waiting']);
});

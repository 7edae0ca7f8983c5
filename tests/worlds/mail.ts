import net from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach } from 'vitest';
import { emptyDb, NOON } from '../make';
import type { Db } from '$lib/server/db/open';
import { outbox } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { mail } from '$lib/server/mail';

// An office with a real mail server on loopback.

/** A real mail server on loopback, and everything it took. */
export async function office(
	options: { reply?: (to: string) => { code: number } | null; port?: number; tls?: boolean } = {}
) {
	const taken: { from: string; to: string[]; raw: string }[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: options.tls ? [] : ['STARTTLS'],
		onRcptTo({ address }, _session, done) {
			const bad = options.reply?.(address);
			done(bad ? Object.assign(new Error(`no ${address}`), { responseCode: bad.code }) : null);
		},
		onData(stream, session, done) {
			let raw = '';
			stream.on('data', (part: Buffer) => (raw += part));
			stream.on('end', () => {
				const { mailFrom, rcptTo } = session.envelope;
				taken.push({
					from: mailFrom ? mailFrom.address : '',
					to: rcptTo.map(({ address }) => address),
					raw
				});
				done();
			});
		}
	});
	server.on('error', () => undefined);
	await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', () => ready()));
	const { port } = server.server.address() as net.AddressInfo;
	return {
		taken,
		port,
		url: `smtp://127.0.0.1:${port}`,
		close: () => new Promise<void>((closed) => server.close(closed))
	};
}

export const from = '廉图 <portal@lian.invalid>';

export const short = { connect: 2000, silent: 2000, whole: 3000 };

export const row = async (db: Db) => (await db.select().from(outbox))[0]!;

/** Header lines of a message, unfolded, in order. */
export const headers = (raw: string) =>
	raw
		.slice(0, raw.indexOf('\r\n\r\n'))
		.replace(/\r\n[ \t]+/g, ' ')
		.split('\r\n');

/** Text of a message whose body is base64 or quoted-printable. */
export function body(raw: string): string {
	const text = raw.slice(raw.indexOf('\r\n\r\n') + 4);
	if (/^content-transfer-encoding: base64/im.test(raw))
		return Buffer.from(text, 'base64').toString();
	return Buffer.from(
		text
			.replace(/=\r\n/g, '')
			.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
		'latin1'
	).toString();
}

export let db: Db;

const origin = process.env.ORIGIN;

beforeEach(async () => {
	process.env.ORIGIN = 'https://lian.example.gov.cn';
	db = await emptyDb();
});

afterEach(() => {
	if (origin === undefined) delete process.env.ORIGIN;
	else process.env.ORIGIN = origin;
});

export const post = (
	values: Record<string, string> = {},
	over: Partial<Parameters<typeof mail>[1]> = {}
) =>
	write(db, (tx) =>
		mail(tx, {
			to: 'li@demo.invalid',
			template: 'reset',
			locale: 'zh',
			values: { link: '/reset/canary-bird', ...values },
			now: NOON,
			...over
		})
	);

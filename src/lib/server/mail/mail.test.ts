import net from 'node:net';
import { describe, expect, it } from 'vitest';
import { NOON } from '$tests/make';
import { outbox } from '../db/schema';
import { write } from '../db/write';
import { deliver, keeps, settleInterrupted, sweep } from './deliver';
import { smtp } from './post';
import { mail } from '.';
import { office, from, short, row, headers, body, db, post } from '$tests/worlds/mail';

describe('the outbox', () => {
	it('holds a mail only when the act it tells of is committed', async () => {
		await expect(
			write(db, async (tx) => {
				await mail(tx, {
					to: 'a@b.cn',
					template: 'reset',
					locale: 'zh',
					values: { link: '/x' },
					now: NOON
				});
				throw new Error('refused');
			})
		).rejects.toThrow('refused');
		expect(await db.select().from(outbox)).toEqual([]);
	});

	it('keeps the body sealed: its link is nowhere to be read', async () => {
		await post();
		expect(JSON.stringify(await db.select().from(outbox))).not.toMatch(/canary|lian\.example/);
	});

	it('takes no link that leads elsewhere and no address that is none', async () => {
		await expect(post({ link: 'https://evil.example/' })).rejects.toThrow('foreign-link');
		await expect(post({ link: '//evil.example/' })).resolves.toMatch(/^\w{20}$/);
		await expect(post({}, { to: 'a@b.cn\r\nBcc: c@d.cn' })).rejects.toThrow('no address');
	});
});

describe('sending', () => {
	it('delivers once, with our headers, the text and the link below our origin', async () => {
		const server = await office();
		await post();
		const send = smtp(server.url, from);
		expect(await deliver(db, send, () => NOON + 5)).toEqual({ sent: 1, away: false });
		expect(await deliver(db, send, () => NOON + 9)).toEqual({ sent: 0, away: false });
		await server.close();
		expect(server.taken.map(({ from, to }) => [from, to])).toEqual([
			['portal@lian.invalid', ['li@demo.invalid']]
		]);
		const { raw } = server.taken[0]!;
		expect(
			headers(raw)
				.map((line) => line.split(':')[0]!)
				.sort()
		).toEqual([
			'Auto-Submitted',
			'Content-Language',
			'Content-Transfer-Encoding',
			'Content-Type',
			'Date',
			'From',
			'MIME-Version',
			'Message-ID',
			'Subject',
			'To'
		]);
		expect(body(raw).match(/https?:\S+/g)).toEqual([
			'https://lian.example.gov.cn/reset/canary-bird',
			'https://lian.example.gov.cn'
		]);
		const { state, sentAt, body: left, attempts, lastError } = await row(db);
		expect([state, sentAt, left, attempts, lastError]).toEqual(['sent', NOON + 5, null, 1, null]);
	});

	it.each([
		'\r\nBcc: evil@evil.example',
		'\nX: y',
		'<script>',
		'https://evil.example/',
		'\0',
		'\u2028'
	])('the value %j changes no header and adds no link', async (value) => {
		const server = await office();
		await post(
			{ title: `书${value}`, name: value, step: value, link: '/studio/x' },
			{ template: 'review-asked' }
		);
		await deliver(db, smtp(server.url, from), () => NOON);
		await server.close();
		expect(server.taken[0]!.to).toEqual(['li@demo.invalid']);
		const { raw } = server.taken[0]!;
		expect(headers(raw).filter((line) => /^(bcc|cc|x|reply-to)\b/i.test(line))).toEqual([]);
		expect(headers(raw).length).toBe(10);
		expect(body(raw).match(/https?:\/\/\S+/g)).toEqual([
			'https://lian.example.gov.cn/studio/x',
			'https://lian.example.gov.cn'
		]);
		expect(raw).toMatch(/^Content-Type: text\/plain/m);
	});

	it('a refused address fails at once and is not tried again', async () => {
		const server = await office({ reply: () => ({ code: 550 }) });
		await post();
		const send = smtp(server.url, from);
		await deliver(db, send, () => NOON);
		await deliver(db, send, () => NOON + keeps.body - 1);
		await server.close();
		const { state, attempts, lastError } = await row(db);
		expect([state, attempts, lastError]).toEqual(['failed', 1, 'refused 550']);
	});

	it('a busy server is asked again later, and what it says is not written down', async () => {
		let busy = true;
		const server = await office({ reply: () => (busy ? { code: 451 } : null) });
		await post();
		const send = smtp(server.url, from);
		await deliver(db, send, () => NOON);
		const { state, nextAt, lastError } = await row(db);
		expect([state, nextAt, lastError]).toEqual(['waiting', NOON + 60_000, 'busy 451']);
		busy = false;
		expect((await deliver(db, send, () => NOON + 59_999)).sent).toBe(0);
		expect((await deliver(db, send, () => NOON + 60_000)).sent).toBe(1);
		await server.close();
	});

	it('a server that is down loses nothing: the mail goes out when it is up', async () => {
		const first = await office();
		await first.close();
		await post();
		const send = smtp(first.url, from, short);
		expect(await deliver(db, send, () => NOON)).toEqual({ sent: 0, away: true });
		expect((await row(db)).lastError).toBe('unreachable');
		const second = await office({ port: first.port });
		expect(await deliver(db, send, () => NOON + 60_000)).toEqual({ sent: 1, away: false });
		await second.close();
		expect(second.taken.length).toBe(1);
	});

	it('a server that never answers is given up', async () => {
		const sockets: net.Socket[] = [];
		const mute = net.createServer((socket) => void sockets.push(socket));
		await new Promise<void>((ready) => mute.listen(0, '127.0.0.1', ready));
		const { port } = mute.address() as net.AddressInfo;
		await post();
		const send = smtp(`smtp://127.0.0.1:${port}`, from, { connect: 100, silent: 100, whole: 200 });
		expect(await deliver(db, send, () => NOON)).toEqual({ sent: 0, away: true });
		sockets.forEach((socket) => socket.destroy());
		mute.close();
	});

	it('a connection that breaks while the server holds the mail is not tried twice', async () => {
		const cutting = net.createServer((socket) => {
			socket.write('220 hi\r\n');
			socket.on('error', () => undefined);
			socket.on('data', (data) => {
				const said = data.toString();
				if (said.startsWith('EHLO') || /^(MAIL|RCPT)/.test(said)) socket.write('250 ok\r\n');
				else if (said.startsWith('DATA')) socket.write('354 go\r\n');
				else socket.destroy();
			});
		});
		await new Promise<void>((ready) => cutting.listen(0, '127.0.0.1', ready));
		const { port } = cutting.address() as net.AddressInfo;
		await post();
		await deliver(db, smtp(`smtp://127.0.0.1:${port}`, from, short), () => NOON);
		cutting.close();
		const { state, lastError } = await row(db);
		expect([state, lastError]).toEqual(['failed', 'unsure']);
	});

	it('insists on encryption anywhere but on loopback', async () => {
		const server = await office();
		// A name for loopback that is none of the loopback names: to us it is anywhere.
		const send = smtp(`smtp://0.0.0.0:${server.port}`, from, short);
		const outcome = await send({
			id: 'x',
			to: 'a@b.cn',
			subject: 's',
			text: 't',
			locale: 'zh',
			createdAt: NOON
		});
		await server.close();
		expect([outcome, server.taken]).toEqual([{ kind: 'away', why: 'tls' }, []]);
	});

	it('what was under way when the process ended waits for the operator', async () => {
		await post();
		await write(db, (tx) => tx.update(outbox).set({ state: 'sending' }));
		await settleInterrupted(db);
		const { state, lastError } = await row(db);
		expect([state, lastError]).toEqual(['failed', 'interrupted']);
	});

	it('after a day a body is erased and its mail never sent', async () => {
		await post();
		await sweep(db, NOON + keeps.body);
		expect((await row(db)).state).toBe('waiting');
		await sweep(db, NOON + keeps.body + 1);
		const { state, body: left, lastError } = await row(db);
		expect([state, left, lastError]).toEqual(['dropped', null, 'too-old']);
	});
});

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask } from './asking';
import { freePort, type Served, serve } from './serve';

// The built portal as an operator runs it: one process, real signals.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'liantu-start-'));
let served: Served;

beforeAll(async () => {
	served = await serve({ DATA_DIR: join(folder, 'data') });
});

afterAll(async () => {
	await served?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const startOnce = (settings: Record<string, string>) =>
	spawnSync(process.execPath, ['server/index.js'], {
		cwd: root,
		env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'other'), PORT: '0', ...settings },
		encoding: 'utf8',
		timeout: 20_000
	});

describe('starting', () => {
	it('says where it is and logs one line of JSON after another', async () => {
		expect(served.err()).toContain(`Liantu is ready: ${served.origin}`);
		expect((await ask(served.port, '/readyz')).status).toBe(200);
		for (const line of served.out().trim().split('\n'))
			expect(JSON.parse(line)).toBeTypeOf('object');
	});

	it('names every wrong setting at once, with an example, and exits with 78', () => {
		const { status, stderr } = startOnce({
			PORT: 'http',
			ORIGIN: 'lian.example',
			LOG_LEVEL: 'loud',
			TRUST_PROXY: '10.0.0.0/99'
		});
		expect(status).toBe(78);
		for (const name of ['PORT', 'ORIGIN', 'LOG_LEVEL'])
			expect(stderr).toMatch(new RegExp(`^ {2}${name} .*e\\.g\\. ${name}=`, 'm'));
		expect(stderr).not.toMatch(/ at .*\.js/);
	});

	it('a trusted proxy that is no address stops the start too', () => {
		const { status, stderr } = startOnce({ TRUST_PROXY: '10.0.0.0/99' });
		expect([status, stderr.includes('TRUST_PROXY')]).toEqual([78, true]);
	});

	it('a second server on the same data refuses and says who has it', () => {
		const { status, stderr } = startOnce({ DATA_DIR: served.dataDir });
		expect(status).toBe(75);
		expect(stderr).toContain(`the server is running with this data (process ${served.pid})`);
	});

	it('a taken port is said plainly', () => {
		const { status, stderr } = startOnce({ PORT: String(served.port) });
		expect([status, stderr.includes(`Port ${served.port}`)]).toEqual([75, true]);
	});
});

describe('while running', () => {
	it('one who sends his request drop by drop keeps nobody waiting', async () => {
		const slow = net.connect(served.port, '127.0.0.1');
		slow.on('error', () => {});
		slow.write('GET / HTTP/1.1\r\nHost: ');
		expect((await ask(served.port, '/livez')).status).toBe(200);
		slow.destroy();
	});

	it('metrics are not on the public port', async () => {
		expect((await ask(served.port, '/metrics')).status).toBe(404);
	});
});

describe('the portal behind the door', () => {
	const nonceOf = (csp: unknown) => /'nonce-([^']+)'/.exec(String(csp))?.[1] ?? 'none';

	it('its pages are rendered once, revalidate, and carry a nonce that fits', async () => {
		const first = await ask(served.port, '/', { headers: { accept: 'text/html' } });
		expect(first.status).toBe(200);
		expect(first.text).toContain(`nonce="${nonceOf(first.headers['content-security-policy'])}"`);
		expect(first.headers['cache-control']).toBe('private, no-cache');
		const again = await ask(served.port, '/', {
			headers: { accept: 'text/html', 'if-none-match': first.headers.etag }
		});
		expect([again.status, again.headers.etag]).toEqual([304, first.headers.etag]);
	});

	it('an unknown address is a page of the portal, in its language, kept by nobody', async () => {
		for (const [path, lang] of [
			['/nowhere', 'zh-CN'],
			['/en/nowhere', 'en']
		] as const) {
			const answer = await ask(served.port, path, { headers: { accept: 'text/html' } });
			expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'no-store']);
			expect(answer.text).toContain(`lang="${lang}"`);
		}
	});

	it('a foreign form changes nothing, our own is accepted under each loopback name', async () => {
		const form = { 'content-type': 'application/x-www-form-urlencoded' };
		const post = (headers: Record<string, string>) =>
			ask(served.port, '/preferences', {
				method: 'POST',
				headers: { ...form, ...headers },
				body: 'mode=elder'
			});
		const foreign = await post({ origin: 'https://evil.example' });
		expect([foreign.status, foreign.headers['set-cookie']]).toEqual([403, undefined]);
		for (const name of ['127.0.0.1', 'localhost']) {
			const host = `${name}:${served.port}`;
			expect((await post({ origin: `http://${host}`, host })).status).toBe(303);
		}
	});

	it('a body that turns out too long is refused as such', async () => {
		const answer = await ask(served.port, '/preferences', {
			method: 'POST',
			headers: {
				origin: served.origin,
				'content-type': 'text/plain',
				'transfer-encoding': 'chunked'
			},
			body: 'x'.repeat(600_000)
		});
		expect(answer.status).toBe(413);
	});
});

describe('stopping', () => {
	it('finishes what is under way, closes and exits with 0', async () => {
		const second = await serve({ DATA_DIR: join(folder, 'second') });
		const agent = new http.Agent({ keepAlive: true });
		const answered = await new Promise<number>((done, failed) => {
			// The head is sent, the body held back until the server has begun to stop.
			const req = http.request(
				{
					port: second.port,
					host: '127.0.0.1',
					path: '/preferences',
					method: 'POST',
					agent,
					headers: {
						origin: second.origin,
						'content-type': 'application/x-www-form-urlencoded',
						'content-length': '10'
					}
				},
				(res) => done(res.resume().statusCode ?? 0)
			);
			req.on('error', failed);
			req.write('mode=');
			setTimeout(() => {
				second.child.kill('SIGTERM');
				setTimeout(() => req.end('elder'), 300);
			}, 200);
		});
		expect(answered).toBe(303);
		expect(await second.ended).toBe(0);
		agent.destroy();
		expect(existsSync(join(folder, 'second', 'liantu.lock'))).toBe(false);
		expect(second.out()).toContain('stopping (SIGTERM)');
	});

	it('after a kill the next start recovers the lock and the data', async () => {
		const dataDir = join(folder, 'killed');
		const first = await serve({ DATA_DIR: dataDir });
		first.child.kill('SIGKILL');
		expect(await first.ended).toBe('SIGKILL');
		expect(existsSync(join(dataDir, 'liantu.lock'))).toBe(true);
		const again = await serve({ DATA_DIR: dataDir });
		expect((await ask(again.port, '/readyz')).status).toBe(200);
		expect(await again.stop()).toBe(0);
	});

	it('a lock whose number now belongs to another process is recovered', async () => {
		const dataDir = join(folder, 'reused');
		const first = await serve({ DATA_DIR: dataDir });
		const lock = JSON.parse(readFileSync(join(dataDir, 'liantu.lock'), 'utf8')) as { pid: number };
		await first.stop();
		writeFileSync(join(dataDir, 'liantu.lock'), JSON.stringify({ ...lock, pid: process.pid }));
		const again = await serve({ DATA_DIR: dataDir });
		expect(await again.stop()).toBe(0);
	});

	it('npm start ends with its server, also when it is killed without a word', async () => {
		const port = String(await freePort());
		const runner = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
			cwd: root,
			env: { PATH: process.env.PATH, PORT: port, DATA_DIR: join(folder, 'npm') },
			stdio: 'ignore'
		});
		await vi.waitFor(async () => expect((await ask(Number(port), '/livez')).status).toBe(200), {
			timeout: 60_000,
			interval: 100
		});
		runner.kill('SIGKILL');
		await vi.waitFor(() => expect(ask(Number(port), '/livez')).rejects.toThrow(), {
			timeout: 15_000,
			interval: 200
		});
	}, 120_000);
});

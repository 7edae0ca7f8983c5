import http from 'node:http';
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	allowanceOf,
	claimLength,
	LETTER_LIMIT,
	MATERIAL_LIMIT,
	PICTURE_LIMIT,
	UPLOAD_LIMIT,
	watchBody
} from './bodies';

describe('what an address takes', () => {
	it('is a form, everywhere but where files are uploaded', () => {
		for (const path of ['/studio/media/upload', '/en/studio/media/upload'])
			expect(allowanceOf(path, 1000).bytes).toBe(UPLOAD_LIMIT);
		const entry = '/account/entries/01k819api2575ql6k12s';
		const file = 'multipart/form-data; boundary=x';
		for (const to of ['', '/en'])
			expect(allowanceOf(`${to}${entry}/materials?/upload`, 1000, file).bytes).toBe(MATERIAL_LIMIT);
		const notice = '/contests/yucong-cup/7/notice';
		expect(allowanceOf(`${notice}?/object`, 1000, file).bytes).toBe(LETTER_LIMIT);
		const visit = '/places/some-hall/visit';
		const link = `/visits/${'0a'.repeat(20)}`;
		for (const url of [visit, `/en${visit}?from=2026-11-25`, `${link}?/letter`])
			expect(allowanceOf(url, 1000, file).bytes).toBe(LETTER_LIMIT);
		for (const url of [
			`${visit}?from=x`,
			`${visit}/x`,
			link,
			`${link}?/cancel`,
			'/visits/x?/letter'
		])
			expect(allowanceOf(url, 1000, file).bytes).toBe(1000);
		const design = '/studio/judging/01k819api2575ql6k12s/certificates/design';
		expect(allowanceOf(`${design}?/upload`, 1000, file).bytes).toBe(PICTURE_LIMIT);
		for (const [to, type] of [
			[`${design}?/save`, file],
			[`${design}?/upload`, 'application/x-www-form-urlencoded'],
			[`${notice}?/object`, 'application/x-www-form-urlencoded'],
			[`${notice}?/follow`, file],
			[`${notice}/x?/object`, file],
			[`${entry}/materials?/upload`, 'application/x-www-form-urlencoded'],
			[`${entry}/materials?/upload`, undefined],
			[`${entry}/materials?/remove`, file],
			[`${entry}/materials?/save&/upload`, file],
			[`${entry}/materials`, file],
			[`${entry}/crew?/upload`, file]
		] as const)
			expect(allowanceOf(to, 1000, type)).toEqual({ bytes: 1000, ms: 60_000 });
		for (const path of [
			'/',
			'/studio/media',
			'/studio/media/upload/',
			'/studio/media/uploads',
			'/x/studio/media/upload',
			'/en/en/studio/media/upload',
			'/studio/media/upload/../../places',
			'/account/entries/01k819api2575ql6k12s/work',
			'/account/entries/x/materials'
		])
			expect(allowanceOf(path, 1000)).toEqual({ bytes: 1000, ms: 60_000 });
	});

	it('is what a body without a length is said to have', () => {
		const claim = (headers: Record<string, string>) => {
			claimLength({ headers } as unknown as http.IncomingMessage, { bytes: 77, ms: 1 });
			return headers['content-length'];
		};
		expect(claim({ 'transfer-encoding': 'chunked' })).toBe('77');
		expect(claim({ 'content-length': '5' })).toBe('5');
		expect(claim({})).toBe(undefined);
	});
});

describe('a body', () => {
	let taken = 0;
	const server = http.createServer((req, res) => {
		watchBody(req, res, { bytes: 10, ms: req.url === '/slow' ? 50 : 60_000 });
		req.on('data', (piece: Buffer) => {
			taken += piece.length;
			req.pause();
		});
		if (req.url === '/refused') res.writeHead(413).end('too much');
	});
	server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
		socket.end(`HTTP/1.1 ${error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400} No\r\n\r\n`);
	});
	let port = 0;
	beforeAll(async () => {
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		port = (server.address() as AddressInfo).port;
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});

	it('refused half way is taken off the line, so that its sender hears why', async () => {
		const answer = await new Promise<number>((done, failed) => {
			const size = 20_000_000;
			const req = http.request(
				{
					port,
					host: '127.0.0.1',
					path: '/refused',
					method: 'POST',
					headers: { 'content-length': size }
				},
				() => {}
			);
			let status = 0;
			req.on('response', (res) => {
				status = res.statusCode ?? 0;
				res.resume();
			});
			req.on('error', failed);
			req.on('close', () => done(status));
			req.end(Buffer.alloc(size));
		});
		expect(answer).toBe(413);
		expect(taken).toBeLessThan(20_000_000);
	});

	it('that does not come in time is broken off with 408', async () => {
		const said = await new Promise<string>((done) => {
			let text = '';
			const socket = net.connect(port, '127.0.0.1', () =>
				socket.write('POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nab')
			);
			socket.on('data', (piece) => (text += piece.toString()));
			socket.on('close', () => done(text));
		});
		expect(said.split(' ')[1]).toBe('408');
	});
});

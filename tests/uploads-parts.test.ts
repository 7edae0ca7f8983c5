import http from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { filmBytes, metadata, openCounter, said, sha256 } from './uploading';
import type { Counter } from './uploading';

const MB = 1024 * 1024;
let counter: Counter;

beforeAll(async () => {
	counter = await openCounter();
});
afterAll(() => counter.close());

describe('a line that breaks', () => {
	it('keeps every byte that arrived, and the next piece begins behind them', async () => {
		const film = filmBytes(4 * MB);
		const path = await counter.begin(film.length);
		await new Promise<void>((done) => {
			const req = http.request({
				host: '127.0.0.1',
				port: counter.port,
				path,
				method: 'PATCH',
				headers: {
					cookie: counter.me.cookie,
					origin: `http://127.0.0.1:${counter.port}`,
					'tus-resumable': '1.0.0',
					'content-type': 'application/offset+octet-stream',
					'upload-offset': '0',
					'content-length': String(film.length)
				}
			});
			req.on('error', () => done());
			req.write(film.subarray(0, 3 * MB), () => setTimeout(() => req.destroy(), 50));
		});
		const told = async () => {
			const head = await counter.send('HEAD', path);
			expect(head.status).toBe(200);
			expect(Number(head.headers['upload-offset'])).toBeGreaterThan(0);
			return Number(head.headers['upload-offset']);
		};
		const reached = await vi.waitFor(told, { timeout: 20_000 });
		expect(reached).toBeLessThanOrEqual(3 * MB);
		const last = await counter.patch(path, reached, film.subarray(reached));
		expect([last.status, last.headers['liantu-sha256']]).toEqual([204, sha256(film)]);
	});
});

describe('parts sent side by side', () => {
	const parts = async (film: Buffer, cuts: number[]) => {
		const paths: string[] = [];
		for (const [at, start] of [0, ...cuts].entries()) {
			const piece = film.subarray(start, cuts[at] ?? film.length);
			const path = await counter.begin(piece.length, {}, { 'upload-concat': 'partial' });
			paths.push(path);
		}
		await Promise.all(
			paths.map((path, at) =>
				counter.patch(path, 0, film.subarray([0, ...cuts][at]!, cuts[at] ?? film.length))
			)
		);
		return paths;
	};
	const join_ = (paths: string[], over: Record<string, string> = {}) =>
		counter.send('POST', '/uploads', {
			'upload-concat': `final;${paths.map((path) => `http://127.0.0.1:${counter.port}${path}`).join(' ')}`,
			'upload-metadata': metadata({ entry: counter.me.entryId, material: 'film', ...over })
		});

	it('become one film, in the order they are named', async () => {
		const film = filmBytes(5 * MB);
		const paths = await parts(film, [2 * MB, 3 * MB]);
		const head = await counter.send('HEAD', paths[1]!);
		expect([head.headers['upload-concat'], head.headers['liantu-state']]).toEqual([
			'partial',
			'complete'
		]);
		const whole = await join_(paths, { sha256: sha256(film) });
		expect([whole.status, whole.headers['liantu-state'], whole.headers['liantu-sha256']]).toEqual([
			201,
			'kept',
			sha256(film)
		]);
		const key = `films/${String(whole.headers['liantu-film'])}/original`;
		expect(sha256(readFileSync(join(counter.folder, 'files', key)))).toBe(sha256(film));
		for (const path of paths) expect(counter.incoming()).not.toContain(path.split('/').at(-1));
	});

	it('out of order are another film, which the hash tells', async () => {
		const film = filmBytes(3 * MB);
		const paths = await parts(film, [MB, 2 * MB]);
		const [first, second, third] = paths as [string, string, string];
		const whole = await join_([first, third, second], { sha256: sha256(film) });
		expect(said(whole)).toEqual([422, 'hash']);
	});

	it('end with the first bytes of the first one where those are of no film', async () => {
		const page = Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(5000));
		const begin = (place: string) =>
			counter.begin(page.length, {}, { 'upload-concat': 'partial', 'liantu-place': place });
		const [first, second] = [await begin('0'), await begin('1')];
		const refused = await counter.patch(first, 0, page);
		expect([refused.status, refused.headers['liantu-reason']]).toEqual([422, 'page']);
		expect((await counter.row(first)).state).toBe('refused');
		// In the middle of a film there may be anything.
		expect((await counter.patch(second, 0, page)).status).toBe(204);
		const asked = { 'upload-concat': 'partial', 'liantu-place': '16', 'upload-length': '10' };
		const of = { 'upload-metadata': metadata({ entry: counter.me.entryId, material: 'film' }) };
		expect(said(await counter.send('POST', '/uploads', { ...asked, ...of }))).toEqual([
			400,
			'metadata'
		]);
	});

	it('are joined once only, whole only, and by their owner only', async () => {
		const film = filmBytes(2000);
		const paths = await parts(film, [1000]);
		const open = await counter.begin(10, {}, { 'upload-concat': 'partial' });
		expect(said(await join_([...paths, open]))).toEqual([422, 'unfinished']);
		expect(said(await join_([paths[0]!, paths[0]!]))).toEqual([400, 'metadata']);
		expect(said(await join_([paths[0]!, `/uploads/${'0'.repeat(32)}`]))).toEqual([404, 'missing']);
		const whole = await join_(paths);
		expect(whole.status).toBe(201);
		expect(said(await join_(paths.toReversed()))).toEqual([404, 'missing']);
		// The answer was lost on the way: asked again it is the same.
		const again = await join_(paths);
		expect([again.status, again.headers.location, again.headers['liantu-film']]).toEqual([
			201,
			whole.headers.location,
			whole.headers['liantu-film']
		]);
		expect((await counter.row(whole.headers.location!)).state).toBe('kept');
	});
});

it('nothing went wrong behind these answers', () => {
	expect(counter.defects).toEqual([]);
});

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { CreateBucketCommand, ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checked } from '$lib/server/storage/s3-parts';
import { S3Storage } from '$lib/server/storage/s3';
import { keepsTheLaws } from './storage-law';

const MB = 1024 * 1024;
const { RADOSGW: endpoint, RADOSGW_KEY: key = '', RADOSGW_SECRET: secret = '' } = process.env;

describe('parts of a file in a store', () => {
	const parts = (...list: [number, number][]) =>
		list.map(([PartNumber, Size]) => ({ PartNumber, Size, ETag: `"${PartNumber}"` }));

	it('are taken in order, whatever order the store names them in', () => {
		const numbers = checked(parts([3, 5], [1, 16 * MB], [2, 16 * MB]), 32 * MB + 5);
		expect(numbers.map(({ PartNumber }) => PartNumber)).toEqual([1, 2, 3]);
	});

	it('must be consecutive and each of its size, though their sum be right', () => {
		for (const [list, bytes] of [
			[parts([1, 16 * MB], [3, 16 * MB]), 32 * MB],
			[parts([1, 16 * MB], [2, 16 * MB], [2, 16 * MB]), 48 * MB],
			[parts([1, 5], [2, 16 * MB]), 16 * MB + 5],
			[parts([2, 16 * MB], [3, 16 * MB]), 32 * MB],
			[parts([1, 16 * MB]), 32 * MB],
			[parts([1, 16 * MB], [2, 16 * MB], [3, 1]), 32 * MB],
			[[], MB]
		] as const)
			expect(() => checked(list, bytes)).toThrow('all parts');
	});
});

describe.skipIf(!endpoint)(
	'a bucket as a store (started by: bash tests/radosgw.sh npx vitest run tests/storage-s3.test.ts)',
	() => {
		const folder = mkdtempSync(join(tmpdir(), 'liantu-s3-'));
		const bucket = `films-${randomUUID()}`;
		const place = { kind: 's3', bucket, region: 'us-east-1', key, secret } as const;
		const store = () => new S3Storage({ ...place, endpoint: endpoint! }, join(folder, 'fetched'));
		const client = new S3Client({
			endpoint: endpoint ?? 'http://127.0.0.1',
			region: 'us-east-1',
			forcePathStyle: true,
			credentials: { accessKeyId: key, secretAccessKey: secret }
		});

		beforeAll(async () => {
			await client.send(new CreateBucketCommand({ Bucket: bucket }));
		});
		afterAll(() => rmSync(folder, { recursive: true, force: true }));

		keepsTheLaws(async () => store(), 40 * MB + 17);

		it('its address serves ranges for a while, and then no more', async () => {
			const bytes = randomBytes(1000);
			await store().put('films/signed', Readable.from([bytes]));
			const address = await store().address('films/signed', 2);
			const part = await fetch(address, { headers: { range: 'bytes=10-19' } });
			expect([
				part.status,
				Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20))
			]).toEqual([206, true]);
			const bare = address.slice(0, address.indexOf('?'));
			expect((await fetch(bare)).status).toBe(403);
			await new Promise((done) => setTimeout(done, 3000));
			expect((await fetch(address)).status).toBe(403);
		});

		it('a part that the store loses leaves nothing behind: no file, and no half one', async () => {
			// In between stands one that forgets the third part and says it has it.
			const { proxy, port } = await forgetful(endpoint!, '3');
			const broken = new S3Storage(
				{ ...place, endpoint: `http://127.0.0.1:${port}` },
				join(folder, 'fetched')
			);
			const path = join(folder, 'long');
			writeFileSync(path, randomBytes(70 * MB));
			await expect(broken.put('films/lost', path)).rejects.toThrow('all parts');
			expect(await store().stat('films/lost')).toBe(null);
			const open = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
			expect(open.Uploads ?? []).toEqual([]);
			await store().put('films/lost', path);
			expect((await buffer(await store().read('films/lost'))).length).toBe(70 * MB);
			proxy.close();
			proxy.closeAllConnections();
		}, 120_000);
	}
);

/** A line to a store on which one part of every file is lost and acknowledged all the same. */
async function forgetful(endpoint: string, lost: string) {
	const { hostname, port } = new URL(endpoint);
	const proxy = http.createServer((req, res) => {
		const number = new URL(req.url ?? '/', endpoint).searchParams.get('partNumber');
		if (req.method === 'PUT' && number === lost) {
			req.resume().on('end', () => res.setHeader('ETag', '"lost"').end());
			return;
		}
		// The signature names the host the client believes in.
		const further = http.request(
			{ hostname, port, path: req.url, method: req.method, headers: req.headers },
			(answer) => {
				res.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(res);
			}
		);
		further.on('error', () => res.destroy());
		req.pipe(further);
	});
	await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
	return { proxy, port: (proxy.address() as AddressInfo).port };
}

import { afterAll, beforeAll, expect, it } from 'vitest';
import { Upload } from 'tus-js-client';
import type { UploadOptions } from 'tus-js-client';
import { films } from '$lib/server/db/schema';
import { filmBytes, openCounter, sha256 } from './uploading';
import type { Counter } from './uploading';

// The client browsers use, unchanged, against our own half of the protocol.

let counter: Counter;
beforeAll(async () => {
	counter = await openCounter();
});
afterAll(() => counter.close());

interface Sent {
	url: string;
	state: string | undefined;
	sha256: string | undefined;
}

function send(
	bytes: Buffer,
	over: Partial<UploadOptions>,
	watch: (upload: Upload, sent: number) => void = () => {}
): Promise<Sent> {
	const origin = `http://127.0.0.1:${counter.port}`;
	const declared = { entry: counter.me.entryId, material: 'film' };
	return new Promise((done, failed) => {
		const upload: Upload = new Upload(bytes, {
			endpoint: `${origin}/uploads`,
			chunkSize: 256 * 1024,
			retryDelays: [0, 10, 50],
			headers: { origin, cookie: counter.me.cookie },
			metadata: { ...declared, filename: '影片.mp4', sha256: sha256(bytes) },
			metadataForPartialUploads: declared,
			onProgress: (sent) => watch(upload, sent),
			onError: failed,
			onSuccess: ({ lastResponse }) =>
				done({
					url: upload.url!,
					state: lastResponse.getHeader('liantu-state'),
					sha256: lastResponse.getHeader('liantu-sha256')
				}),
			...over
		});
		upload.start();
	});
}

it('sends a film in pieces', async () => {
	const film = filmBytes(3_000_001);
	expect(await send(film, {})).toMatchObject({ state: 'kept', sha256: sha256(film) });
});

it('sends a film with its beginning, and one in parallel parts', async () => {
	const film = filmBytes(2_500_000);
	expect(await send(film, { uploadDataDuringCreation: true })).toMatchObject({
		state: 'kept',
		sha256: sha256(film)
	});
	expect(await send(film, { parallelUploads: 4 })).toMatchObject({
		state: 'kept',
		sha256: sha256(film)
	});
});

it('goes on where it was cut, from its address alone', async () => {
	const film = filmBytes(3_000_000);
	let cut: Upload | null = null;
	const address = await new Promise<string>((done) => {
		send(film, {}, (upload, sent) => {
			if (cut || sent < 1_000_000) return;
			cut = upload;
			void upload.abort().then(() => done(upload.url!));
		}).catch(() => {});
	});
	const before = await counter.db.$count(films);
	expect(Number((await counter.row(address)).offset)).toBeGreaterThan(0);
	const rest = await send(film, { uploadUrl: address, retryDelays: [0, 1000, 5000, 5000] });
	expect(rest).toMatchObject({ url: address, state: 'kept', sha256: sha256(film) });
	expect(await counter.db.$count(films)).toBe(before + 1);
});

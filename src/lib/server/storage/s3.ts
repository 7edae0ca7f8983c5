import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
	DeleteObjectCommand,
	GetObjectCommand,
	HeadObjectCommand,
	ListObjectsV2Command,
	S3Client
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { FilmPlace } from '$lib/domain/films/place';
import { measureFile } from './durable';
import { hold } from './folder';
import { LIMIT, within } from './s3-limits';
import { putInParts } from './s3-parts';
import { checkKey, Missing } from './storage';
import type { Claim, Kept, Part, Storage, Stored } from './storage';

type S3Place = Extract<FilmPlace, { kind: 's3' }>;

const statusOf = (error: unknown): number | undefined =>
	(error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;

/** Files in a bucket of an S3-compatible store. */
export class S3Storage implements Storage {
	readonly #client: S3Client;
	readonly #bucket: string;

	/** @param scratch a local folder for copies to be read from the disk */
	constructor(
		{ bucket, endpoint, region, key, secret }: S3Place,
		readonly scratch: string
	) {
		this.#bucket = bucket;
		this.#client = new S3Client({
			endpoint,
			region,
			forcePathStyle: true,
			credentials: { accessKeyId: key, secretAccessKey: secret },
			// Stores that are not Amazon’s know nothing of the newer checksums.
			requestChecksumCalculation: 'WHEN_REQUIRED',
			responseChecksumValidation: 'WHEN_REQUIRED',
			maxAttempts: 4,
			requestHandler: { connectionTimeout: LIMIT.connect, socketTimeout: LIMIT.silence }
		});
	}

	#at(key: string) {
		return { Bucket: this.#bucket, Key: checkKey(key) };
	}

	async put(key: string, from: string | Readable, claim: Claim = {}): Promise<Stored> {
		const at = this.#at(key);
		if (typeof from !== 'string') {
			const path = await this.#scratch();
			try {
				await pipeline(from, createWriteStream(path, { mode: 0o600 }));
				return await this.put(key, path, { ...claim, move: false });
			} finally {
				await rm(path, { force: true });
			}
		}
		const { size } = await stat(from);
		// What is sent is read from the disk: its hash is taken there, whatever was claimed.
		const stored =
			claim.move && claim.sha256 ? { bytes: size, sha256: claim.sha256 } : await measureFile(from);
		hold(claim, stored);
		await putInParts(this.#client, at, from, stored);
		if (claim.move) await rm(from, { force: true });
		return stored;
	}

	async read(key: string, { start = 0, end }: Part = {}): Promise<Readable> {
		const Range = start || end !== undefined ? `bytes=${start}-${end ?? ''}` : undefined;
		try {
			const { Body } = await this.#client.send(
				new GetObjectCommand({ ...this.#at(key), ...(Range ? { Range } : {}) })
			);
			return Body as Readable;
		} catch (error) {
			throw statusOf(error) === 404 ? new Missing(key) : error;
		}
	}

	async stat(key: string): Promise<Kept | null> {
		try {
			const head = await this.#client.send(new HeadObjectCommand(this.#at(key)), within());
			return { bytes: head.ContentLength ?? 0, changedAt: head.LastModified?.getTime() ?? 0 };
		} catch (error) {
			if (statusOf(error) === 404) return null;
			throw error;
		}
	}

	async remove(key: string): Promise<void> {
		await this.#client.send(new DeleteObjectCommand(this.#at(key)), within());
	}

	async *list(prefix: string): AsyncGenerator<{ key: string } & Kept> {
		let from: string | undefined;
		do {
			const page = await this.#client.send(
				new ListObjectsV2Command({
					Bucket: this.#bucket,
					Prefix: prefix,
					...(from ? { ContinuationToken: from } : {})
				}),
				within()
			);
			for (const { Key, Size, LastModified } of page.Contents ?? [])
				if (Key) yield { key: Key, bytes: Size ?? 0, changedAt: LastModified?.getTime() ?? 0 };
			from = page.IsTruncated ? page.NextContinuationToken : undefined;
		} while (from);
	}

	async localPath(key: string): Promise<{ path: string; done: () => Promise<void> }> {
		const path = await this.#scratch();
		const done = () => rm(path, { force: true });
		try {
			await pipeline(await this.read(key), createWriteStream(path, { mode: 0o600 }));
		} catch (error) {
			await done();
			throw error;
		}
		return { path, done };
	}

	async address(key: string, seconds: number): Promise<string> {
		return getSignedUrl(this.#client, new GetObjectCommand(this.#at(key)), { expiresIn: seconds });
	}

	async #scratch(): Promise<string> {
		await mkdir(this.scratch, { recursive: true, mode: 0o700 });
		return join(this.scratch, randomUUID());
	}
}

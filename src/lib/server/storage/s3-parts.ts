import { createReadStream } from 'node:fs';
import {
	AbortMultipartUploadCommand,
	CompleteMultipartUploadCommand,
	CreateMultipartUploadCommand,
	HeadObjectCommand,
	ListPartsCommand,
	PutObjectCommand,
	UploadPartCommand
} from '@aws-sdk/client-s3';
import type { Part, S3Client } from '@aws-sdk/client-s3';
import { within } from './s3-limits';
import type { Stored } from './storage';

interface At {
	Bucket: string;
	Key: string;
}

/** Bytes of a part; a store takes 10,000 of them, which is more than any film. */
const PART = 16 * 1024 * 1024;
/** Parts under way at once. */
const AT_ONCE = 3;
/** A part of a slow line to another house: 16 MB at 64 KB/s. */
const PART_LIMIT = 5 * 60_000;

const stream = (path: string, start: number, end: number) =>
	createReadStream(path, { start, end, highWaterMark: 256 * 1024 });

/**
 * Puts a file into a bucket, a long one in parts. Before the parts become the file the store is asked
 * which it has: only when they are consecutive and of the right sizes is it finished (adding up sizes
 * alone corrupts silently after a crash), and afterwards its size is asked once more.
 */
export async function putInParts(
	client: S3Client,
	at: At,
	path: string,
	{ bytes, sha256 }: Stored
): Promise<void> {
	const facts = {
		...at,
		ContentType: 'application/octet-stream',
		Metadata: { sha256 }
	};
	if (bytes <= PART) {
		const Body = bytes ? stream(path, 0, bytes - 1) : new Uint8Array();
		await client.send(
			new PutObjectCommand({ ...facts, Body, ContentLength: bytes }),
			within(PART_LIMIT)
		);
	} else {
		const { UploadId } = await client.send(new CreateMultipartUploadCommand(facts), within());
		const whole = { ...at, UploadId: UploadId! };
		try {
			await sendParts(client, whole, path, bytes);
			const parts = checked(await partsOf(client, whole), bytes);
			await client.send(
				new CompleteMultipartUploadCommand({
					...whole,
					MultipartUpload: {
						Parts: parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag }))
					}
				}),
				within(PART_LIMIT)
			);
		} catch (error) {
			await client.send(new AbortMultipartUploadCommand(whole), within()).catch(() => {});
			throw error;
		}
	}
	const head = await client.send(new HeadObjectCommand(at), within());
	if (head.ContentLength !== bytes)
		throw new Error(`the store has ${head.ContentLength} bytes instead of ${bytes}`);
}

async function sendParts(
	client: S3Client,
	whole: At & { UploadId: string },
	path: string,
	bytes: number
): Promise<void> {
	const numbers = Array.from({ length: Math.ceil(bytes / PART) }, (_, at) => at + 1).values();
	const lane = async () => {
		for (const number of numbers) {
			const start = (number - 1) * PART;
			const end = Math.min(start + PART, bytes) - 1;
			await client.send(
				new UploadPartCommand({
					...whole,
					PartNumber: number,
					Body: stream(path, start, end),
					ContentLength: end - start + 1
				}),
				within(PART_LIMIT)
			);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function partsOf(client: S3Client, whole: At & { UploadId: string }): Promise<Part[]> {
	const parts: Part[] = [];
	let marker: string | undefined;
	do {
		const page = await client.send(
			new ListPartsCommand({ ...whole, ...(marker ? { PartNumberMarker: marker } : {}) }),
			within()
		);
		parts.push(...(page.Parts ?? []));
		marker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
	} while (marker);
	return parts;
}

/**
 * The parts of a file of so many bytes, in order.
 * @throws when one is missing, there twice, or not of its size
 */
export function checked(parts: readonly Part[], bytes: number): Part[] {
	const sorted = [...parts].sort((a, b) => a.PartNumber! - b.PartNumber!);
	const count = Math.ceil(bytes / PART);
	const fits = sorted.every(
		({ PartNumber, Size }, at) =>
			PartNumber === at + 1 && Size === Math.min(PART, bytes - at * PART)
	);
	if (sorted.length !== count || !fits) throw new Error('the store does not have all parts');
	return sorted;
}

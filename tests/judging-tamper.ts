import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonical } from '$lib/domain/audit/canonical';
import { fileText } from '$lib/domain/judging/log/file';
import { textLeaf } from '$lib/domain/judging/log/tiling';
import type { Signer } from '$lib/server/audit/key';
import { sha256 } from '$lib/server/audit/bytes';
import type { Hashes } from '$lib/domain/judging/log/ground';

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const publicKey = (key: Uint8Array) =>
	createPublicKey({ key: Buffer.concat([SPKI, key]), format: 'der', type: 'spki' });

/** The hashes of the platform, and its check of signatures. */
export const hashes: Hashes = {
	sha256,
	sha512: (bytes) => createHash('sha512').update(bytes).digest(),
	signedBy: (key, message, signature) => verify(null, message, publicKey(key), signature)
};

/** A file of the log as somebody takes it apart who holds the portal, its key included. */
export interface Parts {
	head: Record<string, unknown>;
	points: { phase: string; round: string | null; seq: number; at: number; note: string }[];
	rules: { round: string; text: string }[];
	facts: { seq: number; text: string }[];
	tiles: [number, string, (1 | 2)?][];
	records: string[];
}

export function apart(text: string): Parts {
	const lines = text.trimEnd().split('\n');
	const values = lines.map((line) => JSON.parse(line) as Record<string, never>);
	const of = (key: string) => values.flatMap((value) => (key in value ? [value[key]!] : []));
	return {
		head: of('log')[0]!,
		points: of('point'),
		rules: of('rule'),
		facts: of('facts'),
		tiles: of('tree').flat() as Parts['tiles'],
		records: lines.filter((_, at) => values[at]!.v === 1)
	};
}

/** Puts a file together again and signs it as the portal does. */
export function together(parts: Parts, signer: Signer): string {
	const lines = [
		{ log: parts.head },
		...parts.points.map((point) => ({ point })),
		...parts.rules.map((rule) => ({ rule })),
		...parts.facts.map((facts) => ({ facts })),
		{ tree: parts.tiles }
	].map((line) => JSON.stringify(line));
	const body = [...lines, ...parts.records].map((line) => `${line}\n`).join('');
	const digest = createHash('sha256').update(body).digest('hex');
	const end = {
		lines: lines.length + parts.records.length,
		sha256: digest,
		note: signer.signText(fileText(signer.key.name, 'log', digest))
	};
	return `${body}${JSON.stringify({ end })}\n`;
}

export const seqOf = (record: string): number => (JSON.parse(record) as { seq: number }).seq;
export const change = (record: string, over: Record<string, unknown>): string =>
	canonical({ ...(JSON.parse(record) as object), ...over });
export const leaf64 = (record: string): string =>
	Buffer.from(textLeaf(sha256, record)).toString('base64');

/** Where the tile of a record lies; -1 for none. */
export function tileOf({ tiles }: Parts, seq: number): number {
	let at = 0;
	return tiles.findIndex(([size]) => (at += size) === seq && size === 1);
}

import {
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	sign,
	verify as check
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	checkpointText,
	keyId,
	keyText,
	openNote,
	readKey,
	signedNote
} from '$lib/domain/audit/note';
import type { Checkpoint, VerifierKey } from '$lib/domain/audit/note';
import { sha256 } from './bytes';

/** DER heads before the 32 bytes of an Ed25519 key (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/** Reads signed checkpoints of one log; null for anything its key did not sign. */
export interface Verifier {
	key: VerifierKey;
	open(note: string): Checkpoint | null;
}

/** Signs checkpoints. */
export interface Signer extends Verifier {
	sign(size: number, root: Uint8Array): string;
	/** Signs another text of ours; its first line must not be the name of the log alone. */
	signText(text: string): string;
}

const fileOf = (dataDir: string) => join(dataDir, 'keys', 'audit');

/** The verifier of a public key. */
function verifierOf(key: VerifierKey): Verifier {
	const object = createPublicKey({
		key: Buffer.concat([PUBLIC, key.key]),
		format: 'der',
		type: 'spki'
	});
	return {
		key,
		open: (note) =>
			openNote(note, key, (text, signature) => check(null, Buffer.from(text), object, signature))
	};
}

/** The public key of a data folder, null when none was made yet or it cannot be read as one. */
export function readVerifier(dataDir: string): Verifier | null {
	const text = readIfThere(`${fileOf(dataDir)}.pub`);
	const key = text === null ? null : readKey(sha256, text);
	return key && verifierOf(key);
}

/** Whether this data folder ever kept a chain. */
export const hasKey = (dataDir: string): boolean => readIfThere(fileOf(dataDir)) !== null;

/**
 * The signing key of the data folder, made at the first start: private half in `keys/audit`, readable
 * by its owner only, public half in `keys/audit.pub`, both as golang.org/x/mod/sumdb/note writes keys.
 * @param name of the log if it has to be made, e.g. `lian.example.gov.cn/audit`
 * @throws when the file holds no key
 */
export function openSigner(dataDir: string, name: string): Signer {
	const file = fileOf(dataDir);
	const text = readIfThere(file) ?? makeKey(dataDir, name);
	const seed = /^PRIVATE\+KEY\+([^\s+]+)\+[0-9a-f]{8}\+(\S+)$/.exec(text.trim());
	const bytes = Buffer.from(seed?.[2] ?? '', 'base64');
	if (!seed || bytes.length !== 33 || bytes[0] !== 1) throw new Error(`${file} holds no audit key`);
	const secret = createPrivateKey({
		key: Buffer.concat([PRIVATE, bytes.subarray(1)]),
		format: 'der',
		type: 'pkcs8'
	});
	const raw = rawPublic(createPublicKey(secret));
	const key = { name: seed[1]!, id: keyId(sha256, seed[1]!, raw), key: raw };
	return {
		...verifierOf(key),
		sign(size, root) {
			const root64 = Buffer.from(root).toString('base64');
			const body = checkpointText({ origin: key.name, size, root: root64 });
			return signedNote(body, key, sign(null, Buffer.from(body), secret));
		},
		signText(text) {
			if (text.startsWith(`${key.name}\n`)) throw new Error('this would be a checkpoint');
			return signedNote(text, key, sign(null, Buffer.from(text), secret));
		}
	};
}

const rawPublic = (key: KeyObject): Buffer =>
	key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length);

function makeKey(dataDir: string, name: string): string {
	const pair = generateKeyPairSync('ed25519');
	const raw = rawPublic(pair.publicKey);
	const seed = pair.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE.length);
	const key = { name, id: keyId(sha256, name, raw), key: raw };
	const text = `PRIVATE+KEY+${keyText(key, seed)}\n`;
	mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
	writeFileSync(fileOf(dataDir), text, { mode: 0o600, flag: 'wx' });
	writeFileSync(`${fileOf(dataDir)}.pub`, `${keyText(key, raw)}\n`, { mode: 0o644 });
	return text;
}

function readIfThere(file: string): string | null {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

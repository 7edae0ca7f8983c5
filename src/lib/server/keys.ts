import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LENGTH = 32;
const IV = 12;
const TAG = 16;
const MARK = 'v1.';

let held: Buffer | null = null;
const derived = new Map<string, Buffer>();

/** Uses this 32-byte key from now on; tests and databases in memory bring their own. */
export function holdKey(key: Buffer): void {
	if (key.length !== LENGTH) throw new Error(`A key has ${LENGTH} bytes, not ${key.length}.`);
	held = key;
	derived.clear();
}

/**
 * Reads the sealing key of a data folder (`DATA_DIR/keys/seal.key`), making it at the first start,
 * and uses it from now on. Without this file what was sealed cannot be read again, so a backup of
 * the database needs it beside it, and whoever has only the database learns nothing.
 * @throws when the file is not a key: going on would seal with a key nobody kept.
 */
export function openKeys(dataDir: string): void {
	const folder = join(dataDir, 'keys');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const file = join(folder, 'seal.key');
	try {
		writeFileSync(file, randomBytes(LENGTH), { flag: 'wx', mode: 0o600 });
	} catch (reason) {
		if ((reason as NodeJS.ErrnoException).code !== 'EEXIST') throw reason;
	}
	chmodSync(file, 0o600);
	const key = readFileSync(file);
	if (key.length !== LENGTH)
		throw new Error(`${file} is not a key of ${LENGTH} bytes. Restore it from a backup.`);
	holdKey(key);
}

/** A key of its own for every purpose (RFC 5869), so that none can stand in for another. */
export function keyFor(purpose: string): Buffer {
	if (!held) throw new Error('No key is open: call openKeys() at start.');
	const known = derived.get(purpose);
	if (known) return known;
	const made = Buffer.from(hkdfSync('sha256', held, '', `liantu ${purpose}`, LENGTH));
	derived.set(purpose, made);
	return made;
}

/**
 * Seals a text (AES-256-GCM).
 * @param context what it is and whose, e.g. `totp:PERSON`; unsealing needs the same, so a sealed
 * value moved to another row is worthless there
 */
export function seal(text: string, context: string): string {
	const iv = randomBytes(IV);
	const cipher = createCipheriv('aes-256-gcm', keyFor('seal'), iv);
	cipher.setAAD(Buffer.from(context));
	const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return MARK + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** What was sealed under the same context; null when it was changed, moved or sealed by another key. */
export function unseal(sealed: string, context: string): string | null {
	if (!sealed.startsWith(MARK)) return null;
	const bytes = Buffer.from(sealed.slice(MARK.length), 'base64url');
	if (bytes.length < IV + TAG) return null;
	const decipher = createDecipheriv('aes-256-gcm', keyFor('seal'), bytes.subarray(0, IV));
	decipher.setAAD(Buffer.from(context));
	decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
	try {
		return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString();
	} catch {
		return null;
	}
}

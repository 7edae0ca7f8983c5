import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { EICAR, openClamd } from '$tests/clamd';
import type { Clamd } from '$tests/clamd';
import { scan, Unscanned } from './clamd';

let clamd: Clamd;
beforeAll(async () => {
	clamd = await openClamd();
});
afterAll(() => clamd.stop());
beforeEach(() => {
	clamd.says = null;
	clamd.seen = [];
});

const ask = (bytes: Buffer, port = clamd.port) => {
	const pieces: Buffer[] = [];
	for (let at = 0; at < bytes.length; at += 65_536) pieces.push(bytes.subarray(at, at + 65_536));
	return scan({ host: '127.0.0.1', port }, Readable.from(pieces));
};

it('every byte is sent, and what the scanner finds is said by its name', async () => {
	const bytes = Buffer.concat([randomBytes(3_000_001), Buffer.from(EICAR)]);
	expect(await ask(bytes)).toEqual({ found: 'Eicar-Signature' });
	expect(clamd.seen[0]!.equals(bytes)).toBe(true);
	expect(await ask(randomBytes(200_000))).toEqual({ found: null });
	expect(await ask(Buffer.alloc(0))).toEqual({ found: null });
});

it('anything but a clear answer is no look at all', async () => {
	const said = async () => {
		const error: unknown = await ask(randomBytes(5_000_000)).catch((reason: unknown) => reason);
		return error instanceof Unscanned ? error.message : 'a verdict';
	};
	clamd.says = 'INSTREAM size limit exceeded. ERROR\0';
	expect(await said()).not.toBe('a verdict');
	for (const answer of ['', 'stream: ', 'OK\0', 'stream: OK and more\0', 'UNKNOWN COMMAND\0']) {
		clamd.says = answer;
		expect([answer, await said()]).not.toEqual([answer, 'a verdict']);
	}
});

it('a scanner that is not there is no look at all', async () => {
	const gone = await openClamd();
	await gone.stop();
	await expect(ask(Buffer.from('a'), gone.port)).rejects.toThrow(Unscanned);
	await expect(scan({ path: '/nowhere/clamd.ctl' }, Readable.from(['a']))).rejects.toThrow(
		Unscanned
	);
});

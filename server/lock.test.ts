import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataDir, lockedSentence } from './lock';

let folder = '';
const file = () => join(folder, 'liantu.lock');

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'liantu-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a data directory', () => {
	it('belongs to one at a time, and is free again after release', () => {
		const first = lockDataDir(folder, 'server');
		expect(lockDataDir(folder, 'import')).toEqual({
			ok: false,
			pid: process.pid,
			purpose: 'server'
		});
		if (first.ok) first.release();
		expect(existsSync(file())).toBe(false);
		const next = lockDataDir(folder, 'import');
		expect(next.ok).toBe(true);
		if (next.ok) next.release();
	});

	it('is made when it is not there', () => {
		const lock = lockDataDir(join(folder, 'a', 'b'), 'server');
		expect(lock.ok && existsSync(join(folder, 'a', 'b', 'liantu.lock'))).toBe(true);
		if (lock.ok) lock.release();
	});

	it.each([
		['an empty file', ''],
		['no JSON', 'nonsense'],
		['a dead process', JSON.stringify({ pid: 4_000_000, host: '', born: '', purpose: 'server' })]
	])('is recovered from %s', (_case, text) => {
		writeFileSync(file(), text);
		const old = new Date(Date.now() - 60_000);
		utimesSync(file(), old, old);
		const lock = lockDataDir(folder, 'server');
		expect(lock.ok).toBe(true);
		if (lock.ok) lock.release();
	});

	it('held on another host is respected while its heart beats', () => {
		writeFileSync(
			file(),
			JSON.stringify({ pid: 1, host: 'elsewhere', born: '', purpose: 'server' })
		);
		expect(lockDataDir(folder, 'server')).toEqual({ ok: false, pid: 1, purpose: 'server' });
	});

	it('releasing late never takes away what somebody else holds by then', () => {
		const mine = lockDataDir(folder, 'server');
		writeFileSync(file(), 'somebody else');
		if (mine.ok) mine.release();
		expect(existsSync(file())).toBe(true);
	});

	it('that is taken is explained with the way out', () => {
		expect(lockedSentence('data', { pid: 7, purpose: 'server' })).toBe(
			'The data directory data is in use: the server is running with this data (process 7). Stop it first, or set DATA_DIR to another directory.'
		);
	});
});

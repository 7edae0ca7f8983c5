import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { holdKey } from '../keys';
import { readGrant, writeGrant } from './grant';

const NOW = Date.UTC(2026, 10, 22, 8);
const mine = { filmId: 'f1', personId: 'p1', until: NOW + 1000, original: false };
beforeAll(() => holdKey(randomBytes(32)));

describe('a grant', () => {
	test('is read back by the person it was given to', () => {
		expect(readGrant(writeGrant(mine), 'p1', NOW)).toEqual(mine);
	});

	test('opens nothing for anybody else', () => {
		expect([
			readGrant(writeGrant(mine), 'p2', NOW),
			readGrant(writeGrant(mine), null, NOW)
		]).toEqual([null, null]);
	});

	test('for everybody is good for everybody', () => {
		const open = { ...mine, personId: null };
		expect([
			readGrant(writeGrant(open), 'p2', NOW),
			readGrant(writeGrant(open), null, NOW)
		]).toEqual([open, open]);
	});

	test('ends', () => {
		const written = writeGrant(mine);
		expect(readGrant(written, 'p1', NOW + 999)).not.toBeNull();
		expect(readGrant(written, 'p1', NOW + 1000)).toBeNull();
	});

	test('that was changed in any letter opens nothing', () => {
		const written = writeGrant(mine);
		const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~.%';
		const opened = [...written].flatMap((was, at) =>
			[...letters]
				.filter((letter) => letter !== was)
				.map((letter) => written.slice(0, at) + letter + written.slice(at + 1))
				.filter((other) => readGrant(other, 'p1', NOW))
		);
		expect(opened).toEqual([]);
	});

	test('written with another key opens nothing', () => {
		const written = writeGrant(mine);
		holdKey(randomBytes(32));
		expect(readGrant(written, 'p1', NOW)).toBeNull();
	});
});

import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rmSync } from 'node:fs';
import type { Hashes } from '$lib/domain/judging/log/ground';
import { verifyLog } from '$lib/domain/judging/log/verify';
import { readLog } from '$lib/domain/judging/log/file';
import { judgingPhases, outbox } from '$lib/server/db/schema';
import { judged, released } from '$tests/judging-log';
import type { Judged } from '$tests/judging-log';

export const hashes: Hashes = {
	sha256: (bytes) => createHash('sha256').update(bytes).digest(),
	sha512: (bytes) => createHash('sha512').update(bytes).digest()
};

let all: Judged;
beforeAll(async () => {
	all = await released();
});
afterAll(() => rmSync(all.dataDir, { recursive: true }));

describe('the log of an edition', () => {
	it('as it is given out holds in every part', async () => {
		const text = await all.file();
		const report = verifyLog(text, hashes);
		expect(report.findings).toEqual([]);
		expect(report.points.map(({ phase }) => phase)).toEqual([
			'sealed',
			'opened',
			'closed',
			'released'
		]);
		expect(report.scores).toBe(12);
		expect(report.head?.stage).toBe('open');
	});
});

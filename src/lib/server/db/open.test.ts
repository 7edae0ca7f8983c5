import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { close, open } from './open';

test('a new database and its logs can be read by nobody but their owner', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'liantu-open-'));
	const db = await open(`file:${join(folder, 'deep', 'liantu.db')}`, { migrations: 'drizzle' });
	const modes = readdirSync(join(folder, 'deep'))
		.sort()
		.map((name) => [name, statSync(join(folder, 'deep', name)).mode & 0o777]);
	expect(modes).toEqual([
		['liantu.db', 0o600],
		['liantu.db-shm', 0o600],
		['liantu.db-wal', 0o600]
	]);
	close(db);
	rmSync(folder, { recursive: true });
});

import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { newPlan } from '../../src/lib/domain/contests/plan-new';
import { emptyEntry } from '../../src/lib/domain/contests/entry';
import { close, open } from '../../src/lib/server/db/open';
import { contests, editions, entries, newId, people } from '../../src/lib/server/db/schema';
import { write } from '../../src/lib/server/db/write';
import * as sessions from '../../src/lib/server/people/sessions';

const DAY = 86_400_000;

/** Waits until the portal has looked at every film: what it does then is measured elsewhere. */
export async function atRest(dataDir: string): Promise<void> {
	const client = createClient({ url: `file:${join(dataDir, 'liantu.db')}` });
	const waiting = `SELECT count(*) AS n FROM jobs WHERE state IN ('waiting', 'running') AND run_after < ?`;
	try {
		for (;;) {
			const { rows } = await client.execute({ sql: waiting, args: [Date.now() + 1000] });
			if (Number(rows[0]!.n) === 0) return;
			await new Promise((done) => setTimeout(done, 200));
		}
	} finally {
		client.close();
	}
}

/** Somebody with a draft in an open edition, for whom large films are no matter; and the cookie. */
export async function prepareUploads(
	root: string,
	dataDir: string
): Promise<{ entryId: string; cookie: string }> {
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, {
		migrations: join(root, 'drizzle')
	});
	const now = Date.now();
	const plan = { ...newPlan(), quotaBytes: 160 * 1024 ** 3 };
	for (const { materials } of plan.categories) for (const one of materials) one.max = 1000;
	const [contestId, editionId, personId, entryId] = [newId(), newId(), newId(), newId()];
	try {
		const token = await write(db, async (tx) => {
			await tx.insert(contests).values({ id: contestId, slug: 'bench', titleZh: '合成大赛' });
			await tx.insert(editions).values({
				id: editionId,
				contestId,
				slug: '1',
				ordinal: 1,
				titleZh: '合成',
				state: 'published',
				plan,
				opensAt: now - DAY,
				closesAt: now + DAY
			});
			await tx.insert(people).values({ id: personId, email: 'bench@example.cn', name: '甲' });
			await tx.insert(entries).values({
				id: entryId,
				editionId,
				categoryId: plan.categories[0]!.id,
				channel: 'person',
				content: emptyEntry,
				ownerId: personId
			});
			const at = { strong: false, now, address: null, agent: null };
			return (await sessions.start(tx, personId, at)).token;
		});
		return { entryId, cookie: `liantu=${token}` };
	} finally {
		close(db);
	}
}

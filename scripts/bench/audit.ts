import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { readAsked } from '../../src/lib/domain/audit/asked';
import * as audit from '../../src/lib/server/audit';
import { close, open } from '../../src/lib/server/db/open';
import type { Db } from '../../src/lib/server/db/open';
import { settings } from '../../src/lib/server/db/schema';
import { write } from '../../src/lib/server/db/write';
import { type Figure, median } from './figure';

const part = 'audit';

/**
 * What recording every act costs: small saves per second, each acknowledged after it is on the disk,
 * with the record in the same transaction and checkpoints being signed, against the same without;
 * and reading and verifying a long chain.
 */
export async function measureAudit(
	root: string,
	folder: string,
	{ saves, records }: { saves: number; records: number }
): Promise<Figure[]> {
	const dataDir = mkdtempSync(join(folder, 'audit-'));
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, {
		migrations: join(root, 'drizzle')
	});
	const keeping = await audit.keep(db, { dataDir, name: 'bench/audit' });
	try {
		const bare: number[] = [];
		const recorded: number[] = [];
		for (let round = 0; round < 3; round++) {
			bare.push(await rateOf(db, saves, false));
			recorded.push(await rateOf(db, saves, true));
		}
		const figures: Figure[] = [
			{
				part,
				name: 'saves with their record, baseline without',
				ours: median(recorded),
				baseline: median(bare),
				unit: '/s',
				target: { of: 'ours', at: 'least', value: 300 },
				note: 'one row changed a save, synchronous=FULL, one after the other'
			}
		];
		await fill(db, records);
		await keeping.flush();
		const many = records.toLocaleString('en');
		const verifying = await timed(async () => {
			const { findings } = await audit.verify(db, { dataDir, now: Date.now() });
			if (findings.length) throw new Error(`the chain is said to be touched: ${findings[0]!.kind}`);
		});
		figures.push({ part, name: `verifying ${many} records`, ours: verifying / 1000, unit: 's' });
		for (const [name, query] of [
			['first page', ''],
			['one thing', 'noun=places&id=place-7'],
			['one act on one day', 'act=publish&from=2026-01-01&to=2099-01-01']
		] as const) {
			const asked = readAsked(new URLSearchParams(query));
			const times: number[] = [];
			for (let time = 0; time < 9; time++)
				times.push(
					await timed(() => Promise.all([audit.find(db, asked), audit.vocabulary(db)]))
				);
			figures.push({
				part,
				name: `${name} of ${many} records`,
				ours: median(times),
				unit: 'ms',
				target: { of: 'ours', at: 'most', value: 60 }
			});
		}
		return figures;
	} finally {
		await keeping.stop();
		close(db);
	}
}

const by = (now: number) => ({
	who: {
		id: 'bench',
		name: '',
		email: '',
		grants: [],
		session: '',
		strong: true,
		provedAt: now
	},
	address: '203.0.113.9',
	now
});

async function rateOf(db: Db, saves: number, recorded: boolean): Promise<number> {
	const took = await timed(async () => {
		for (let value = 0; value < saves; value++)
			await write(db, async (tx) => {
				await tx
					.insert(settings)
					.values({ key: 'bench', value })
					.onConflictDoUpdate({ target: settings.key, set: { value } });
				if (recorded)
					await audit.record(tx, by(Date.now()), {
						act: 'change',
						noun: 'settings',
						id: 'bench',
						before: { value: value - 1 },
						after: { value }
					});
			});
	});
	return saves / (took / 1000);
}

/** Records in long transactions, so that filling does not take an hour. */
async function fill(db: Db, records: number): Promise<void> {
	for (let done = 0; done < records; done += 5000)
		await write(db, async (tx) => {
			for (let at = done; at < Math.min(done + 5000, records); at++)
				await audit.record(tx, by(Date.now()), {
					act: at % 3 ? 'change' : 'publish',
					noun: 'places',
					id: `place-${at % 500}`,
					title: '合成阵地',
					before: { version: at },
					after: { version: at + 1 }
				});
		});
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

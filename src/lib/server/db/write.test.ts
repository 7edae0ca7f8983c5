import { AsyncLocalStorage } from 'node:async_hooks';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { emptyDb } from '$tests/make';
import { settings } from './schema';
import {
	afterCommit,
	contentVersion,
	onContentChange,
	rehearse,
	touchContent,
	write
} from './write';

it('many writes at once all happen, one after the other', async () => {
	const db = await emptyDb();
	await write(db, (tx) => tx.insert(settings).values({ key: 'sum', value: 0 }));
	let inside = 0;
	let most = 0;
	await Promise.all(
		Array.from({ length: 100 }, () =>
			write(db, async (tx) => {
				most = Math.max(most, ++inside);
				const [row] = await tx.select().from(settings).where(eq(settings.key, 'sum'));
				await tx
					.update(settings)
					.set({ value: Number(row!.value) + 1 })
					.where(eq(settings.key, 'sum'));
				inside--;
			})
		)
	);
	const [row] = await db.select().from(settings).where(eq(settings.key, 'sum'));
	expect([row!.value, most]).toEqual([100, 1]);
});

it('what throws leaves nothing behind and does not stop the queue', async () => {
	const db = await emptyDb();
	const broken = write(db, async (tx) => {
		await tx.insert(settings).values({ key: 'half', value: 1 });
		await touchContent(tx);
		throw new Error('power cut');
	});
	const after = write(db, (tx) => tx.insert(settings).values({ key: 'whole', value: 1 }));
	await expect(broken).rejects.toThrow('power cut');
	await after;
	expect((await db.select().from(settings)).map(({ key }) => key)).toEqual(['whole']);
	expect(await contentVersion(db)).toBe(0);
});

it('a write inside a write is refused instead of waiting for itself', async () => {
	const db = await emptyDb();
	await expect(write(db, () => write(db, async () => 1))).rejects.toThrow('pass the outer');
});

it('content changes once per transaction and is told after the commit', async () => {
	const db = await emptyDb();
	const told: number[] = [];
	const stop = onContentChange((version) => told.push(version));
	await write(db, async (tx) => {
		await touchContent(tx);
		await touchContent(tx);
		expect(told).toEqual([]);
	});
	await write(db, async () => undefined);
	await write(db, touchContent);
	stop();
	await write(db, touchContent);
	expect([told, await contentVersion(db)]).toEqual([[1, 2], 3]);
});

it('a rehearsal shows how things would stand and leaves no trace', async () => {
	const db = await emptyDb();
	const told: unknown[] = [];
	const stop = onContentChange((version) => told.push(version));
	const seen = await rehearse(db, async (tx) => {
		await tx.insert(settings).values({ key: 'scene', value: 7 });
		await touchContent(tx);
		afterCommit(() => told.push('committed'));
		return tx.select().from(settings).where(eq(settings.key, 'scene'));
	});
	stop();
	expect(seen).toEqual([{ key: 'scene', value: 7 }]);
	expect(await db.select().from(settings)).toEqual([]);
	expect([await contentVersion(db), told]).toEqual([0, []]);
});

it('what goes wrong in a rehearsal is thrown, and undone as well', async () => {
	const db = await emptyDb();
	const wrong = rehearse(db, async (tx) => {
		await tx.insert(settings).values({ key: 'scene', value: 7 });
		throw new Error('wrong line');
	});
	await expect(wrong).rejects.toThrow('wrong line');
	expect(await db.select().from(settings)).toEqual([]);
});

it('writes that wait together share a commit, and one that fails takes only its own with it', async () => {
	const db = await emptyDb();
	const told: number[] = [];
	const stop = onContentChange((version) => told.push(version));
	const put = (key: string, wrong = false) =>
		write(db, async (tx) => {
			await tx.insert(settings).values({ key, value: 1 });
			await touchContent(tx);
			if (wrong) throw new Error(`no ${key}`);
			return key;
		});
	const asked = [
		put('a'),
		put('b', true),
		put('c'),
		put('a'),
		rehearse(db, async () => 'd'),
		put('e')
	];
	const ends = await Promise.allSettled(asked);
	stop();
	expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : 'failed'))).toEqual([
		'a',
		'failed',
		'c',
		'failed',
		'd',
		'e'
	]);
	const keys = (await db.select().from(settings)).map(({ key }) => key);
	expect(keys.sort()).toEqual(['a', 'c', 'contentVersion', 'e']);
	expect([told, await contentVersion(db)]).toEqual([[1, 2, 3], 3]);
});

it('nothing is acknowledged before it is committed, and a commit that fails is nobody’s success', async () => {
	const db = await emptyDb();
	const { $client: client } = db;
	const begin = client.transaction.bind(client);
	let commits = 0;
	client.transaction = (async (...mode: []) => {
		const transaction = await begin(...mode);
		transaction.commit = async () => {
			commits++;
			throw new Error('disk full');
		};
		return transaction;
	}) as typeof client.transaction;
	const put = (key: string) =>
		write(db, (tx) => tx.insert(settings).values({ key, value: 1 }).returning());
	const ends = await Promise.allSettled([put('a'), put('b'), put('c')]);
	expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
	expect(commits).toBe(1);
	client.transaction = begin;
	expect(await put('d')).toEqual([{ key: 'd', value: 1 }]);
	expect((await db.select().from(settings)).map(({ key }) => key)).toEqual(['d']);
});

it('each write acts in the context of whoever asked for it', async () => {
	const db = await emptyDb();
	const asker = new AsyncLocalStorage<number>();
	const askers = [1, 2, 3].map((n) => asker.run(n, () => write(db, async () => asker.getStore())));
	expect(await Promise.all(askers)).toEqual([1, 2, 3]);
});

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

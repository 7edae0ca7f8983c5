import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { emptyDb } from '$tests/make';
import { given, prepared } from './prepared';
import { settings } from './schema';
import { write } from './write';

const put = prepared((tx) =>
	tx.insert(settings).values({ key: given('key'), value: given('value') })
);
const said = prepared((tx) =>
	tx
		.select({ value: settings.value })
		.from(settings)
		.where(eq(settings.key, given('key')))
);

it('a statement built once speaks to whichever database and transaction it is given', async () => {
	const [one, other] = [await emptyDb(), await emptyDb()];
	await write(one, (tx) => put(tx, { key: 'a', value: { deep: ['值'] } }));
	await write(other, (tx) => put(tx, { key: 'a', value: 2 }));
	expect([await said(one, { key: 'a' }), await said(other, { key: 'a' })]).toEqual([
		[{ value: { deep: ['值'] } }],
		[{ value: 2 }]
	]);
	expect(await said(one, { key: 'b' })).toEqual([]);
});

it('a statement of a write that is undone is undone with it, and seen by it before', async () => {
	const db = await emptyDb();
	const broken = write(db, async (tx) => {
		await put(tx, { key: 'a', value: 1 });
		const [row] = await said(tx, { key: 'a' });
		throw new Error(`undone ${String(row?.value)}`);
	});
	await expect(broken).rejects.toThrow('undone 1');
	expect(await said(db, { key: 'a' })).toEqual([]);
});

it('a value that is left out is refused, not taken from the call before', async () => {
	const db = await emptyDb();
	await write(db, (tx) => put(tx, { key: 'a', value: 1 }));
	await expect(said(db, {})).rejects.toThrow('key');
});

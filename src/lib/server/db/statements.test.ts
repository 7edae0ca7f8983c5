import { expect, it } from 'vitest';
import { emptyDb } from '$tests/make';

/** A client whose statements are kept, and a table to try them on. */
async function tried() {
	const { $client: client } = await emptyDb();
	await client.execute('CREATE TABLE tried (a INTEGER PRIMARY KEY, b TEXT UNIQUE)');
	return client;
}

it('the same statement reads what stands now, for the values of now', async () => {
	const client = await tried();
	const read = async (a: number) =>
		(await client.execute({ sql: 'SELECT b FROM tried WHERE a = ?', args: [a] })).rows[0]?.b;
	const put = (a: number, b: string) =>
		client.execute({ sql: 'INSERT OR REPLACE INTO tried VALUES (?, ?)', args: [a, b] });
	await put(1, 'one');
	await put(2, 'two');
	expect([await read(1), await read(2), await read(3)]).toEqual(['one', 'two', undefined]);
	await put(1, 'uno');
	expect([await read(1), (await put(1, 'eins')).rowsAffected]).toEqual(['uno', 1]);
});

it('a statement that was refused once is good again with other values', async () => {
	const client = await tried();
	const put = (b: string) =>
		client.execute({ sql: 'INSERT INTO tried (b) VALUES (?) RETURNING a', args: [b] });
	await put('x');
	await expect(put('x')).rejects.toThrow('UNIQUE');
	expect((await put('y')).rows[0]?.a).toBe(2);
});

it('a value that is not given is none, whatever was given before', async () => {
	const client = await tried();
	await client.execute("INSERT INTO tried VALUES (1, 'x')");
	const sql = 'SELECT b FROM tried WHERE a = ?';
	expect((await client.execute({ sql, args: [1] })).rows).toHaveLength(1);
	expect((await client.execute({ sql, args: [] })).rows).toHaveLength(0);
	const byName = 'SELECT b FROM tried WHERE a = :a';
	for (const [a, found] of [
		[1, 1],
		[2, 0]
	] as const)
		expect((await client.execute({ sql: byName, args: { a } })).rows).toHaveLength(found);
});

it('a statement of everything gives the columns a table has meanwhile', async () => {
	const client = await tried();
	await client.execute('INSERT INTO tried (a) VALUES (1)');
	const all = async () => Object.keys((await client.execute('SELECT * FROM tried')).rows[0]!);
	expect(await all()).toEqual(['a', 'b']);
	await client.execute('ALTER TABLE tried ADD c TEXT');
	expect(await all()).toEqual(['a', 'b', 'c']);
});

it('a transaction undone leaves no statement half run', async () => {
	const client = await tried();
	const sql = 'INSERT INTO tried (b) VALUES (?)';
	const undone = await client.transaction('write');
	await undone.execute({ sql, args: ['x'] });
	await expect(undone.execute({ sql, args: ['x'] })).rejects.toThrow('UNIQUE');
	await undone.rollback();
	const done = await client.transaction('write');
	await done.execute({ sql, args: ['x'] });
	await done.commit();
	expect((await client.execute('SELECT count(*) AS n FROM tried')).rows[0]?.n).toBe(1);
});

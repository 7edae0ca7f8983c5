import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { expect, it } from 'vitest';
import { plainError } from './log';

it('a failed statement is logged without the values it was called with', async () => {
	const client = createClient({ url: ':memory:' });
	const typed = [
		'金丝雀姓名',
		'第一行\n    at 二行\nparams: 三行',
		'$argon2id$v=19$m=19456$canary'
	];
	const failed: unknown = await drizzle(client)
		.run(sql`INSERT INTO nothing VALUES (${sql.join(typed, sql`, `)})`)
		.catch((error: unknown) => error);
	client.close();
	expect((failed as Error).message).toContain('金丝雀姓名');
	const said = plainError(failed);
	expect(said.message).toMatch(/^Failed query: INSERT INTO nothing/);
	expect(said.stack).toMatch(/ \| at /);
	for (const words of ['金丝雀', '二行', '三行', 'argon2id', 'canary'])
		expect(JSON.stringify(said)).not.toContain(words);
});

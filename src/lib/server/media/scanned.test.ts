import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EICAR, openClamd } from '$tests/clamd';
import type { Clamd } from '$tests/clamd';
import { by, library, pdf } from '$tests/media';
import { assets, jobs, quarantine, uses } from '../db/schema';
import { write } from '../db/write';
import { heldAmong } from '../scan/hold';
import { publicName } from './serve';
import { takeFile } from './upload';

// What staff send to the library passes the scanner for malware first.

let clamd: Clamd;
const lib = await library();
beforeAll(async () => {
	clamd = await openClamd();
});
afterAll(async () => {
	lib.close();
	await clamd.stop();
});

const send = (bytes: Buffer, name: string, replaces: string | null = null) =>
	takeFile(
		{
			...{ db: lib.db, store: lib.store, by: by('editor'), replaces },
			scanner: { host: '127.0.0.1', port: clamd.port }
		},
		name,
		[bytes] as unknown as AsyncIterable<Buffer>
	);
const idOf = (taken: Awaited<ReturnType<typeof send>>) => ('id' in taken ? taken.id : taken.fault);

/** Whether the public is given the file of a thing that stands on a public page. */
async function given(id: string): Promise<boolean> {
	const [asset] = await lib.db.select().from(assets).where(eq(assets.id, id));
	return (await publicName(lib.db, asset!.key)) !== null;
}
const show = (id: string) =>
	write(lib.db, (tx) =>
		tx.insert(uses).values({ assetId: id, noun: 'articles', itemId: id, field: 'body', live: true })
	);

it('what is found is refused, and nothing of it stays', async () => {
	const before = await lib.db.$count(assets);
	expect(await send(Buffer.concat([pdf(), Buffer.from(EICAR)]), 'a.pdf')).toEqual({
		name: 'a.pdf',
		fault: 'malware'
	});
	expect([await lib.db.$count(assets), await lib.db.$count(quarantine)]).toEqual([before, 0]);
});

it('what is clean is there at once', async () => {
	const id = idOf(await send(pdf('clean'), 'b.pdf'));
	await show(id);
	expect([await given(id), (await heldAmong(lib.db, [id])).size]).toEqual([true, 0]);
});

it('while the scanner is of no use a file is taken and shown to nobody', async () => {
	clamd.says = 'ERROR\0';
	const id = idOf(await send(pdf('later'), 'c.pdf'));
	clamd.says = null;
	await show(id);
	expect([await given(id), (await heldAmong(lib.db, [id])).get(id)]).toEqual([false, 'waiting']);
	const [job] = await lib.db.select().from(jobs).where(eq(jobs.subject, id));
	expect([job!.kind, job!.state]).toEqual(['scan', 'waiting']);
});

it('a new file for a thing that is shown hides it until the scanner has seen it', async () => {
	const id = idOf(await send(pdf('shown'), 'd.pdf'));
	await show(id);
	clamd.says = 'ERROR\0';
	expect(idOf(await send(pdf('newer'), 'e.pdf', id))).toBe(id);
	clamd.says = null;
	expect([await given(id), (await heldAmong(lib.db, [id])).get(id)]).toEqual([false, 'waiting']);
});

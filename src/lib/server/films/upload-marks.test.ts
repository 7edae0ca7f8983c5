import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import type { Db } from '../db/open';
import { uploads } from '../db/schema';
import { write } from '../db/write';
import { Disk } from './upload-disk';
import { Marks } from './upload-marks';

let db: Db;
let incoming: string;
const id = 'a'.repeat(32);
const make = () => new Marks({ db, incoming, time: () => NOON }, new Disk());
const row = async () => (await db.select().from(uploads).where(eq(uploads.id, id)))[0]!;

beforeEach(async () => {
	db = await emptyDb();
	incoming = join(mkdtempSync(join(tmpdir(), 'liantu-marks-')), 'incoming');
	mkdirSync(incoming, { recursive: true });
	await write(db, (tx) =>
		tx.insert(uploads).values({ id, personId: 'x', originalName: 'a', expiresAt: 0, offset: 5 })
	);
});

it('an upload is as far as was noted last, also for a portal that was killed since', async () => {
	const marks = make();
	for (const offset of [16_777_216, 123_456_789_012, 123_456_789_013])
		await marks.note(id, offset, NOON);
	expect((await row()).offset).toBe(5);
	for (const who of [marks, make()])
		expect((await who.of(await row())).offset).toBe(123_456_789_013);
});

it('rows follow, forwards only, and a start takes over what was noted', async () => {
	await make().note(id, 100, NOON + 1);
	await make().recover();
	expect(await row()).toMatchObject({ offset: 100, updatedAt: NOON });
	const marks = make();
	await marks.note(id, 200, NOON + 1);
	await marks.flush();
	expect(await row()).toMatchObject({ offset: 200, expiresAt: NOON + 1 });
	await marks.note(id, 150, NOON + 1);
	await marks.flush();
	expect((await row()).offset).toBe(200);
	await marks.flush();
	expect((await marks.of(await row())).offset).toBe(200);
});

it('a mark that was cut off while it was written counts for nothing', async () => {
	for (const text of ['', '9', '99999999', '99x'.padEnd(16), ' '.repeat(16)]) {
		writeFileSync(join(incoming, `${id}.at`), text);
		expect((await make().of(await row())).offset).toBe(5);
	}
});

it('what is over keeps its row, and nothing is left beside it', async () => {
	const marks = make();
	await marks.note(id, 100, NOON);
	await write(db, (tx) => tx.update(uploads).set({ state: 'complete', offset: 300 }));
	await marks.flush();
	expect((await marks.of(await row())).offset).toBe(300);
	await marks.clear(id);
	expect(readdirSync(incoming)).toEqual([]);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '$lib/server/audit';
import type { Db } from '$lib/server/db/open';
import { entries, entryFiles, entryMessages, entryVersions, films } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import type { Self } from '$lib/server/people/account';
import { forgetOld } from '$lib/server/retention';
import { aPlan, anEdition, anEntry, content, aChilds } from '$tests/contests';
import type { AnEdition } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { acting, signedIn, somebody } from '$tests/people';
import { dataOf, forgetMine } from './my-data';

const DAY = 86_400_000;
const written = aChilds({ 'shown-before': false });
/** Words that only personal data of the entry holds. */
const canaries = ['小青', '李监护', '李联系', '13812345678', '苕溪边', '住在溪边'];

const folder = mkdtempSync(join(tmpdir(), 'liantu-mine-'));
afterAll(() => rmSync(folder, { recursive: true }));

let db: Db;
let edition: AnEdition;
let li: Self;

beforeEach(async () => {
	db = await emptyDb();
	const plan = aPlan();
	plan.questions = [
		...plan.questions,
		{ ...plan.questions[1]!, id: 'secret', kind: 'text', personal: true }
	];
	edition = await anEdition(db, { plan });
	li = await acting(db, await signedIn(db, await somebody(db)));
});

const entry = async (state: 'draft' | 'submitted' | 'withdrawn' = 'submitted') => {
	const { id } = await anEntry(db, edition, { owner: li.who.id, state, content: written });
	if (state !== 'draft')
		await write(db, (tx) =>
			tx
				.insert(entryVersions)
				.values({ entryId: id, number: 1, content: written, files: [], at: NOON })
		);
	await write(db, async (tx) => {
		const [film] = await tx
			.insert(films)
			.values({
				form: 'film',
				sha256: 'a'.repeat(64),
				bytes: 1,
				type: 'video/mp4',
				key: `films/${id}`
			})
			.returning();
		await tx.insert(entryFiles).values({
			entryId: id,
			materialId: 'film',
			filmId: film!.id,
			originalName: 'x.mp4',
			addedAt: NOON
		});
	});
	return id;
};

const everything = async () =>
	JSON.stringify([
		await db.select().from(entries),
		await db.select().from(entryVersions),
		await db.select().from(entryMessages)
	]);

describe('what is held about somebody', () => {
	it('is told whole, and only theirs', async () => {
		await entry();
		const stranger = await somebody(db);
		await anEntry(db, edition, { owner: stranger, content: content({ title: '别人的作品' }) });
		const told = JSON.stringify(await dataOf(db, li.who, NOON));
		expect(canaries.filter((word) => !told.includes(word))).toEqual([]);
		expect(told).not.toContain('别人的作品');
	});

	it('is deleted at the person’s word where nothing is under way; else the office is asked once', async () => {
		await entry('draft');
		await entry('withdrawn');
		const under = await entry('submitted');
		expect(await forgetMine(db, li, '请删除。')).toEqual({ gone: 2, asked: 1 });
		expect((await db.select({ id: entries.id }).from(entries)).map(({ id }) => id)).toEqual([
			under
		]);
		expect(await db.$count(films)).toBe(1);
		expect(await forgetMine(db, li, '请删除。')).toEqual({ gone: 0, asked: 0 });
		const { findings } = await verify(db, { dataDir: folder, now: NOON });
		// No checkpoint was signed here, so there is no key; nothing else may be found.
		expect(findings.map(({ kind }) => kind)).toEqual(['no-key']);
	});
});

describe('what an edition says is to be deleted', () => {
	const end = () => edition.plan.dates.resultsAt!;

	it('stays until its day, and is gone from entry and versions on it', async () => {
		await entry();
		const { retention } = edition.plan;
		await forgetOld(db, end() + retention.guardian! * DAY - 1);
		expect(await left()).toEqual(canaries);
		await forgetOld(db, end() + retention.guardian! * DAY);
		expect(await left()).toEqual(['小青', '李联系', '13812345678', '苕溪边', '住在溪边']);
		await forgetOld(db, end() + retention.contact! * DAY);
		expect(await left()).toEqual(['小青']);
		await forgetOld(db, end() + retention.crew! * DAY);
		expect(await left()).toEqual([]);
		// What everybody may know stays: the title, the number, an answer that is nobody's secret.
		const [row] = await db.select().from(entries);
		expect([row!.title, row!.content.answers['shown-before']]).toEqual(['清风徐来', false]);
		// And a second day finds nothing more to do.
		expect((await forgetOld(db, end() + retention.crew! * DAY)).entries).toBe(undefined);
	});

	it('takes drafts nobody submitted, and films that are shown to nobody', async () => {
		await entry('draft');
		const shown = await entry('submitted');
		await write(db, (tx) =>
			tx.update(entries).set({ releasedAt: NOON }).where(eq(entries.id, shown))
		);
		await entry('submitted');
		const { retention } = edition.plan;
		await forgetOld(db, end() + retention.drafts! * DAY);
		expect([await db.$count(entries), await db.$count(films)]).toEqual([2, 2]);
		await forgetOld(db, end() + retention.films! * DAY);
		const held = await db.select({ entryId: entryFiles.entryId }).from(entryFiles);
		expect(held).toEqual([{ entryId: shown }]);
		expect(await db.$count(films)).toBe(1);
	});

	const left = async () => {
		const all = await everything();
		return canaries.filter((word) => all.includes(word));
	};
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '$lib/server/db/open';
import { entry as words } from '$lib/words/zh/entry';
import type { Self } from '$lib/server/people/account';
import { anEdition, anEntry, content } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { acting, signedIn, somebody } from '$tests/people';
import { entryVersions } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { entryFor } from './entries';
import { formPdf, receiptPdf } from './receipts';
import { drawn, draws } from '$tests/paper';

let db: Db;
let li: Self;

beforeEach(async () => {
	db = await emptyDb();
	li = await acting(db, await signedIn(db, await somebody(db)));
});

const submitted = async (title: string) => {
	const edition = await anEdition(db);
	const written = content({ title });
	const { id } = await anEntry(db, edition, {
		state: 'submitted',
		owner: li.who.id,
		content: written
	});
	await write(db, (tx) =>
		tx
			.insert(entryVersions)
			.values({ entryId: id, number: 1, content: written, files: [], at: NOON })
	);
	return (await entryFor(db, li.who, id))!;
};

describe.each([
	['the type of the system', undefined],
	['outlines of our own type', []]
])('a receipt in %s', (_name, faces) => {
	it.skipIf(!draws)('shows every Chinese letter it writes, as ink on the page', async () => {
		const [full, empty] = await Promise.all(
			['溪水清清照廉心', ''].map(async (title) =>
				drawn((await receiptPdf(db, await submitted(title), 'zh', words, faces))!)
			)
		);
		// Seven letters more are well over a hundred dark points more, wherever they stand.
		expect(full! - empty!).toBeGreaterThan(150);
	});
});

it('a draft has no receipt, but a form to be stamped', async () => {
	const edition = await anEdition(db);
	const { id } = await anEntry(db, edition, { owner: li.who.id });
	const opened = (await entryFor(db, li.who, id))!;
	expect(await receiptPdf(db, opened, 'zh', words)).toBe(null);
	const form = await formPdf(db, opened, 'zh', words, NOON);
	expect(form.subarray(0, 5).toString()).toBe('%PDF-');
});

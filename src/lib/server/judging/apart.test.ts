import { expect, test } from 'vitest';
import { anEdition, anEntry, content } from '../../../../tests/contests';
import { emptyDb, NOON } from '../../../../tests/make';
import { sample, somebody } from '../../../../tests/people';
import { entryEditors, entryVersions } from '../db/schema';
import { write } from '../db/write';
import { ownEntries, standsApart } from './apart';

test('whoever opened, edits, reaches or made an entry stands apart from its edition, nobody else', async () => {
	const db = await emptyDb();
	const edition = await anEdition(db);
	const other = await anEdition(db);
	const owner = await somebody(db);
	const editor = await somebody(db);
	const { id } = await anEntry(db, edition, {
		state: 'passed',
		owner,
		content: content({ unit: 'pingyao-office' })
	});
	await write(db, (tx) =>
		tx.insert(entryEditors).values({ entryId: id, personId: editor, at: NOON })
	);
	const apart = (who: Partial<ReturnType<typeof sample>>) =>
		standsApart(db, { ...sample('x', 'organizer'), ...who }, edition.editionId);
	expect(await apart({ id: owner })).toBe(true);
	expect(await apart({ id: editor })).toBe(true);
	expect(await apart({ email: 'LI@example.cn' })).toBe(true);
	expect(await apart({ name: '李 青' })).toBe(true);
	expect(
		await apart({
			grants: [{ role: 'manager', scope: { kind: 'organization', id: 'pingyao-office' } }]
		})
	).toBe(true);
	expect(await apart({})).toBe(false);
	expect(await apart({ name: '李' })).toBe(false);
	expect(await apart({ name: '%_' })).toBe(false);
	expect(await standsApart(db, null, edition.editionId)).toBe(true);
	expect(await standsApart(db, { ...sample('x', 'organizer'), id: owner }, other.editionId)).toBe(
		false
	);
});

test('what counts is what was submitted, and neither drafts nor withdrawn entries', async () => {
	const db = await emptyDb();
	const edition = await anEdition(db);
	const owner = await somebody(db);
	await anEntry(db, edition, { owner });
	await anEntry(db, edition, { owner, state: 'withdrawn' });
	const passed = await anEntry(db, edition, {
		state: 'passed',
		content: content({ crew: [], contact: null })
	});
	await write(db, (tx) =>
		tx
			.insert(entryVersions)
			.values({ entryId: passed.id, number: 1, content: content(), files: [], at: NOON })
	);
	const who = { ...sample('x', 'organizer'), id: owner };
	expect(await ownEntries(db, who, edition.editionId)).toEqual([]);
	expect(await ownEntries(db, { ...who, name: '李青' }, edition.editionId)).toEqual([passed.id]);
});

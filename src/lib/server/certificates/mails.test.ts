import { beforeEach, describe, expect, it } from 'vitest';
import type { By } from '$lib/domain/people/who';
import { awarded } from '$tests/certificates';
import { anEdition } from '$tests/contests';
import type { AnEdition } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { asRole, somebody } from '$tests/people';
import type { Db } from '../db/open';
import { audit, certificates, entryEditors, outbox } from '../db/schema';
import { write } from '../db/write';
import { putSetting } from '../site';
import { issue } from './issue';
import { listCertificates } from './list';
import { announce, previewMail, tellingOf } from './mails';

const env = { dataDir: '/nowhere', storageUrl: 'file:/nowhere', films: {} as never };
const by: By = asRole('organizer');
let db: Db;
let edition: AnEdition;
const mailed = async () => (await db.select().from(outbox)).map(({ to }) => to).sort();

beforeEach(async () => {
	db = await emptyDb();
	edition = await anEdition(db);
	await write(db, (tx) => putSetting(tx, 'footer.sponsor', { zh: '测试主办单位' }));
});

const issued = async (owners: (string | null)[]) => {
	const ids = await awarded(
		db,
		edition,
		owners.map((owner, n) => ({ names: [`李${n}`], owner, title: `第${n}部` }))
	);
	await issue(db, by, env, edition.editionId, { version: 0, without: false, early: true });
	return ids;
};

describe('telling the winners', () => {
	it('writes to everybody of each entry once, and says who cannot be reached', async () => {
		const owner = await somebody(db, { email: 'owner@example.cn' });
		const editor = await somebody(db, { email: 'editor@example.cn' });
		const [first] = await issued([owner, null]);
		await write(db, (tx) =>
			tx.insert(entryEditors).values([
				{ entryId: first!, personId: editor, at: NOON },
				{ entryId: first!, personId: owner, at: NOON }
			])
		);
		expect(await tellingOf(db, edition.editionId)).toMatchObject({ due: 1, unreachable: 1 });
		expect(await announce(db, by, edition.editionId)).toEqual({ ok: true, value: 1 });
		expect(await mailed()).toEqual(['editor@example.cn', 'owner@example.cn']);
		expect(await tellingOf(db, edition.editionId)).toMatchObject({
			due: 0,
			unreachable: 1,
			mails: { waiting: 2 }
		});
	});

	it('tells nobody twice, however often it is asked and at once', async () => {
		await issued([await somebody(db, { email: 'owner@example.cn' })]);
		const asked = await Promise.all([1, 2, 3].map(() => announce(db, by, edition.editionId)));
		expect(asked.filter(({ ok }) => ok).length).toBe(1);
		expect(await mailed()).toEqual(['owner@example.cn']);
		expect(await announce(db, by, edition.editionId)).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'nobody-due' }]
		});
		const told = (await db.select().from(audit)).filter(({ act }) => act === 'announce');
		expect(told.length).toBe(1);
	});

	it('reaches more than one write holds', async () => {
		const owner = await somebody(db, { email: 'owner@example.cn' });
		await issued(Array.from({ length: 60 }, () => owner));
		expect(await announce(db, by, edition.editionId)).toEqual({ ok: true, value: 60 });
		expect((await mailed()).length).toBe(60);
		const rows = await db.select().from(certificates);
		expect(rows.every(({ mailedAt }) => mailedAt === by.now)).toBe(true);
	});

	it('shows a mail before it is sent, and a failed one afterwards', async () => {
		await issued([await somebody(db, { email: 'owner@example.cn', name: '李零' })]);
		const shown = await previewMail(db, edition.editionId);
		expect([shown?.body.includes('一等奖'), shown?.body.includes('/certificates')]).toEqual([
			true,
			true
		]);
		await announce(db, by, edition.editionId);
		expect(await previewMail(db, edition.editionId)).toBe(null);
		await write(db, (tx) => tx.update(outbox).set({ state: 'failed', lastError: 'refused 550' }));
		const telling = await tellingOf(db, edition.editionId);
		expect([telling.mails.failed, telling.failed.map(({ error }) => error)]).toEqual([
			1,
			['refused 550']
		]);
	});
});

describe('the list of certificates', () => {
	it('finds by number, title, name and the beginning of a code', async () => {
		await issued([null, null, null]);
		const all = await db.select().from(certificates);
		const one = all.find(({ printed }) => printed.entry === '第1部')!;
		const found = async (q: string) =>
			(await listCertificates(db, edition.editionId, { q, state: 'all', page: 1 })).rows.map(
				({ id }) => id
			);
		for (const q of [one.number, '第1部', '李1', one.code.slice(0, 8), one.code])
			expect([q, await found(q)]).toEqual([q, [one.id]]);
		expect(await found("%' OR 1=1 --")).toEqual([]);
	});
});

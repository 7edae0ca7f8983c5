import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import type { Db } from '../db/open';
import { outbox, settings } from '../db/schema';
import { write } from '../db/write';
import { unseal } from '../keys';
import { putTemplate, readTemplate } from './templates';
import { mail, sealedFor } from '.';

const origin = 'https://lian.example.gov.cn';
const before = process.env.ORIGIN;
let db: Db;
beforeEach(async () => {
	process.env.ORIGIN = origin;
	db = await emptyDb();
});
afterEach(() => {
	if (before === undefined) delete process.env.ORIGIN;
	else process.env.ORIGIN = before;
});

const put = (template: Parameters<typeof putTemplate>[2]) =>
	write(db, (tx) => putTemplate(tx, 'reset', template, origin));
async function sent(locale: 'zh' | 'en') {
	await write(db, (tx) =>
		mail(tx, { to: 'a@b.cn', template: 'reset', locale, values: { link: '/x' }, now: NOON })
	);
	const row = (await db.select().from(outbox)).at(-1)!;
	return { subject: row.subject, body: unseal(row.body!, sealedFor(row.id))! };
}
const own = { subject: '改密码 {{site}}', body: '请点 {{link}}' };

it('the office’s text is sent in its language, our own in the other', async () => {
	expect(await put({ zh: own })).toEqual([]);
	expect(await sent('zh')).toEqual({
		subject: '改密码 廉图 · 余杭清廉文化地图',
		body: `请点 ${origin}/x`
	});
	expect((await sent('en')).subject).toContain('Set a new password');
});

it('a text with something wrong is refused with its language, and nothing is kept', async () => {
	expect(await put({ zh: own, en: { subject: 'x', body: '{{link}} {{evil}}' } })).toEqual([
		{ field: 'en.body', reason: 'unknown-placeholder', detail: { at: 9, name: 'evil' } }
	]);
	expect(await readTemplate(db, 'reset')).toEqual({});
});

it('going back to our own text leaves nothing behind', async () => {
	await put({ zh: own });
	await put(null);
	expect(await db.select().from(settings)).toEqual([]);
	expect((await sent('zh')).subject).toContain('重新设置密码');
});

it.each([
	['no template', 7],
	['a text that lost its link', { zh: { subject: 'x', body: 'no link' } }],
	['fields nobody asked for', { zh: { ...own, bcc: 'evil@evil.example' } }],
	['a subject that breaks its line', { zh: { ...own, subject: 'x\r\nBcc: a@b.c' } }]
])('%s in the table is not sent: our own text is', async (_what, value) => {
	await write(db, (tx) => tx.insert(settings).values({ key: 'mail.reset', value }));
	expect((await sent('zh')).subject).toContain('重新设置密码');
});

import { expect, it } from 'vitest';
import { emptyDb } from '$tests/make';
import { settings } from './db/schema';
import { contentVersion, write } from './db/write';
import { putSetting, securityContact, site } from './site';

it('a fresh site has a name and an empty footer', async () => {
	const fresh = await site(await emptyDb());
	expect(fresh.name.zh).toBe('廉图 · 余杭清廉文化地图');
	expect(Object.values({ ...fresh, name: null }).filter(Boolean)).toEqual([]);
});

it('what an office sets is shown at once and can be cleared', async () => {
	const db = await emptyDb();
	const set = (name: Parameters<typeof putSetting>[1], value: unknown) =>
		write(db, (tx) => putSetting(tx, name, value));
	expect(await set('footer.sponsor', { zh: '某办公室', en: 'An office' })).toBe(true);
	expect(await set('footer.mistakes', 'https://example.gov.cn/jiucuo')).toBe(true);
	expect(await set('security.contact', 'mailto:security@example.gov.cn')).toBe(true);
	expect((await site(db)).sponsor).toEqual({ zh: '某办公室', en: 'An office' });
	expect(await securityContact(db)).toBe('mailto:security@example.gov.cn');
	expect(await contentVersion(db)).toBe(3);
	await set('footer.sponsor', null);
	expect((await site(db)).sponsor).toBeNull();
});

it.each([
	['footer.icp', ''],
	['footer.icp', 'x'.repeat(61)],
	['footer.sponsor', '某办公室'],
	['footer.mistakes', 'javascript:alert(1)'],
	['footer.institution', 'http://example.gov.cn'],
	['security.contact', 'nobody']
] as const)('%s refuses %j and writes nothing', async (name, value) => {
	const db = await emptyDb();
	expect(await write(db, (tx) => putSetting(tx, name, value))).toBe(false);
	expect(await db.select().from(settings)).toEqual([]);
});

it('a damaged row counts as not set', async () => {
	const db = await emptyDb();
	await write(db, (tx) => tx.insert(settings).values({ key: 'footer.icp', value: { no: 1 } }));
	expect((await site(db)).icp).toBeNull();
});

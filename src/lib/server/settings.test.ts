import { expect, it } from 'vitest';
import { readSettingForm } from '$lib/domain/settings';
import { emptyDb } from '$tests/make';
import { asRole as by } from '$tests/people';
import { audit } from './db/schema';
import { group, saveGroup } from './settings';

const form = (given: Record<string, string>) => (name: string) => given[name] ?? '';

it('keeps a whole group in one act, and an unchanged form is no act', async () => {
	const db = await emptyDb();
	const { values } = readSettingForm(
		'footer',
		form({ 'footer.sponsor.zh': '某办公室', 'footer.icp': '浙ICP备00000000号' })
	);
	const { mark } = await group(db, 'footer');
	expect(await saveGroup(db, by('operator'), 'footer', { values, mark })).toEqual({
		ok: true,
		value: { changed: 2 }
	});
	const again = await group(db, 'footer');
	expect(again.values).toMatchObject({ 'footer.sponsor': { zh: '某办公室', en: null } });
	expect(await saveGroup(db, by('operator'), 'footer', { values, mark: again.mark })).toEqual({
		ok: true,
		value: { changed: 0 }
	});
	expect((await db.select().from(audit)).map(({ act, thing }) => [act, thing])).toEqual([
		['configure', 'footer']
	]);
});

it('refuses a form that is older than what stands, and loses nothing', async () => {
	const db = await emptyDb();
	const { mark } = await group(db, 'review');
	await saveGroup(db, by('operator'), 'review', { values: { 'review.steps': 2 }, mark });
	expect(
		await saveGroup(db, by('operator'), 'review', { values: { 'review.steps': 1 }, mark })
	).toEqual({ ok: false, refusals: [{ field: '', reason: 'changed-meanwhile' }] });
	expect((await group(db, 'review')).values).toEqual({ 'review.steps': 2, 'review.days': null });
});

it.each(['editor', 'approver', 'organizer', 'manager', 'juror', 'citizen'] as const)(
	'a %s changes no setting',
	async (role) => {
		const db = await emptyDb();
		const { mark } = await group(db, 'review');
		const said = await saveGroup(db, by(role), 'review', { values: { 'review.steps': 1 }, mark });
		expect(said).toEqual({ ok: false, refusals: [{ field: '', reason: 'refused' }] });
		expect((await group(db, 'review')).values).toEqual({
			'review.steps': null,
			'review.days': null
		});
	}
);

it('names the setting that does not fit and writes none of the others', async () => {
	const db = await emptyDb();
	const { mark } = await group(db, 'footer');
	const values = { 'footer.icp': '浙ICP备1号', 'footer.mistakes': 'javascript:alert(1)' };
	expect(await saveGroup(db, by('operator'), 'footer', { values, mark })).toEqual({
		ok: false,
		refusals: [{ field: 'footer.mistakes', reason: 'malformed' }]
	});
	expect((await group(db, 'footer')).values['footer.icp']).toBe(null);
});

it('takes a picture of the library for the mark, and nothing that is none', async () => {
	const db = await emptyDb();
	const { mark } = await group(db, 'brand');
	const values = { 'site.mark': 'a'.repeat(20) };
	expect(await saveGroup(db, by('operator'), 'brand', { values, mark })).toEqual({
		ok: false,
		refusals: [{ field: 'site.mark', reason: 'no-such' }]
	});
	expect((await group(db, 'brand')).values['site.mark']).toBe(null);
});

it('reads what a form says: English needs Chinese, counts have bounds, only what is off is kept', () => {
	expect(readSettingForm('brand', form({ 'site.name.en': 'Map' })).refusals).toEqual([
		{ field: 'site.name', reason: 'chinese-first' }
	]);
	expect(readSettingForm('review', form({ 'review.steps': '9' })).refusals).toEqual([
		{ field: 'review.steps', reason: 'out-of-range', detail: { min: 1, max: 5 } }
	]);
	expect(
		readSettingForm('modules', form({ 'modules.trails': 'on', 'modules.articles': 'on' })).values
	).toEqual({
		modules: { documents: false, events: false, contests: false, visits: false, stamps: false }
	});
});

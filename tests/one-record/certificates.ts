import { newDesign } from '$lib/domain/certificates/design';
import { formOf } from '$lib/domain/certificates/design-values';
import { certificates as table } from '$lib/server/db/schema';
import { designOf, saveDesign } from '$lib/server/certificates/designs';
import { issue } from '$lib/server/certificates/issue';
import { awarded } from '../certificates';
import { aPlan, anEdition } from '../contests';
import { photo } from '../media';
import { asRole, somebody } from '../people';
import type { At, Example, Examples, Sent } from './example';

const root = '/(studio)/studio/judging/[edition]/certificates';
const env = { dataDir: '/nowhere', storageUrl: 'file:/nowhere', films: {} as never };
const design = { ...formOf(newDesign()), 'issuer.text': '测试办公室', turned: 'landscape' };

/** An edition with one released award. */
async function won({ db }: At): Promise<string> {
	const now = Date.now();
	const edition = await anEdition(db, { plan: aPlan({}, now), now });
	const owner = await somebody(db);
	await awarded(db, edition, [{ names: ['李青'], owner }], now);
	return edition.editionId;
}

/** Its certificate, issued. */
async function issued(at: At): Promise<{ edition: string; id: string }> {
	const edition = await won(at);
	const by = asRole('organizer', { now: Date.now() });
	const own = newDesign();
	own.fields.issuer.text = '测试办公室';
	await saveDesign(at.db, by, edition, { from: 0, design: own });
	const { version } = (await designOf(at.db, edition))!;
	await issue(at.db, by, env, edition, { version, without: false, early: true });
	const rows = await at.db.select().from(table);
	return { edition, id: rows.find(({ editionId }) => editionId === edition)!.id };
}

const office = (send: Example['send'], more: Partial<Example> = {}): Example => ({
	as: 'organizer',
	send,
	bad: { params: { edition: '0'.repeat(20), id: '0'.repeat(20) }, form: {} },
	...more
});
const of =
	(form: Sent['form']) =>
	async (at: At): Promise<Sent> => ({ params: { ...(await issued(at)) }, form });

/** What the office sends about certificates. */
export const certificates: Examples = {
	[`${root} ?/issue`]: office(async (at) => {
		const edition = await won(at);
		const by = asRole('organizer', { now: Date.now() });
		const own = newDesign();
		own.fields.issuer.text = '测试办公室';
		await saveDesign(at.db, by, edition, { from: 0, design: own });
		return { params: { edition }, form: { version: '1', early: 'on' } };
	}),
	[`${root} ?/announce`]: office(async (at) => {
		const { edition } = await issued(at);
		return { params: { edition }, form: {} };
	}),
	[`${root}/design ?/look`]: office(
		async (at) => ({ params: { edition: await won(at) }, form: design }),
		{ none: 'shows how it would look and keeps nothing' }
	),
	[`${root}/design ?/save`]: office(async (at) => ({
		params: { edition: await won(at) },
		form: { ...design, from: '0' }
	})),
	[`${root}/design ?/upload`]: office(
		async (at) => ({
			params: { edition: await won(at) },
			form: {
				...design,
				...{ 'upload.as': 'seal', 'upload.alt': '某某单位印章', 'upload.licence': 'own' },
				'upload.file': new File([new Uint8Array(await photo(60, 40, { seed: 99 }))], 'a.png')
			}
		}),
		{ bad: { form: { 'upload.alt': '印章', 'upload.licence': 'own' } } }
	),
	[`${root}/[id] ?/revoke`]: [
		office(of({ kind: 'mistake', why: '发错' }), {
			none: 'asks first',
			what: 'asks'
		}),
		office(of({ kind: 'mistake', why: '发错', sure: 'yes' }), { what: 'revokes' })
	],
	[`${root}/[id] ?/reissue`]: office(of({ names: '李清', unit: '', why: '姓名有误' })),
	[`${root}/[id] ?/erase`]: office(of({ sure: 'yes' }))
};

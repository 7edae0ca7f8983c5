import { expect, it } from 'vitest';
import type { Plan } from '$lib/domain/contests/plan';
import type { Locale } from '$lib/domain/locale';
import { contests as enCall } from '$lib/words/en/contests';
import { paperForm as en } from '$lib/words/en/paper-form';
import { contests as zhCall } from '$lib/words/zh/contests';
import { paperForm as zh } from '$lib/words/zh/paper-form';
import { anEdition, aPlan } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { drawn, draws } from '$tests/paper';
import { blankForm } from './blank-form';
import { publicEdition } from './public';

async function printed(
	plan: Plan | null,
	{ locale = 'zh' as Locale, faces = undefined as readonly string[] | undefined } = {}
): Promise<Buffer | null> {
	const db = await emptyDb();
	const { contestSlug, slug } = await anEdition(db, plan ? { plan } : {});
	const found = (await publicEdition(db, contestSlug, slug, NOON))!;
	const words = locale === 'en' ? { form: en, call: enCall } : { form: zh, call: zhCall };
	const address = `https://example.cn/contests/${contestSlug}/${slug}`;
	const given = plan ? found : { ...found, plan: null };
	return blankForm(given, { locale, address, words, now: NOON }, faces);
}

/** How many pages a PDF says it has. */
const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;

it.skipIf(!draws).each([
	['the type of the system', undefined],
	['outlines of our own type', []]
])('what may be ticked stands on the paper as ink, in %s', async (_, faces) => {
	const plan = aPlan();
	const renamed = plan.categories.map((one) => ({ ...one, title: { zh: '廉', en: null } }));
	const [full, bare] = await Promise.all(
		[plan, { ...plan, categories: renamed }].map(async (one) =>
			drawn((await printed(one, { faces }))!)
		)
	);
	expect(full! - bare!).toBeGreaterThan(60);
});

it('every question is asked, and who answers finds room: more of them make more pages', async () => {
	const plan = aPlan();
	const question = (n: number): Plan['questions'][number] => ({
		id: `q${n}`,
		kind: 'long',
		label: { zh: `第 ${n} 问`, en: null },
		help: null,
		required: true,
		categories: null,
		options: [],
		max: null,
		personal: false,
		jury: false
	});
	const many = { ...plan, questions: Array.from({ length: 16 }, (_, n) => question(n)) };
	const [few, more] = await Promise.all([printed(plan), printed(many)]);
	expect(pages(more!)).toBeGreaterThan(pages(few!)!);
});

it('there is one in English too, and none for an edition of which only figures are known', async () => {
	const form = await printed(aPlan(), { locale: 'en' });
	expect(form!.subarray(0, 5).toString()).toBe('%PDF-');
	expect(await printed(null)).toBe(null);
});

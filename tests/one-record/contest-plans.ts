import { createCode } from '$lib/server/contests/codes';
import { anEdition, aPlan } from '../contests';
import type { AnEdition } from '../contests';
import type { At, Example, Examples, Sent } from './example';

let made = 0;
const where = ({ contestSlug: contest, slug: edition }: AnEdition) => ({ contest, edition });
const nowhere = { contest: 'nowhere', edition: '0' };

const facts = (n: number) => ({
	'title.zh': `第${n}届`,
	'title.en': '',
	ordinal: String(n),
	slug: String(n)
});
const contest = (slug: string, title = '新大赛') => ({
	'title.zh': title,
	slug,
	kind: 'film',
	shown: 'on'
});

/** An organizer’s deed on an edition that stands; wrong, it is done to one that does not. */
const office = (
	send: (edition: AnEdition, at: At) => Sent['form'] | Promise<Sent['form']>,
	{ state = 'draft' as 'draft' | 'published', plan = () => aPlan({}, Date.now()), more = {} } = {}
): Example => ({
	as: 'organizer',
	send: async (at) => {
		const edition = await anEdition(at.db, { state, plan: plan(), now: Date.now() });
		return { params: { ...where(edition), ...more }, form: (await send(edition, at)) ?? {} };
	},
	bad: { params: { ...nowhere, ...more }, form: { do: 'save' } }
});

/** What organizers do to contests, editions and their plans. */
export const contestPlans: Examples = {
	'/(studio)/studio/contests/new ?/default': {
		as: 'organizer',
		send: async () => ({ form: contest(`new-contest-${++made}`) })
	},
	'/(studio)/studio/contests/[contest] ?/default': office(({ contestSlug }) =>
		contest(contestSlug, '改了名')
	),
	'/(studio)/studio/contests/[contest]/new ?/default': office(({ editionId }) => ({
		...facts(8),
		from: editionId,
		dates: 'clear'
	})),
	'/(studio)/studio/contests/[contest]/[edition] ?/publish': office(() => ({ version: '1' })),
	'/(studio)/studio/contests/[contest]/[edition] ?/facts': office(() => facts(9)),
	'/(studio)/studio/contests/[contest]/[edition] ?/archive': office(() => ({ sure: 'on' }), {
		state: 'published',
		plan: () => aPlan({}, Date.now() - 60 * 86_400_000)
	}),
	'/(studio)/studio/contests/[contest]/[edition] ?/remove': office(() => ({ sure: 'on' })),
	'/(studio)/studio/contests/[contest]/[edition]/[section=plansection] ?/default': [
		office(() => ({ version: '1', numbering: '{edition}-{n:5}' }), {
			more: { section: 'numbering' }
		}),
		{
			...office(() => ({ do: 'add:crew', version: '1' }), { more: { section: 'form' } }),
			what: 'adds a row to the form',
			none: 'the form is drawn anew and nothing is saved',
			bad: null
		}
	],
	'/(studio)/studio/contests/[contest]/[edition]/categories/[category] ?/default': office(
		() => ({ version: '1' }),
		{ more: { category: 'video' } }
	),
	'/(studio)/studio/contests/[contest]/[edition]/figures ?/default': office(() => ({
		'figures.0.key': 'entries',
		'figures.0.label.zh': '征集作品',
		'figures.0.value': '',
		'figures.0.note.zh': '没有查到公开数字。'
	})),
	'/(studio)/studio/contests/[contest]/[edition]/codes ?/create': office(
		() => ({ reason: '停电一天', hours: '24' }),
		{ state: 'published' }
	),
	'/(studio)/studio/contests/[contest]/[edition]/codes ?/revoke': office(
		async ({ editionId }, { db, me }) => {
			const code = await createCode(db, await me.by(), editionId, { reason: '断网', hours: 2 });
			return { id: code.ok ? code.value.id : '' };
		},
		{ state: 'published' }
	)
};

import { savedViews } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { describe } from '$lib/domain/studio/noun';
import { contentOf } from '$lib/server/studio/items';
import { enter } from '$lib/server/studio/enter';
import { place, putAll } from '../make';
import type { At, Example, Examples, Sent } from './example';
import { facts, picture } from './library';
import { deedOf, gone, inputs, list, pageInputs, view } from './review';

/** Manages a town, and not the one things stand in here. */
const manager = { role: 'manager', scope: { kind: 'town', id: 'pingyao' } } as const;

/** A place of another town, and what a form says of it. */
async function foreign({ db }: At): Promise<Sent> {
	const [id] = await putAll(db, [place({ town: 'jingshan' })], Date.now());
	await write(db, (tx) => enter(tx, 'places'));
	const params = { noun: 'places', id: id! };
	const content = await contentOf(db, { noun: 'places', id: id! }, 0);
	const said = inputs(describe('places').fields, content!);
	return { params, form: { ...said, number: '0', base: '0', item: `${id}@0@0` } };
}
const neighbour: Example = { as: manager, what: 'of a neighbour', send: foreign };
const typed: Example = {
	...neighbour,
	send: async (at) => {
		const { params } = await foreign(at);
		return { params: params!, json: { base: 0, content: {} } };
	}
};

/** A picture somebody else has put into the library. */
const theirs = async (at: At): Promise<string> => picture({ ...at, me: await at.person('editor') });
const their = (form: Sent['form'] = {}): Example => ({
	as: manager,
	what: 'of somebody else',
	send: async (at) => ({ params: { id: await theirs(at) }, form })
});
const chosen: Example = { ...their(), send: async (at) => ({ form: { id: await theirs(at) } }) };

const page = (id: string): Sent => ({ params: { noun: 'pages', id }, form: { number: '1' } });
const itself = (form: Sent['form'] = {}): Example => ({
	as: 'operator',
	what: 'to oneself',
	send: ({ me }) => Promise.resolve({ params: { id: me.id }, form })
});
const media = '/(studio)/studio/media';

/** What a door lets somebody come to, and may not be done by them to this one thing. */
export const refused: Examples = {
	[`${list}/[id] ?/save`]: [
		neighbour,
		{
			as: 'approver',
			what: 'by who only reviews',
			send: async (at) => ({
				...page(await gone(at, 'draft')),
				form: { ...pageInputs(), base: '1' }
			})
		}
	],
	[`${list}/[id]/autosave POST`]: typed,
	[`${list}/[id]/history ?/restore`]: neighbour,
	...Object.fromEntries(
		(
			[
				'submit',
				'recall',
				'approve',
				'return',
				'schedule',
				'publish',
				'withdraw',
				'trash',
				'restore',
				'mask'
			] as const
		).map((deed) => [deedOf(deed), neighbour])
	),
	[deedOf('approve')]: [
		neighbour,
		{ as: 'editor', what: 'a last step', send: async (at) => page(await gone(at, 'review')) },
		{
			as: 'operator',
			what: 'one’s own work',
			send: async (at) => page(await gone(at, 'review', at.me))
		}
	],
	...Object.fromEntries(
		['submit', 'withdraw', 'trash', 'restore'].map((deed) => [`${list} ?/${deed}`, neighbour])
	),
	[`${list} ?/dropView`]: {
		as: 'editor',
		what: 'of a colleague',
		send: async (at) => {
			const other = await at.person('editor');
			const params = { noun: 'pages' };
			await other.send(`${list} ?/keepView`, { params, form: { ...view, shared: 'yes' } });

			const rows = await at.db.select().from(savedViews);
			return { params, form: { view: rows.find(({ personId }) => personId === other.id)!.id } };
		}
	},
	[`${media} ?/trash`]: chosen,
	[`${media} ?/restore`]: chosen,
	[`${media}/[id] ?/describe`]: their(facts),
	[`${media}/[id] ?/frame`]: their({
		focalX: '20',
		focalY: '30',
		cropX: '0',
		cropY: '0',
		cropWidth: '50',
		cropHeight: '50'
	}),
	[`${media}/[id] ?/adopt`]: their({ other: 'x' }),
	[`${media}/[id] ?/trash`]: their(),
	[`${media}/[id] ?/restore`]: their(),
	[`${media}/upload PUT`]: {
		as: manager,
		what: 'in the place of somebody else’s',
		send: async (at) => ({
			search: { name: 'a.jpg', replace: await theirs(at) },
			bytes: Buffer.from('x')
		})
	},
	'/(studio)/studio/people/[id] ?/grant': itself({ role: 'juror' }),
	'/(studio)/studio/people/[id] ?/revoke': itself({ role: 'operator' }),
	'/(studio)/studio/people/[id] ?/disable': itself(),
	'/(studio)/studio/people/[id] ?/forget': itself()
};

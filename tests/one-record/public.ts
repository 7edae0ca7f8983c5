import { eq } from 'drizzle-orm';
import { places } from '$lib/server/db/schema';
import { place, putAll } from '../make';
import type { At, Examples } from './example';

/** The address of a place the public sees. */
async function publicPlace({ db }: At): Promise<string> {
	const [id] = await putAll(db, [place()], Date.now());
	const [row] = await db.select({ slug: places.slug }).from(places).where(eq(places.id, id!));
	return row!.slug;
}

/** What visitors of public pages send. */
export const visitors: Examples = {
	'/preferences POST': {
		as: null,
		none: 'it sets two cookies of the browser that asks',
		send: { form: { mode: 'elder', theme: 'dark', from: '/places' } }
	},
	'/(public)/places/[slug]/correct ?/default': {
		as: null,
		send: async (at) => ({
			params: { slug: await publicPlace(at) },
			form: { field: 'address', statement: '门牌号应为 12 号。', evidence: '门口的牌子' }
		}),
		bad: async (at) => ({ params: { slug: await publicPlace(at) }, form: { field: 'address' } })
	}
};

import { eq } from 'drizzle-orm';
import { places } from '$lib/server/db/schema';
import { addGuide, guidesOf } from '$lib/server/visits/guides';
import { agreed, asked, hall, offered, receiver, typed } from '../visits';
import type { At, Example, Examples, Sent } from './example';

const HALL = '/(public)/places/[slug]/visit';
const LINK = '/(public)/visits/[token]';
const ONE = '/(studio)/studio/visits/[id]';
const PLAN = '/(studio)/studio/visits/places/[id]';

const DAY = 86_400_000;
const now = () => Date.now();
const nowhere = { id: '0'.repeat(20), token: '0'.repeat(40) };
/** No holiday, however long, comes between a request of today and its visit. */
const place = ({ db }: At) => hall(db, { cutOff: 0 });
const letter = () => new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'], { type: 'application/pdf' });

type Make = (at: At) => Promise<{ id: string; link: string }>;
const waiting: Make = async (at) => asked(at.db, await place(at), {}, { now: now() });
const open: Make = async (at) => offered(at.db, await place(at), {}, { now: now() });
const settled: Make = async (at) => agreed(at.db, await place(at), {}, { now: now() });
/** A visit of yesterday, agreed six days ago. */
const past: Make = async (at) => agreed(at.db, await place(at), {}, { now: now() - 6 * DAY });

type Form = NonNullable<Sent['form']>;
/** A request of the office about one visit. */
const office = (make: Make, form: Form = {}): Example => ({
	as: 'organizer',
	send: async (at) => ({ params: { id: (await make(at)).id }, form }),
	bad: { params: nowhere, form: {} }
});
/** A request of whoever has the link of a visit. */
const group = (make: Make, form: Form = {}): Example => ({
	as: null,
	send: async (at) => ({ params: { token: (await make(at)).link }, form }),
	bad: { params: nowhere, form: {} }
});
/** A request of the office about the plan of a place. */
const plan = (form: (at: At, id: string) => Promise<Form> | Form): Example => ({
	as: 'organizer',
	send: async (at) => {
		const id = await place(at);
		return { params: { id }, form: await form(at, id) };
	},
	bad: { params: nowhere, form: {} }
});

async function sent(at: At): Promise<Sent> {
	const id = await place(at);
	const [row] = await at.db.select({ slug: places.slug }).from(places).where(eq(places.id, id));
	const { agreed: yes, ...form } = typed({}, now());
	return { params: { slug: row!.slug }, form: { ...form, agreed: yes ? 'yes' : '' } };
}

/** What groups send, with nothing but a link. */
export const visiting: Examples = {
	[`${HALL} ?/default`]: {
		as: null,
		send: sent,
		bad: async (at) => ({ ...(await sent(at)), form: { heads: '10000' } })
	},
	[`${LINK} ?/confirm`]: group(open),
	[`${LINK} ?/heads`]: group(waiting, { heads: '9' }),
	[`${LINK} ?/letter`]: group(waiting, { letter: letter() }),
	[`${LINK} ?/cancel`]: group(settled, { sure: 'yes' })
};

/** What the office does with them. */
export const receiving: Examples = {
	[`${ONE} ?/offer`]: {
		...office(waiting),
		send: async (at) => ({
			params: { id: (await waiting(at)).id },
			form: { slot: typed({}, now()).slot }
		})
	},
	[`${ONE} ?/confirm`]: office(open),
	[`${ONE} ?/guides`]: office(open),
	[`${ONE} ?/heads`]: office(settled, { heads: '5' }),
	[`${ONE} ?/decline`]: office(waiting, { reason: '当天闭馆' }),
	[`${ONE} ?/cancel`]: office(settled, { reason: '当天停电' }),
	[`${ONE} ?/came`]: office(past, { came: '7' }),
	[`${ONE} ?/missed`]: office(past),
	[`${PLAN} ?/plan`]: plan(() => ({
		...{ open: 'yes', slot: '60', batch: '20', parallel: '2', largest: '40' },
		...{ cutOff: '3', ahead: '60', hold: '2', letterFrom: '', zh: '', en: '' }
	})),
	[`${PLAN} ?/add`]: plan(() => ({ name: '讲解员甲' })),
	[`${PLAN} ?/remove`]: plan(async ({ db }, id) => {
		await addGuide(db, receiver(now()), id, '讲解员甲');
		return { guide: (await guidesOf(db, id))[0]!.id };
	})
};

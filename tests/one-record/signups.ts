import { eq } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { cancelBooking } from '$lib/server/signups/cancel';
import { nameChance, sealDraw } from '$lib/server/signups/draw';
import { signUp } from '$lib/server/signups/sign-up';
import { seatDraws } from '$lib/server/db/schema';
import { organizer, plantEvent } from '../events';
import type { Planted } from '../events';
import type { At, Example, Examples, Sent } from './example';

const JOIN = '/(public)/events/[slug]/join/[occasion]';
const PAGE = '/(public)/bookings/[token]';
const PLAN = '/(studio)/studio/events/[id]/admission';
const DAY = 86_400_000;

const nobody = (now = Date.now()): By => ({ who: null, address: null, now });
const fields = (n: number) => ({
	...{ name: `甲${n}`, mail: `one${n}@example.cn`, phone: '', group: '', heads: '1' }
});
let people = 0;

/** Somebody signed up for a date that has one seat; the second waits. */
async function joined(at: At, count = 1): Promise<{ planted: Planted; links: string[] }> {
	const planted = await plantEvent(at.db, {
		now: Date.now(),
		admission: { capacity: 1, reminders: [] }
	});
	const links: string[] = [];
	for (let n = 0; n < count; n++) {
		const typed = { ...fields(++people), zone: '', seats: [], answers: {}, consent: true };
		const said = await signUp(at.db, nobody(), planted.occasions[0]!.id, typed, {
			formKey: '',
			locale: 'zh'
		});
		if (!said.ok) throw new Error(JSON.stringify(said.refusals));
		links.push(said.value.link);
	}
	return { planted, links };
}

const bad: Sent = { params: { token: '0'.repeat(40), occasion: 'never' }, form: {} };

/** What people send who sign up, change their mind or cancel. */
export const signing: Examples = {
	[`${JOIN} ?/default`]: {
		as: null,
		send: async (at) => {
			const { slug, occasions } = await plantEvent(at.db, { now: Date.now() });
			return {
				params: { slug, occasion: occasions[0]!.key },
				form: { ...fields(++people), consent: 'yes' }
			};
		},
		bad
	},
	[`${PAGE} ?/change`]: {
		as: null,
		send: async (at) => {
			const { links } = await joined(at);
			return { params: { token: links[0]! }, form: { ...fields(people), name: '乙' } };
		},
		bad
	},
	[`${PAGE} ?/cancel`]: {
		as: null,
		// Whoever waits is offered the seat in the same act.
		send: async (at) => ({ params: { token: (await joined(at, 2)).links[0]! } }),
		bad
	},
	[`${PAGE} ?/accept`]: {
		as: null,
		send: async (at) => {
			const { links } = await joined(at, 2);
			await cancelBooking(at.db, nobody(), links[0]!);
			return { params: { token: links[1]! } };
		},
		bad
	}
};

const organized = (send: Example['send'], more: Partial<Example> = {}): Example => ({
	as: 'organizer',
	send,
	bad: { params: { id: '0'.repeat(20) }, form: { date: '0'.repeat(20) } },
	...more
});
const plan = {
	...{ mode: 'order', open: 'yes', capacity: '30', mostHeads: '4', perContact: '1' },
	...{ contact: 'either', closesBefore: '1', cancelBefore: '1', waiting: 'yes' },
	...{ offerHours: '24', reminders: '24', keepDays: '30' }
};
const drawing = (at: At, startsAt: number) =>
	plantEvent(at.db, {
		...{ now: Date.now(), startsAt },
		admission: { mode: 'draw', capacity: 1, closesBefore: 60, reminders: [] }
	});

/** What the office sends about how one signs up. */
export const admitting: Examples = {
	[`${PLAN} ?/save`]: [
		organized(
			async (at) => {
				const { eventId } = await plantEvent(at.db, { now: Date.now(), admission: null });
				return { params: { id: eventId }, form: { ...plan, revision: '0', do: 'save' } };
			},
			{ what: 'saves' }
		),
		organized(
			async (at) => {
				const { eventId } = await plantEvent(at.db, { now: Date.now() });
				return { params: { id: eventId }, form: { ...plan, revision: '1', do: 'preview' } };
			},
			{ none: 'only shows the form', what: 'looks' }
		)
	],
	[`${PLAN} ?/chance`]: organized(async (at) => {
		const { eventId, occasions } = await drawing(at, Date.now() + DAY);
		return {
			params: { id: eventId },
			form: { date: occasions[0]!.id, chance: '某期开奖号码' }
		};
	}),
	[`${PLAN} ?/draw`]: organized(async (at) => {
		const startsAt = Date.now() + 3_600_000 + 60_000;
		const { eventId, occasions } = await drawing(at, startsAt);
		const { id } = occasions[0]!;
		for (let n = 0; n < 2; n++)
			await signUp(
				at.db,
				nobody(),
				id,
				{ ...fields(++people), zone: '', seats: [], answers: {}, consent: true },
				{ formKey: '', locale: 'zh' }
			);
		await nameChance(at.db, organizer(Date.now()), id, '某期开奖号码');
		await sealDraw(at.db, nobody(startsAt - 3_600_000), id);
		const [row] = await at.db.select().from(seatDraws).where(eq(seatDraws.occasionId, id));
		if (!row?.sealedAt) throw new Error('not sealed');
		return { params: { id: eventId }, form: { date: id, words: '03 11 19' } };
	})
};

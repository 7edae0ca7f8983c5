import { eq } from 'drizzle-orm';
import { bookings, items, outbox } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { signUp } from '$lib/server/signups/sign-up';
import { plantEvent } from '../events';
import type { At, Example, Examples } from './example';

const DESK = '/(studio)/studio/events/[id]';

const cancel = { deed: 'cancel', date: 'all', whyZh: '场地检修', whyEn: '' };
const nowhere = { params: { id: '0'.repeat(20) }, form: { deed: 'cancel', date: 'all' } };
const office = (more: Partial<Example> & Pick<Example, 'send'>): Example => ({
	...{ as: 'editor', bad: nowhere },
	...more
});

let people = 0;

/** An event somebody signed up for. */
async function joined(at: At) {
	const planted = await plantEvent(at.db, { now: Date.now(), admission: { reminders: [] } });
	const said = await signUp(
		at.db,
		{ who: null, address: null, now: Date.now() - 60_000 },
		planted.occasions[0]!.id,
		{
			...{ name: '甲', mail: `office${++people}@example.cn`, phone: '', group: '', heads: '1' },
			...{ zone: '', seats: [], answers: {}, consent: true }
		},
		{ formKey: '', locale: 'zh' }
	);
	if (!said.ok) throw new Error(JSON.stringify(said.refusals));
	const [row] = await at.db
		.select({ id: bookings.id })
		.from(bookings)
		.where(eq(bookings.eventId, planted.eventId));
	return { id: planted.eventId, date: planted.occasions[0]!.id, booking: row!.id };
}

/** What the office sends about an event that people signed up for. */
export const running: Examples = {
	[`${DESK}/dates ?/change`]: [
		office({
			what: 'cancels',
			send: async (at) => {
				const { eventId } = await plantEvent(at.db, { now: Date.now() });
				return { params: { id: eventId }, form: { ...cancel, do: 'send' } };
			}
		}),
		office({
			what: 'looks',
			none: 'only shows the mail before it goes',
			send: async (at) => {
				const { eventId } = await plantEvent(at.db, { now: Date.now() });
				return { params: { id: eventId }, form: { ...cancel, do: 'look' } };
			}
		})
	],
	[`${DESK}/signups ?/show`]: office({
		as: 'organizer',
		bad: { params: { id: '0'.repeat(20) } },
		send: async (at) => ({ params: { id: (await joined(at)).id } })
	}),
	[`${DESK}/signups ?/refuse`]: office({
		as: 'organizer',
		bad: { params: { id: '0'.repeat(20) }, form: { booking: '0'.repeat(20), why: '人满' } },
		send: async (at) => {
			const { id, booking } = await joined(at);
			return { params: { id }, form: { booking, why: '报名两次' } };
		}
	}),
	[`${DESK}/mails ?/again`]: office({
		as: 'organizer',
		bad: { params: { id: '0'.repeat(20) }, form: { mail: '0'.repeat(20) } },
		send: async (at) => {
			const { id, booking } = await joined(at);
			await write(at.db, (tx) =>
				tx
					.update(outbox)
					.set({ state: 'failed', lastError: 'refused 550' })
					.where(eq(outbox.bookingId, booking))
			);
			return { params: { id }, form: {} };
		}
	}),
	[`${DESK}/mails ?/write`]: office({
		as: 'organizer',
		bad: { params: { id: '0'.repeat(20) }, form: { date: '0'.repeat(20), do: 'send' } },
		send: async (at) => {
			const { id, date } = await joined(at);
			return { params: { id }, form: { date, to: 'confirmed', text: '请带雨衣。', do: 'send' } };
		}
	})
};

/** An event of a town that its sender does not manage, as the studio lists it. */
async function foreign({ db }: At) {
	const now = Date.now();
	const { eventId, slug, occasions } = await plantEvent(db, { now });
	await write(db, (tx) =>
		tx.insert(items).values({
			...{ noun: 'events', id: eventId, slug, titleZh: '别处的活动', sortKey: 'b' },
			...{ state: 'published', updatedAt: now }
		})
	);
	return { id: eventId, date: occasions[0]!.id };
}
const neighbour = (form: (date: string) => Record<string, string>): Example => ({
	as: { role: 'manager', scope: { kind: 'town', id: 'pingyao' } },
	what: 'of a neighbour',
	send: async (at) => {
		const { id, date } = await foreign(at);
		return { params: { id }, form: form(date) };
	}
});

/** Managers who try the sign-ups and the doors of others. */
export const meddling: Examples = {
	[`${DESK}/admission ?/save`]: neighbour(() => ({ mode: 'order', revision: '1', do: 'save' })),
	[`${DESK}/admission ?/chance`]: neighbour((date) => ({ date, chance: '某期开奖号码' })),
	[`${DESK}/admission ?/draw`]: neighbour((date) => ({ date, words: '03' })),
	[`${DESK}/door ?/open`]: neighbour((date) => ({ date, kind: 'scanner', name: '西门' })),
	[`${DESK}/door ?/shut`]: neighbour(() => ({ gate: 'any' })),
	[`${DESK}/door ?/walkins`]: neighbour((date) => ({ date, allow: 'yes' })),
	[`${DESK}/door ?/tick`]: neighbour((date) => ({ date, code: 'K7QX2M4P', heads: '1' }))
};

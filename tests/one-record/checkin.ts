import { deed, gate, guest, plantDoor } from '../checkin';
import type { At, Example, Examples, Sent } from './example';

const GATE = '/gate/[key]';
const DOOR = '/(studio)/studio/events/[id]/door';

/** A date whose door is open, a gate of it, and somebody who signed up. */
async function opened({ db }: At, kind = 'scanner') {
	const now = Date.now();
	const planted = await plantDoor(db, now);
	const date = planted.occasions[0]!.id;
	return {
		...{ planted, date, now, ...(await guest(db, date, { now })) },
		gate: await gate(db, planted, { kind, now })
	};
}
const bad: Sent = { params: { key: '0'.repeat(40) }, form: { code: 'K7QX2M4P' } };

/** What those who stand at a door send. */
export const entering: Examples = {
	[`${GATE} ?/check`]: {
		as: null,
		send: async (at) => {
			const { gate, row } = await opened(at, 'kiosk');
			return { params: { key: gate.key }, form: { code: row.code } };
		},
		bad
	},
	[`${GATE}/look POST`]: {
		as: null,
		none: 'only says whether somebody may come in',
		send: async (at) => {
			const { gate, ticket } = await opened(at, 'kiosk');
			return { params: { key: gate.key }, json: { text: ticket } };
		},
		bad: { params: { key: '0'.repeat(40) }, json: { text: 'K7QX2M4P' } }
	},
	[`${GATE}/sync POST`]: {
		as: null,
		send: async (at) => {
			const { gate, ticket, now } = await opened(at);
			return {
				params: { key: gate.key },
				json: { deeds: [deed(ticket, { deviceAt: now, done: true })] }
			};
		},
		bad: { params: { key: '0'.repeat(40) }, json: { deeds: [deed('K7QX2M4P')] } }
	}
};

const office = (
	form: (made: Awaited<ReturnType<typeof opened>>) => Record<string, string>
): Example => ({
	as: 'organizer',
	send: async (at) => {
		const made = await opened(at);
		return { params: { id: made.planted.eventId }, form: form(made) };
	},
	bad: { params: { id: '0'.repeat(20) }, form: { date: '0'.repeat(20), code: '', heads: '1' } }
});

/** What the office sends about a door. */
export const doorkeeping: Examples = {
	[`${DOOR} ?/open`]: office(({ date }) => ({ date, kind: 'scanner', name: '西门' })),
	[`${DOOR} ?/shut`]: office(({ gate }) => ({ gate: gate.id })),
	[`${DOOR} ?/walkins`]: office(({ date }) => ({ date, allow: 'yes' })),
	[`${DOOR} ?/tick`]: office(({ date, row }) => ({ date, code: row.code, heads: '1' }))
};

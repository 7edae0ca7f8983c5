import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { bookings } from '$lib/server/db/schema';
import { plantEvent } from '$tests/events';
import { emptyDb } from '$tests/make';
import { actions, load } from './+page.server';

const fields = {
	name: '王小明',
	mail: 'li@example.cn',
	heads: '1',
	consent: 'yes',
	key: 'k'.repeat(24)
};

async function room(published: boolean) {
	const now = Date.now();
	const db = await emptyDb();
	const { slug, occasions, eventId } = await plantEvent(db, {
		...{ now, published },
		admission: { reminders: [] }
	});
	const params = { slug, occasion: occasions[0]!.key };
	const locals = { db, now, locale: 'zh', who: null, by: { who: null, address: null, now } };
	const send = (over: Record<string, string> = {}, at = params) =>
		Promise.resolve(
			actions.default!({
				...{ params: at, locals, getClientAddress: () => '192.0.2.7' },
				request: new Request('https://lian.invalid/join', {
					method: 'POST',
					body: new URLSearchParams({ ...fields, ...over })
				})
			} as never)
		).catch((thrown: unknown) => thrown as { status: number; location?: string });
	const look = (at = params) =>
		Promise.resolve(load({ params: at, locals, setHeaders: () => undefined } as never)).catch(
			(thrown: unknown) => thrown as { status: number }
		);
	return { db, eventId, params, send, look };
}

it('a date that is not public answers a form as one there is not', async () => {
	const { db, params, send, look } = await room(false);
	const nowhere = { ...params, slug: 'nowhere' };
	expect([await send(), await look()]).toEqual([await send({}, nowhere), await look(nowhere)]);
	expect(await send()).toMatchObject({ status: 404 });
	expect(await db.$count(bookings)).toBe(0);
});

it('a form sent twice at once is one sign-up, and both lead to its page', async () => {
	const { db, eventId, send } = await room(true);
	const [one, two] = await Promise.all([send(), send()]);
	expect([one, two]).toMatchObject([{ status: 303 }, { status: 303 }]);
	expect((one as { location: string }).location).toBe((two as { location: string }).location);
	expect(await db.$count(bookings, eq(bookings.eventId, eventId))).toBe(1);
});

it.each([
	['name', '王\r\nBcc: all@example.cn', 'control'],
	['name', '王'.repeat(100_000), 'too-long'],
	['group', '一班\u202e', 'control'],
	['mail', 'li@example.cn\r\nBcc: all@example.cn', 'bad-address'],
	['mail', 'li@example.cn, wang@example.cn', 'bad-address'],
	['phone', '138\r\n00001111', 'bad-phone'],
	['heads', '10000', 'too-many-heads'],
	['heads', '1e3', 'bad-number'],
	['heads', '99999999999999999999', 'bad-number'],
	['zone', 'x'.repeat(100_000), 'ok']
])('%s of %.20j is refused with a sentence: %s', async (name, value, reason) => {
	const { db, send } = await room(true);
	const answer = (await send({ [name]: value })) as {
		status: number;
		data?: { refusals: { field: string; reason: string }[] };
	};
	// A part of a hall that has none is nobody's wish.
	if (reason === 'ok') return expect(answer.status).toBe(303);
	expect([answer.status, answer.data?.refusals.map((one) => [one.field, one.reason])]).toEqual([
		...[422, [[name, reason]]]
	]);
	expect(await db.$count(bookings)).toBe(0);
});

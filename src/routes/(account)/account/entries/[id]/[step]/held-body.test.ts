import { afterEach, expect, test, vi } from 'vitest';
import { entries } from '$lib/server/db/schema';
import { aPlan, anEdition, anEntry, content } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { acting, signedIn, somebody } from '$tests/people';
import { actions } from './+page.server';

afterEach(() => void vi.useRealTimers());

test('a submission begun before the close whose form ends after it is late', async () => {
	const db = await emptyDb();
	const plan = aPlan();
	for (const statement of plan.statements) statement.required = false;
	plan.dates = { ...plan.dates, closesAt: NOON + 1000, graceMinutes: 0, correctUntil: null };
	plan.categories[0]!.materials = [];
	const edition = await anEdition(db, { plan });
	const li = await acting(db, await signedIn(db, await somebody(db)));
	const { id } = await anEntry(db, edition, {
		owner: li.who.id,
		content: content({ agreed: [] }),
		createdAt: NOON
	});
	vi.useFakeTimers({ toFake: ['Date'], now: NOON });
	let line!: ReadableStreamDefaultController<Uint8Array>;
	const body = new ReadableStream<Uint8Array>({ start: (open) => void (line = open) });
	const event = {
		request: new Request('https://lian.invalid/', {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body,
			duplex: 'half'
		} as RequestInit),
		params: { id, step: 'check' },
		url: new URL('https://lian.invalid/'),
		locals: { db, who: li.who, by: { ...li, now: NOON }, now: NOON, locale: 'zh' }
	} as unknown as Parameters<NonNullable<typeof actions.submit>>[0];
	const answer = actions.submit!(event);
	vi.setSystemTime(NOON + 1000);
	line.enqueue(new TextEncoder().encode('sure=yes'));
	line.close();
	expect(await answer).toMatchObject({ status: 422, data: { refusals: [{ reason: 'closed' }] } });
	expect((await db.select().from(entries))[0]!.state).toBe('draft');
});

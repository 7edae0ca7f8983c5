import { beforeEach, describe, expect, it } from 'vitest';
import { newAdmission } from '$lib/domain/events/admission-new';
import type { By } from '$lib/domain/people/who';
import { deed, guest, plantDoor } from '$tests/checkin';
import type { Planted } from '$tests/events';
import { emptyDb, NOON, place, putAll } from '$tests/make';
import { asRole, somebody } from '$tests/people';
import { gatesOf, openGate, shutGate } from '../checkin/gates';
import { numbersOf } from '../checkin/list';
import { takeDeeds } from '../checkin/take';
import { allowWalkins } from '../checkin/walkins';
import { audit, events, items } from '../db/schema';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { admissionOf, saveAdmission } from '../signups/admissions';
import { nameChance, runDraw } from '../signups/draw';
import { deskEvent } from './desk';
import { runsEvent } from './runs';

let db: Db;
let planted: Planted;
let hall: string;
let date: string;

beforeEach(async () => {
	db = await emptyDb();
	[hall] = (await putAll(db, [place({ town: 'pingyao' })])) as [string];
	planted = await plantDoor(db);
	date = planted.occasions[0]!.id;
	await write(db, async (tx) => {
		await tx.update(events).set({ placeId: hall, townSlug: 'pingyao' });
		await tx.insert(items).values({
			...{ noun: 'events', id: planted.eventId, slug: planted.slug, titleZh: '测试活动' },
			...{ sortKey: 'c', state: 'published', organization: 'union', updatedAt: NOON }
		});
	});
});

const manager = async (kind: 'town' | 'place' | 'organization', id: string): Promise<By> =>
	asRole('manager', { id: await somebody(db), scope: { kind, id } });
const refusals = async () =>
	(await db.select().from(audit)).flatMap(({ act, noun, thing }) =>
		act === 'refuse' ? [`${noun} ${thing}`] : []
	);

describe('sign-ups and doors of an event', () => {
	it('are set up by the office’s organizers and by whoever manages its town, its hall or its unit', async () => {
		const may = async (by: By) => runsEvent(db, by.who, planted.eventId);
		expect(await may(asRole('organizer'))).toBe(true);
		expect(await may(asRole('operator'))).toBe(true);
		expect(await may(await manager('town', 'pingyao'))).toBe(true);
		expect(await may(await manager('place', hall))).toBe(true);
		expect(await may(await manager('organization', 'union'))).toBe(true);
		expect(await may(await manager('town', 'jingshan'))).toBe(false);
		expect(await may(await manager('place', 'another'))).toBe(false);
		for (const role of ['editor', 'approver', 'juror', 'citizen'] as const)
			expect([role, await may(asRole(role))]).toEqual([role, false]);
		const weak = await manager('place', hall);
		expect(await may({ ...weak, who: { ...weak.who!, strong: false } })).toBe(false);
		expect(await runsEvent(db, asRole('operator').who, 'no-such-event')).toBe(false);
	});

	it('are one right: who may set them up also reads who comes, and nobody else', async () => {
		for (const by of [
			asRole('organizer'),
			asRole('editor'),
			await manager('town', 'pingyao'),
			await manager('place', hall),
			await manager('organization', 'union'),
			await manager('town', 'jingshan')
		]) {
			const desk = await deskEvent(db, by.who, planted.eventId);
			expect(desk?.mayReach ?? false).toBe(await runsEvent(db, by.who, planted.eventId));
		}
	});

	it('are set up by the manager of the hall from the first gate to the last ticket', async () => {
		const by = await manager('place', hall);
		const { row } = await guest(db, date);
		const plan = newAdmission({ capacity: 60, reminders: [] });
		expect(
			await saveAdmission(db, by, planted.eventId, plan, { open: true, revision: 1 })
		).toMatchObject({ ok: true });
		const made = await openGate(db, by, planted.eventId, { date, kind: 'scanner', name: '东门' });
		expect(made.ok).toBe(true);
		expect(await allowWalkins(db, by, planted.eventId, date, true)).toMatchObject({ ok: true });
		expect(
			await takeDeeds(db, by, { occasionId: date, gateId: null }, [deed(row.code)])
		).toMatchObject([{ said: 'in' }]);
		expect((await numbersOf(db, date)).came).toBe(1);
		expect(await refusals()).toEqual([]);
	});

	it('are out of reach for the manager of another: nothing changes, and each attempt is recorded', async () => {
		const by = await manager('town', 'jingshan');
		const { row } = await guest(db, date);
		const before = await admissionOf(db, planted.eventId);
		const gone = { ok: false, refusals: [{ field: '', reason: 'gone' }] };
		expect(
			await saveAdmission(db, by, planted.eventId, newAdmission(), { open: false, revision: 1 })
		).toEqual(gone);
		expect(
			await openGate(db, by, planted.eventId, { date, kind: 'scanner', name: '东门' })
		).toEqual(gone);
		expect(await shutGate(db, by, planted.eventId, 'any')).toEqual(gone);
		expect(await allowWalkins(db, by, planted.eventId, date, true)).toEqual(gone);
		expect(await nameChance(db, by, date, '某期开奖号码')).toEqual(gone);
		expect((await runDraw(db, by, date, '03')).ok).toBe(false);
		expect(await takeDeeds(db, by, { occasionId: date, gateId: null }, [deed(row.code)])).toBe(
			null
		);
		expect(await admissionOf(db, planted.eventId)).toEqual(before);
		expect(await gatesOf(db, date)).toEqual([]);
		expect((await numbersOf(db, date)).came).toBe(0);
		expect(await refusals()).toEqual(Array(7).fill(`events ${planted.eventId}`));
	});
});

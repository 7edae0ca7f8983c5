import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { By } from '$lib/domain/people/who';
import { eventOffice } from '$lib/words/zh/event-office';
import { audit } from '../db/schema';
import type { Db } from '../db/open';
import { forgetOld } from '../retention';
import { signUp } from '../signups/sign-up';
import { organizer, plantEvent } from '../../../../tests/events';
import { emptyDb, NOON } from '../../../../tests/make';
import { exportSignUps } from './desk-export';
import { signUpsOf } from './desk-signups';

const DAY = 86_400_000;
const words = eventOffice.signups;
const question = {
	...{ id: 'q1', label: { zh: '=1+1' }, kind: 'line' as const, options: [], required: false }
};
const evil = '=HYPERLINK("http://evil.invalid")';

async function world() {
	const db = await emptyDb();
	const planted = await plantEvent(db, {
		dates: 2,
		admission: { capacity: 3, questions: [question], keepDays: 1, reminders: [] }
	});
	const join = async (date: number, mail: string, heads: string, name = '王小明') => {
		const said = await signUp(
			db,
			{ who: null, address: null, now: NOON - 60_000 },
			planted.occasions[date]!.id,
			{
				...{ name, mail, phone: '+8613800001111', group: '@一班', heads, zone: '', seats: [] },
				...{ answers: { q1: '-2+3' }, consent: true }
			},
			{ formKey: '', locale: 'zh' }
		);
		if (!said.ok) throw new Error(JSON.stringify(said.refusals));
	};
	await join(0, 'a1@example.cn', '2', evil);
	await join(1, 'a2@example.cn', '3');
	return { db, ...planted };
}
async function take(
	db: Db,
	eventId: string,
	{ persons = true, date = '', format = 'csv' as 'csv' | 'xlsx', by = organizer() as By } = {}
): Promise<Buffer | null> {
	const asked = { eventId, date, persons };
	const pieces = await exportSignUps(db, by, asked, { format, locale: 'zh', words });
	if (!pieces) return null;
	const parts: Buffer[] = [];
	for await (const piece of pieces) parts.push(Buffer.from(piece as never));
	return Buffer.concat(parts);
}
const as = (role: 'editor' | 'citizen'): By => {
	const by = organizer();
	return { ...by, who: { ...by.who!, grants: [{ role, scope: null }] } };
};

describe('the list of sign-ups as a table', () => {
	it('holds no formula, whatever people call themselves or answer', async () => {
		const { db, eventId } = await world();
		const csv = (await take(db, eventId))!.toString();
		for (const line of csv.split('\r\n'))
			for (const cell of line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
				expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t]/);
		expect(csv).toContain(`"'=HYPERLINK(""http://evil.invalid"")"`);
		const book = await readXlsx((await take(db, eventId, { format: 'xlsx' }))!);
		const cells = book.sheets[0]!.rows.flat().map(String);
		expect(cells).toContain(`'${evil}`);
		expect(cells).toContain("'@一班");
		expect(cells.filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);
	});

	it('says as many as the page does, of one date or of all', async () => {
		const { db, eventId, occasions } = await world();
		const rows = async (date: string) =>
			(await take(db, eventId, { date, persons: false }))!.toString().trimEnd().split('\r\n');
		expect((await rows('')).length).toBe(3);
		const query = { date: occasions[1]!.id, state: null, code: '', page: 1 };
		const page = await signUpsOf(db, eventId, query, NOON);
		const [, line, ...more] = await rows(occasions[1]!.id);
		expect([more, line!.includes(page.rows[0]!.code.slice(4))]).toEqual([[], true]);
		expect([page.total, page.heads]).toEqual([1, 3]);
	});

	it('names nobody unless asked for, and only to whoever may reach them; each time is recorded', async () => {
		const { db, eventId } = await world();
		const plain = (await take(db, eventId, { persons: false, by: as('editor') }))!.toString();
		for (const secret of ['王小明', 'example.cn', '13800001111', '一班'])
			expect([secret, plain.includes(secret)]).toEqual([secret, false]);
		expect(await take(db, eventId, { by: as('editor') })).toBe(null);
		expect(await take(db, eventId, { persons: false, by: as('citizen') })).toBe(null);
		const acts = (await db.select().from(audit)).filter(({ act }) => act === 'export');
		expect(acts.map(({ noun }) => noun)).toEqual(['bookings']);
	});

	it('names nobody after their day', async () => {
		const { db, eventId, occasions } = await world();
		await forgetOld(db, occasions[0]!.endsAt + DAY);
		const csv = (await take(db, eventId))!.toString();
		expect([csv.includes('evil'), csv.includes('a1@'), csv.includes('a2@')]).toEqual([
			...[false, false, true]
		]);
		expect(csv).toContain(words.deleted);
	});
});

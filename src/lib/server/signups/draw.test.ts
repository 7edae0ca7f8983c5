import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { drawCodeOf } from '$lib/domain/events/draw';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { bookings, outbox, seatCounts } from '$lib/server/db/schema';
import { organizer, plantEvent } from '$tests/events';
import { emptyDb, NOON } from '$tests/make';
import { cancelBooking } from './cancel';
import { strikeSignups } from './clock';
import { drawOf, nameChance, runDraw, sealDraw } from './draw';
import { drawPage } from './draw-page';
import { signUp } from './sign-up';

const DAY = 86_400_000;
const START = NOON + 7 * DAY;
const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const nobody = (now = NOON): By => ({ who: null, address: null, now });
const clock = (now: number): By => ({ who: null, machine: 'clock', address: null, now });

async function entered(db: Db, heads: readonly number[], capacity: number, fillGaps = false) {
	const { occasions, slug } = await plantEvent(db, {
		startsAt: START,
		admission: { mode: 'draw', capacity, closesBefore: 60, fillGaps, reminders: [] }
	});
	const id = occasions[0]!.id;
	const links: string[] = [];
	for (const [n, one] of heads.entries()) {
		const typed = {
			...{ name: `甲${n}`, mail: `d${n}@example.cn`, phone: '', group: '', zone: '' },
			...{ heads: String(one), seats: [], answers: {}, consent: true }
		};
		const said = await signUp(db, nobody(), id, typed, { formKey: '', locale: 'zh' });
		if (!said.ok || said.value.state !== 'drawn') throw new Error(JSON.stringify(said));
		links.push(said.value.link);
	}
	return { id, slug, key: occasions[0]!.key, links };
}
const CLOSE = START - 3_600_000;

/** The draw as the public page tells it, without a line of ours. */
function again(text: string, proof: { size: number; root: string; words: string | null }) {
	const list = JSON.parse(text) as {
		lines: { code: string; heads: number; zone: string }[];
		zones: { id: string; capacity: number }[];
		fillGaps: boolean;
	};
	const seed = sha(
		['liantu seed 1', sha(text), proof.size, proof.root, proof.words ?? ''].join('\n')
	);
	const seated: string[] = [];
	for (const { id, capacity } of list.zones) {
		const line = list.lines.filter(({ zone }) => zone === id);
		let block = Buffer.alloc(0);
		let n = 0;
		const next = () => {
			if (!block.length)
				block = createHash('sha256').update(`${seed}/seat draw 1/${id}/${n++}`).digest();
			const value = block.readUInt32BE(0);
			block = block.subarray(4);
			return value;
		};
		for (let at = line.length - 1; at > 0; at--) {
			const most = 2 ** 32 - (2 ** 32 % (at + 1));
			let value = next();
			while (value >= most) value = next();
			const other = value % (at + 1);
			[line[at], line[other]] = [line[other]!, line[at]!];
		}
		let free = capacity;
		for (const { code, heads } of line) {
			if (heads > free && !list.fillGaps) break;
			if (heads > free) continue;
			free -= heads;
			seated.push(code);
		}
	}
	return { seed, seated: seated.sort() };
}

describe('a draw of seats', () => {
	it.each([false, true])(
		'comes out the same when anybody reckons it from what is published (gaps filled: %s)',
		async (fillGaps) => {
			const db = await emptyDb();
			const heads = [3, 1, 2, 4, 1, 1, 2, 3, 1, 2];
			const { id, slug, key } = await entered(db, heads, 9, fillGaps);
			await strikeSignups(db, CLOSE);
			const page = (await drawPage(db, { slug, key, now: CLOSE }))!;
			const told = again(page.text!, page.proof!);
			expect(told.seed).toBe(page.proof!.seed);
			const rows = await db.select().from(bookings).where(eq(bookings.occasionId, id));
			const confirmed = rows
				.filter(({ state }) => state === 'confirmed')
				.map((row) => drawCodeOf(row.id, sha))
				.sort();
			expect(confirmed).toEqual(told.seated);
			expect(confirmed.length).toBeGreaterThan(0);
			const [count] = await db.select().from(seatCounts);
			expect(count!.taken).toBe(
				rows.filter(({ state }) => state === 'confirmed').reduce((sum, one) => sum + one.heads, 0)
			);
			expect(count!.taken + count!.waiting).toBe(20);
			// Nothing in the list leads to a sign-up, its ticket or its page.
			for (const row of rows)
				for (const secret of [row.id, row.code, row.linkHash])
					expect(page.text!.includes(secret)).toBe(false);
		}
	);

	it('with enough seats for all is none: everybody is in, and told', async () => {
		const db = await emptyDb();
		const { id } = await entered(db, [1, 2, 3], 6);
		await strikeSignups(db, CLOSE - 1);
		expect(await drawOf(db, id)).toBe(null);
		await strikeSignups(db, CLOSE);
		const rows = await db.select().from(bookings);
		expect(rows.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
		expect((await drawOf(db, id))!.seed).toBe(null);
		const mails = await db.select().from(outbox);
		expect(mails.filter(({ template }) => template === 'signup-confirmed').length).toBe(3);
		await strikeSignups(db, CLOSE + 1);
		expect(await db.$count(outbox)).toBe(mails.length);
	});

	it('with a public chance named waits for its words, and cannot be named afterwards', async () => {
		const db = await emptyDb();
		const { id, slug, key, links } = await entered(db, [1, 1, 1, 1], 2);
		expect((await nameChance(db, organizer(), id, '某期开奖号码')).ok).toBe(true);
		expect(await sealDraw(db, clock(CLOSE - 1), id)).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'still-open' }]
		});
		await strikeSignups(db, CLOSE);
		const sealed = (await drawPage(db, { slug, key, now: CLOSE }))!;
		expect([sealed.proof!.seed, sealed.drawnAt]).toEqual([null, null]);
		expect((await nameChance(db, organizer(CLOSE), id, '别的')).ok).toBe(false);
		expect((await runDraw(db, organizer(CLOSE), id, ' ')).ok).toBe(false);
		await cancelBooking(db, nobody(CLOSE + 1), links[0]!);
		expect((await runDraw(db, organizer(CLOSE + 2), id, '03 11 19')).ok).toBe(true);
		expect((await runDraw(db, organizer(CLOSE + 3), id, '04 11 19')).ok).toBe(false);
		const page = (await drawPage(db, { slug, key, now: CLOSE + 4 }))!;
		const told = again(page.text!, page.proof!);
		expect(told.seed).toBe(page.proof!.seed);
		// Who cancelled after the sealing has no seat; the list itself stays as it was sealed.
		const rows = await db.select().from(bookings);
		const gone = rows.find(({ state }) => state === 'cancelled')!;
		const inSeats = rows.filter(({ state }) => state === 'confirmed');
		expect(inSeats.map((row) => drawCodeOf(row.id, sha)).sort()).toEqual(
			told.seated.filter((code) => code !== drawCodeOf(gone.id, sha))
		);
		expect(JSON.parse(page.text!).lines.length).toBe(4);
	});
});

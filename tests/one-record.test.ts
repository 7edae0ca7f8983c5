import { gt, max } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { entrance } from '$lib/domain/people/doors';
import { roles } from '$lib/domain/people/who';
import type { Role } from '$lib/domain/people/who';
import { audit } from '$lib/server/db/schema';
import { settled } from '$lib/server/judging/checkpoints';
import { account } from './one-record/account';
import { doorkeeping, entering } from './one-record/checkin';
import { contests } from './one-record/contests';
import { NOWHERE } from './one-record/example';
import type { At, Example, Examples, Sent } from './one-record/example';
import { library } from './one-record/library';
import { openDoor } from './one-record/other-door';
import { openPortal } from './one-record/portal';
import { visitors } from './one-record/public';
import { refused } from './one-record/refused';
import { review } from './one-record/review';
import { rowsOf } from './one-record/rows';
import { meddling, running } from './one-record/event-office';
import { admitting, signing } from './one-record/signups';
import { passports, stamping } from './one-record/stamps';
import { studio } from './one-record/studio';
import { lending, notTheirs } from './one-record/venues';
import { receiving, visiting } from './one-record/visits';
import { asRole } from './people';

// Whatever anybody changes leaves exactly one record, and so does everybody who may not (ASVS 5.0 16.2.1).

const door = await openDoor();
const portal = await openPortal(door.settings);
const { db, deeds } = portal;
afterAll(async () => {
	await portal.close();
	await door.stop();
});

const examples: Examples = {
	...visitors,
	...account(door),
	...studio,
	...signing,
	...admitting,
	...entering,
	...doorkeeping,
	...running,
	...passports,
	...stamping,
	...visiting,
	...receiving,
	...lending,
	...library,
	...review,
	...contests
};
const each = (all: Examples) =>
	Object.entries(all).flatMap(([to, given]) =>
		[given].flat().map((one) => [`${to}${one.what ? ` (${one.what})` : ''}`, to, one] as const)
	);
const cases = each(examples);

/** Where the example of a route belongs. */
const fileOf = (to: string) =>
	/contest|entr(y|ies)|film|jur|recommend|vot/.test(to)
		? 'contests'
		: to.startsWith('/(account)')
			? 'account'
			: to.startsWith('/(studio)')
				? 'studio'
				: 'public';

const newest = async () => (await db.select({ seq: max(audit.seq) }).from(audit))[0]?.seq ?? 0;

/** What has been recorded since, as `act noun by whom`. */
async function recordedSince(seq: number): Promise<string[]> {
	// What follows by itself a moment later must not fall into the next example.
	await settled(db);
	const rows = await db.select().from(audit).where(gt(audit.seq, seq)).orderBy(audit.seq);
	// What ends a phase of judging is signed by a mark beside its own record.
	const own = rows.filter(({ noun }) => noun !== 'phases');
	return own.map(({ act, noun, person }) => `${act} ${noun} ${person ?? 'nobody'}`);
}

/** Every row of every table that a person can change. */
const allRows = await rowsOf(db);

const made = async (asked: Exclude<Example['bad'], null | undefined>, at: At): Promise<Sent> =>
	typeof asked === 'function' ? asked(at) : asked;

/** Whoever sends an example, new each time. */
async function sender({ as }: Example): Promise<At> {
	return { ...portal, me: as === null ? portal.stranger() : await portal.person(as) };
}

describe('what changes something', () => {
	it('has an example each', () => {
		const missing = [...deeds.keys()].filter((to) => !(to in examples));
		expect(
			missing.map(
				(to) => `“${to}” has no example: add one line for it to tests/one-record/${fileOf(to)}.ts`
			)
		).toEqual([]);
		expect(Object.keys(examples).filter((to) => !deeds.has(to))).toEqual([]);
		expect(deeds.size).toBeGreaterThan(80);
	});

	it('is seen in the rows, whoever writes them', async () => {
		const before = await allRows();
		await portal.person('citizen');
		const after = await allRows();
		expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(
			expect.arrayContaining(['people', 'grants', 'sessions'])
		);
		expect(Object.keys(after)).toEqual(Object.keys(before));
	});

	it.each(cases)('%s leaves one record, or says why none', async (_, to, example) => {
		const at = await sender(example);
		const sent = await made(example.send, at);
		const before = await newest();
		const answer = await at.me.send(to, sent);
		const recorded = await recordedSince(before);
		expect([answer.status < 400 || answer, recorded.length, recorded]).toEqual([
			true,
			example.none === undefined ? 1 : 0,
			recorded.filter((line) => !/^(refuse|fail)/.test(line))
		]);
	});

	it.each(cases.filter(([, , { bad }]) => bad !== null))(
		'%s changes nothing and says nothing was done when it is wrong',
		async (_, to, example) => {
			const at = await sender(example);
			const { params, ...sent } = await made(example.bad ?? {}, at);
			await settled(db);
			const [before, rows] = [await newest(), await allRows()];
			const answer = await at.me.send(to, { params: { ...NOWHERE, ...params }, ...sent });
			const recorded = await recordedSince(before);
			expect(answer.status).toBeLessThan(500);
			expect(recorded.filter((line) => !/^(refuse|fail|slow)/.test(line))).toEqual([]);
			const after = await allRows();
			expect(Object.keys(after).filter((name) => after[name] !== rows[name])).toEqual([]);
		}
	);
});

/** The first role a door does not open for. A manager is of a place, and so belongs to no contest. */
function shutOut(route: string, noun: string): Role | null {
	const may = (role: Role) =>
		entrance(asRole(role, role === 'manager' ? { scope } : {}).who, route, { noun });
	return roles.find((role) => may(role) === 'refused') ?? null;
}
const scope = { kind: 'place', id: 'hall' } as const;

const firsts = [...deeds.keys()].map((to) => {
	const [route = ''] = to.split(' ');
	const params = { ...NOWHERE, noun: 'pages' };
	return { to, params, role: shutOut(route, 'pages'), alone: entrance(null, route, params) };
});

describe('what somebody may not do', () => {
	it.each(firsts.filter(({ role }) => role !== null))(
		'$to leaves one refusal of a $role, and nothing else',
		async ({ to, params, role }) => {
			const me = await portal.person(role === 'manager' ? { role, scope } : role!);
			const [before, rows] = [await newest(), await allRows()];
			const answer = await me.send(to, { params });
			expect([answer.status, await recordedSince(before)]).toEqual([
				403,
				[`refuse doors ${me.id}`]
			]);
			expect(await allRows()).toEqual(rows);
		}
	);

	it.each(each({ ...refused, ...notTheirs, ...meddling }))(
		'%s leaves one refusal, and nothing else',
		async (_, to, example) => {
			const at = await sender(example);
			const sent = await made(example.send, at);
			const [before, rows] = [await newest(), await allRows()];
			await at.me.send(to, sent);
			expect((await recordedSince(before)).map((line) => line.replace(/ \w+ /, ' '))).toEqual([
				`refuse ${at.me.id}`
			]);
			expect(await allRows()).toEqual(rows);
		}
	);

	it.each(firsts.filter(({ alone }) => alone !== 'in'))(
		'$to leaves nothing of a stranger',
		async ({ to, params }) => {
			const before = await newest();
			const answer = await portal.stranger().send(to, { params });
			expect([answer.status, await recordedSince(before)]).toEqual([401, []]);
		}
	);
});

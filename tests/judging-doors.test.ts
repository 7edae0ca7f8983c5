import { max } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { audit, editions } from '$lib/server/db/schema';
import { settled } from '$lib/server/judging/checkpoints';
import { anEdition } from './contests';
import { assignment } from './one-record/assignment';
import { certificates } from './one-record/certificates';
import type { At, Example, Examples, Sent } from './one-record/example';
import { judging } from './one-record/judging';
import { jury } from './one-record/jury';
import { log } from './one-record/log';
import { notice } from './one-record/notice';
import { openPortal } from './one-record/portal';

// Every deed of judging under an address of something else, and with what no form of ours sends.

const portal = await openPortal();
const { db } = portal;
afterAll(() => portal.close());

const examples: Examples = {
	...assignment,
	...certificates,
	...judging,
	...jury,
	...log,
	...notice
};
const cases = Object.entries(examples).flatMap(([to, given]) =>
	[given].flat().map((one) => [`${to}${one.what ? ` (${one.what})` : ''}`, to, one] as const)
);

async function ready({ as, send }: Example): Promise<[At, Sent]> {
	const at = { ...portal, me: as === null ? portal.stranger() : await portal.person(as) };
	return [at, typeof send === 'function' ? await send(at) : send];
}
const newest = async () => (await db.select({ seq: max(audit.seq) }).from(audit))[0]?.seq ?? 0;
const elsewhere = (await anEdition(db)).editionId;

/** Deeds on something that belongs to an edition, and those whose form names it. */
const within = cases.filter(
	([, to]) =>
		/\[edition\].*\[\w+\]/.test(to.replace(/\/contests.*/, '')) ||
		/panel \?\/(join|leave)$/.test(to)
);

describe('a deed of judging', () => {
	it('is looked at wherever it has its place in an edition', () => {
		expect(within.length).toBeGreaterThan(35);
	});

	it.each(within)('%s does nothing under the address of another edition', async (_, to, one) => {
		const [at, sent] = await ready(one);
		await settled(db);
		const before = await newest();
		const answer = await at.me.send(to, {
			...sent,
			params: { ...sent.params, edition: elsewhere }
		});
		expect([answer.status, await newest()]).toEqual([expect.toSatisfy(refused), before]);
	});
});
const refused = (status: number) => status === 404 || status === 422;

const long = 'x'.repeat(70_000);
const strange: Record<string, NonNullable<Sent['form']>[string]> = {
	empty: '',
	NUL: '\0',
	'NUL first': '\0x',
	NaN: 'NaN',
	'minus one': '-1',
	'beyond numbers': '1e400',
	'a long number': '9'.repeat(400),
	'half numbers': '0.1234567890123',
	prototype: '__proto__',
	'turned writing': '\u202e<script>alert(1)</script>\ud800',
	long,
	twice: ['1', 'x'],
	file: new Blob(['MZ'], { type: 'text/html' })
};

/** Tries of one deed. */
const MOST = 90;

it.each(cases)(
	'%s answers whatever is sent, and never with a defect',
	async (_, to, one) => {
		const [at, { params = {}, form = {}, ...rest }] = await ready(one);
		const all: [what: string, sent: Sent][] = [
			['nothing', { params, form: {} }],
			['no form', { params, json: [1, { a: null }] }]
		];
		for (const name of Object.keys(params))
			for (const value of ['', '__proto__', '\0', "' OR 1=1 --", long])
				all.push([`${name} in the address`, { params: { ...params, [name]: value }, form }]);
		for (const name of Object.keys(form)) {
			const without = Object.fromEntries(Object.entries(form).filter(([key]) => key !== name));
			all.push([`${name} missing`, { params, form: without }]);
			for (const [what, value] of Object.entries(strange))
				all.push([`${name} ${what}`, { params, form: { ...form, [name]: value } }]);
		}
		// Of a long form some, spread over its fields and over what is sent.
		const every = Math.ceil(all.length / MOST);
		const faults: string[] = [];
		for (const [what, sent] of all.filter((_, n) => n % every === 0)) {
			const status = await at.me.send(to, { ...rest, ...sent }).then(
				(answer) => answer.status,
				(reason: unknown) => `threw ${String(reason).slice(0, 300)}`
			);
			if (typeof status !== 'number' || status >= 500) faults.push(`${what}: ${status}`);
		}
		expect(faults).toEqual([]);
		expect(await db.$count(editions)).toBeGreaterThan(0);
	},
	120_000
);

import { desc, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { EntryContent } from '$lib/domain/contests/entry';
import type { Db } from '$lib/server/db/open';
import { audit, entries, entryVersions, recommendations } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import type { Self } from '$lib/server/people/account';
import { aPlan, anEdition, anEntry, content } from '$tests/contests';
import type { AnEdition } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { acting, signedIn, somebody } from '$tests/people';
import { recommendEntry, waitingFor } from './entry-recommend';
import { saveEntry } from './drafts';
import { submitEntry } from './submit';

let db: Db;
let edition: AnEdition;
let li: Self;
let town: Self;

const reasons = (ruled: { ok: boolean; refusals?: { reason: string }[] }) =>
	ruled.ok ? [] : ruled.refusals!.map(({ reason }) => reason);
const person = async (over: Parameters<typeof somebody>[1] = {}) =>
	acting(db, await signedIn(db, await somebody(db, over), { strong: true }));
const manager = () =>
	person({ roles: [{ role: 'manager', scope: { kind: 'town', id: 'pingyao' } }] });

beforeEach(async () => {
	db = await emptyDb();
	const plan = aPlan();
	for (const statement of plan.statements) statement.required = false;
	plan.categories[0]!.materials = [];
	plan.channels.unit = { open: true, perUnit: null, chain: ['town', 'district'], quotas: {} };
	edition = await anEdition(db, { plan });
	li = await person({ name: '李' });
	town = await manager();
});

const unit = async (over: Partial<EntryContent> = {}) => {
	const written = content({ town: 'pingyao', unit: '某村', agreed: [], ...over });
	const entry = await anEntry(db, edition, {
		owner: li.who.id,
		state: 'submitted',
		channel: 'unit',
		content: written
	});
	await write(db, (tx) =>
		tx
			.insert(entryVersions)
			.values({ entryId: entry.id, number: 1, content: written, files: [], at: NOON })
	);
	return entry.id;
};
const say = (by: Self, id: string, version = 1) =>
	recommendEntry(db, by, id, { verdict: 'recommend', version, note: '值得一看' });
const row = async (id: string) => (await db.select().from(entries).where(eq(entries.id, id)))[0]!;

it('a recommendation ends with the work it was of: a corrected one is looked at again', async () => {
	const id = await unit();
	expect((await say(town, id)).ok).toBe(true);
	await saveEntry(db, li, id, { content: { synopsis: '换了一个故事。' }, began: null });
	expect((await submitEntry(db, li, id, 'zh')).ok).toBe(true);
	expect((await row(id)).recommended).toBe(null);
	expect(await db.$count(recommendations)).toBe(0);
	expect((await waitingFor(db, town.who)).map(({ level }) => level)).toEqual(['town']);
});

it('is of the version that was looked at, and of no later one', async () => {
	const id = await unit();
	await saveEntry(db, li, id, { content: { synopsis: '换了一个故事。' }, began: null });
	expect((await submitEntry(db, li, id, 'zh')).ok).toBe(true);
	expect(reasons(await say(town, id, 1))).toEqual(['stale']);
	expect((await say(town, id, 2)).ok).toBe(true);
});

it('rests on what was submitted: nobody reads over the shoulder of who writes', async () => {
	const id = await unit();
	await saveEntry(db, li, id, { content: { synopsis: '还没想好。' }, began: null });
	expect((await waitingFor(db, town.who)).map(({ synopsis }) => synopsis)).toEqual([
		'一个村子里的故事。'
	]);
});

it('is given by nobody to the own work, named in the draft or not, and the attempt is recorded', async () => {
	const own = { ...content().contact!, email: town.who.email };
	const id = await unit({ contact: own });
	await saveEntry(db, li, id, { content: { contact: content().contact }, began: null });
	expect(reasons(await say(town, id))).toEqual(['own-entry']);
	expect((await row(id)).recommended).toBe(null);
	const [last] = await db.select().from(audit).orderBy(desc(audit.seq)).limit(1);
	expect([last!.act, last!.noun, last!.thing]).toEqual(['conflict', 'entries', id]);
	expect((await say(await manager(), id)).ok).toBe(true);
});

it('keeps its note out of the chain, where nothing can be erased', async () => {
	const id = await unit();
	expect((await say(town, id)).ok).toBe(true);
	expect(JSON.stringify(await db.select().from(audit))).not.toContain('值得一看');
});

import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { content } from '../../../../tests/contests';
import { aRound, someTasks } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb, NOON } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import { editions, entries, entryFiles, films, newId, quarantine, renditions } from '../db/schema';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { readGrant, writeGrant } from '../films/grant';
import { fileFor } from '../films/watch';
import { holdKey } from '../keys';
import { unbared } from './bare-files';
import { queueOf, seatOf } from './desk';
import { materialFor } from './desk-entry';
import { shownEntry } from './shown';

let db: Db;
let round: ARound;
let ids: Record<'film' | 'captions' | 'document', string>;
beforeAll(() => holdKey(randomBytes(32)));

/** One juror with an entry and the same entry once more; a film, its captions and a document. */
beforeEach(async () => {
	db = await emptyDb();
	round = await aRound(db, { entries: 2, jurors: 1, plan: { perEntry: 1 } });
	await someTasks(db, round, { pairs: [[0, 0]] });
	await someTasks(db, round, { pairs: [[0, 0]], kind: 'repeat' });
	const [edition] = await db.select().from(editions).where(eq(editions.id, round.editionId));
	const plan = structuredClone(edition!.plan!);
	const asked = plan.categories.flatMap(({ materials }) => materials);
	for (const one of asked) one.jury = true;
	await write(db, (tx) => tx.update(editions).set({ plan }).where(eq(editions.id, edition!.id)));
	ids = { film: newId(), captions: newId(), document: newId() };
	const types = { film: 'video/mp4', captions: 'text/vtt', document: 'application/pdf' };
	for (const [form, id] of Object.entries(ids) as [keyof typeof ids, string][])
		await write(db, async (tx) => {
			await tx.insert(films).values({
				...{ id, form, sha256: 'a'.repeat(64), bytes: 9, type: types[form], state: 'ready' },
				key: `films/${id}/original`
			});
			await tx.insert(entryFiles).values({
				...{ entryId: round.entries[0]!.id, materialId: 'film', filmId: id },
				...{ originalName: 'a', addedAt: NOON }
			});
			const kinds = {
				film: ['720p', 'poster', 'storyboard'],
				captions: ['captions-zh'],
				document: ['bare']
			};
			for (const kind of kinds[form])
				await tx.insert(renditions).values({
					...{ filmId: id, kind, key: `films/${id}/${kind}`, sha256: 'b'.repeat(64), bytes: 5 },
					...{ type: 'video/mp4', at: NOON }
				});
		});
});

const juror = () => asRole('juror', { id: round.jurors[0]!.personId }).who;
const both = async (names: 'hidden' | 'shown' = 'hidden') => {
	const seat = (await seatOf(db, juror(), round.roundId, NOON))!;
	seat.round.plan = { ...seat.round.plan, names };
	const queue = await queueOf(db, seat);
	return Promise.all(queue.map((one) => materialFor(db, juror(), seat, one, NOON)));
};
const addresses = (said: unknown): string[] =>
	[...JSON.stringify(said).matchAll(/\/files\/films\/([^"]+)/g)].map(([, one]) => one!);
const opened = async (address: string) => {
	const [grant, kind] = address.replace('/files/films/', '').split('/') as [string, string];
	const read = readGrant(grant, juror().id, NOON);
	return read && (await fileFor(db, juror(), read, kind, NOON));
};
const held = (id: string, noun: 'films' = 'films') =>
	write(db, (tx) => tx.insert(quarantine).values({ id, noun, state: 'waiting', since: NOON }));

describe('an entry that lies before a juror twice', () => {
	it('has other addresses each time, which say nothing of its files, and all of which open', async () => {
		const [first, second] = (await both()).map(addresses);
		expect([first!.length, second!.length]).toEqual([4, 4]);
		expect(first!.filter((one) => second!.includes(one))).toEqual([]);
		for (const address of [...first!, ...second!]) {
			expect(await opened(address)).not.toBeNull();
			const plain = address
				.split('/')
				.flatMap((part) => [
					part,
					...part.split('~').map((one) => Buffer.from(one, 'base64url').toString('latin1'))
				]);
			for (const id of [...Object.values(ids), round.entries[0]!.id])
				expect(plain.some((one) => one.includes(id))).toBe(false);
		}
		const parts = (all: string[]) => all.flatMap((one) => one.split('/'));
		const shared = parts(first!).filter((one) => parts(second!).includes(one));
		expect(shared.sort()).toEqual(['720p', 'bare', 'poster']);
	});

	it('has the same addresses when its page is opened again', async () => {
		expect(await both()).toEqual(await both());
	});

	it('opens to nobody else, nor with a letter changed', async () => {
		const [[address = ''] = []] = (await both()).map(addresses);
		const [grant = ''] = address.split('/');
		expect(readGrant(grant, 'somebody', NOON)).toBeNull();
		for (let at = 0; at < grant.length; at++)
			for (const letter of 'Aa-~.') {
				const other = grant.slice(0, at) + letter + grant.slice(at + 1);
				if (other !== grant) expect(readGrant(other, juror().id, NOON)).toBeNull();
			}
		const plain = { filmId: ids.film, personId: juror().id, until: NOON + 1, original: false };
		expect(readGrant(writeGrant({ ...plain, task: 't' }), juror().id, NOON)).toEqual({
			...plain,
			task: 't'
		});
	});
});

describe('a document before a jury that is to know nobody', () => {
	it('is given without its properties, never as it was sent', async () => {
		const [material] = await both();
		const address = material!.files[0]!.address!;
		expect(await opened(address)).toMatchObject({ sha256: 'b'.repeat(64), download: true });
		for (const kind of ['original', 'playable'])
			expect(await opened(address.replace(/bare$/, kind))).toBeNull();
	});

	it('is kept back where there is no such copy, and the office is told', async () => {
		const [{ number }] = round.entries as [ARound['entries'][0]];
		const lacking = () => unbared(db, { editionId: round.editionId, plan: round.plan });
		expect(await lacking()).toEqual([]);
		await write(db, (tx) => tx.delete(renditions).where(eq(renditions.kind, 'bare')));
		expect((await both())[0]!.files).toMatchObject([{ address: null }]);
		expect(await lacking()).toMatchObject([{ filmId: ids.document, number }]);
		const shown = { ...round.plan, names: 'shown' as const };
		expect(await unbared(db, { editionId: round.editionId, plan: shown })).toEqual([]);
		const [material] = await both('shown');
		expect(material!.files[0]!.address).toMatch(/original$/);
	});
});

describe('a file the scanner has not cleared', () => {
	it('has no address at the desk, and one that was given opens nothing', async () => {
		const [before] = (await both()).map(addresses);
		await held(ids.film);
		await held(ids.document);
		const [material] = await both();
		expect(addresses(material)).toEqual([]);
		expect(material!.film).toMatchObject({ sources: [], poster: null, storyboard: null });
		expect(material!.files.map(({ address }) => address)).toEqual([null]);
		expect(await Promise.all(before!.map(opened))).toEqual(before!.map(() => null));
	});

	it('is not shown as captions of a film that was cleared', async () => {
		const [before] = (await both()).map(addresses);
		const of = before!.find((one) => one.includes('captions'))!;
		expect(await opened(of)).not.toBeNull();
		await held(ids.captions);
		const [material] = await both();
		expect(material!.film!.captions).toEqual([]);
		expect(await opened(of)).toBeNull();
	});

	it('is not in the gallery', async () => {
		const [{ id, number }] = round.entries as [ARound['entries'][0]];
		const said = { content: content(), releasedAt: NOON, publicConsentAt: NOON };
		await write(db, (tx) => tx.update(entries).set(said).where(eq(entries.id, id)));
		const shown = () => shownEntry(db, null, round.editionId, number, NOON);
		expect((await shown())!.film!.sources).toHaveLength(1);
		await held(ids.film);
		expect((await shown())!.film).toBeNull();
	});
});

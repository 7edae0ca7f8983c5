import { beforeEach, describe, expect, it } from 'vitest';
import { anEdition, anEntry } from '../../../../tests/contests';
import { emptyDb, NOON } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import type { Db } from '../db/open';
import { sources } from '../db/schema';
import { write } from '../db/write';
import { contestAt, createContest, listContests, saveContest } from './contests';
import {
	archiveEdition,
	createEdition,
	editionsOf,
	nextOrdinal,
	removeEdition,
	saveEditionFacts
} from './editions';
import { figuresOf, saveFigures } from './figures';
import { publicContests } from './public';

const by = asRole('organizer');
let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});
const facts = (ordinal: number, slug = String(ordinal)) => ({
	slug,
	ordinal,
	title: { zh: `第${ordinal}届`, en: null }
});
const contest = {
	slug: 'cup',
	kind: 'film',
	title: { zh: '测试赛', en: null },
	about: null,
	shown: false
} as const;
const why = async (
	ruled: Promise<{ ok: boolean; refusals?: { field: string; reason: string }[] }>
) => {
	const { ok, refusals } = await ruled;
	return ok ? 'yes' : refusals!.map(({ field, reason }) => `${field} ${reason}`).join(', ');
};

describe('a contest', () => {
	it('is seen by the public only when it is shown', async () => {
		const made = await createContest(db, by, contest);
		expect(await publicContests(db, NOON)).toEqual([]);
		if (made.ok) await saveContest(db, by, made.value.id, { ...contest, shown: true });
		expect((await publicContests(db, NOON)).map(({ contest: { slug } }) => slug)).toEqual(['cup']);
	});

	it('keeps its address once it was shown, its kind once it has a plan, and takes no other’s', async () => {
		await createContest(db, by, { ...contest, shown: true });
		const { id } = (await contestAt(db, 'cup'))!;
		await createEdition(db, by, id, facts(1), { as: 'new' });
		const save = (over: object) =>
			why(saveContest(db, by, id, { ...contest, shown: true, ...over }));
		expect(await save({ slug: 'bowl' })).toBe('slug address-published');
		expect(await save({ kind: 'speech' })).toBe('kind has-editions');
		expect(await why(createContest(db, by, contest))).toBe('slug taken');
	});
});

describe('an edition', () => {
	it('of which only numbers are known stands in the archive at once', async () => {
		await createContest(db, by, { ...contest, shown: true });
		const { id } = (await contestAt(db, 'cup'))!;
		await createEdition(db, by, id, facts(5), { as: 'past' });
		const [shown] = await publicContests(db, NOON);
		expect(shown!.editions).toMatchObject([{ slug: '5', state: 'archived', phase: null }]);
		expect(nextOrdinal(await editionsOf(db, id))).toBe(6);
	});

	it('with another address than its ordinal takes no place in the count', async () => {
		const { contestId } = await anEdition(db, { ordinal: 6 });
		await createEdition(db, by, contestId, facts(7, 'demo'), { as: 'new' });
		expect(nextOrdinal(await editionsOf(db, contestId))).toBe(7);
		expect(await why(createEdition(db, by, contestId, facts(7), { as: 'new' }))).toBe('yes');
		expect(await why(createEdition(db, by, contestId, facts(7, 'seven'), { as: 'new' }))).toBe(
			'ordinal taken'
		);
	});

	it('is archived after its close, never before', async () => {
		const { editionId, plan } = await anEdition(db);
		expect(await why(archiveEdition(db, by, editionId))).toBe(' still-open');
		const later = { ...by, now: plan.dates.closesAt! };
		expect(await why(archiveEdition(db, later, editionId))).toBe('yes');
		expect(await why(archiveEdition(db, later, editionId))).toBe(' not-published');
	});

	it('is removed only as a draft nobody entered', async () => {
		const published = await anEdition(db);
		expect(await why(removeEdition(db, by, published.editionId))).toBe(' published');
		const draft = await anEdition(db, { state: 'draft' });
		await anEntry(db, draft);
		expect(await why(removeEdition(db, by, draft.editionId))).toBe(' has-entries');
		const empty = await anEdition(db, { state: 'draft' });
		expect(await why(removeEdition(db, by, empty.editionId))).toBe('yes');
		expect(await why(removeEdition(db, by, empty.editionId))).toBe(' gone');
	});

	it('keeps its ordinal once it stands in numbers, and its address once it is published', async () => {
		const made = await anEdition(db);
		await anEntry(db, made, { state: 'submitted' });
		expect(await why(saveEditionFacts(db, by, made.editionId, facts(8)))).toBe(
			'ordinal numbers-given, slug address-published'
		);
		expect(await why(saveEditionFacts(db, by, made.editionId, facts(7)))).toBe('yes');
	});

	it('is counted with its drafts apart from what was submitted', async () => {
		const made = await anEdition(db);
		await anEntry(db, made);
		await anEntry(db, made, { state: 'submitted' });
		await anEntry(db, made, { state: 'passed' });
		const [listed] = await listContests(db);
		expect(listed!.editions).toMatchObject([{ drafts: 1, submitted: 2 }]);
	});
});

describe('a published figure', () => {
	const figure = {
		key: 'entries',
		label: { zh: '征集作品', en: 'Entries' },
		value: 480,
		note: null,
		source: 'page'
	};
	it('needs its source, and a missing one a word about it', async () => {
		const { editionId } = await anEdition(db);
		await write(db, (tx) => tx.insert(sources).values({ slug: 'page', titleZh: '网页' }));
		const save = (over: object) => why(saveFigures(db, by, editionId, [{ ...figure, ...over }]));
		expect(await save({ source: null })).toBe('figures.0.source missing');
		expect(await save({ source: 'none' })).toBe('figures.0.source no-such-source');
		expect(await save({ value: null })).toBe('figures.0.note.zh say-unknown');
		expect(await save({ value: -1 })).toBe('figures.0.value not-readable');
		expect(await save({})).toBe('yes');
		expect(await figuresOf(db, editionId)).toEqual([
			{
				editionId,
				key: 'entries',
				label: { zh: '征集作品', en: 'Entries' },
				value: 480,
				note: null,
				source: { slug: 'page', title: { zh: '网页', en: null }, url: null }
			}
		]);
	});
});

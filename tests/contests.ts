import { emptyEntry } from '$lib/domain/contests/entry';
import type { EntryContent } from '$lib/domain/contests/entry';
import type { Plan } from '$lib/domain/contests/plan';
import { newPlan } from '$lib/domain/contests/plan-new';
import { planShape } from '$lib/domain/contests/plan-shape';
import { numberOf, yearOf } from '$lib/domain/contests/numbering';
import type { Db } from '$lib/server/db/open';
import {
	contests,
	editions,
	editionVersions,
	entries,
	newId,
	statements
} from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { NOON } from './make';

const DAY = 86_400_000;
let made = 0;

/**
 * A plan that may be published: two categories of films (`film`/W, `video`/V), open from the day
 * before {@link NOON} until 30 days after it, an hour of grace, correction for a week more.
 */
export function aPlan(over: Partial<Plan> = {}, now = NOON): Plan {
	const plan = newPlan();
	return planShape.parse({
		...plan,
		call: {
			title: { zh: '测试征集', en: 'Test call' },
			text: { zh: '欢迎投稿。', en: 'Entries are welcome.' }
		},
		dates: {
			...plan.dates,
			opensAt: now - DAY,
			closesAt: now + 30 * DAY,
			graceMinutes: 60,
			correctUntil: now + 37 * DAY,
			noticeFrom: now + 90 * DAY,
			noticeUntil: now + 97 * DAY,
			resultsAt: now + 100 * DAY
		},
		...over
	});
}

export interface AnEdition {
	contestId: string;
	contestSlug: string;
	editionId: string;
	slug: string;
	plan: Plan;
	/** Ids of the rows of `statements`, by key. */
	statements: Record<string, string>;
}

/** A published edition (or one in another state) of a contest of its own, with its statements. */
export async function anEdition(
	db: Db,
	{
		plan = aPlan(),
		state = 'published' as 'draft' | 'published' | 'archived',
		ordinal = 7,
		contestId = null as string | null,
		now = NOON
	} = {}
): Promise<AnEdition> {
	made++;
	const editionId = newId(now);
	const slug = String(ordinal);
	const [contest] = contestId
		? [{ id: contestId, slug: '' }]
		: [{ id: newId(now), slug: `contest-${made}` }];
	const texts = plan.statements.map(({ key, title, text }) => ({
		id: newId(now),
		editionId,
		key,
		version: 1,
		title,
		text,
		at: now
	}));
	await write(db, async (tx) => {
		if (!contestId)
			await tx.insert(contests).values({
				id: contest!.id,
				slug: contest!.slug,
				titleZh: `测试大赛${made}`,
				titleEn: `Test contest ${made}`,
				publishedAt: now,
				createdAt: now,
				updatedAt: now
			});
		const { opensAt, closesAt, graceMinutes, correctUntil } = plan.dates;
		await tx.insert(editions).values({
			id: editionId,
			contestId: contest!.id,
			slug,
			ordinal,
			titleZh: `第${ordinal}届测试`,
			titleEn: `Test edition ${ordinal}`,
			state,
			plan,
			version: 1,
			...{ opensAt, closesAt, graceMinutes, correctUntil },
			publishedAt: state === 'draft' ? null : now,
			createdAt: now,
			updatedAt: now
		});
		await tx.insert(editionVersions).values({ editionId, number: 1, plan, at: now });
		if (state !== 'draft') await tx.insert(statements).values(texts);
	});
	return {
		contestId: contest!.id,
		contestSlug: contest!.slug,
		editionId,
		slug,
		plan,
		statements: Object.fromEntries(texts.map(({ key, id }) => [key, id]))
	};
}

/** What the people of an entry wrote when nothing is missing for {@link aPlan}, its film apart. */
export const content = (over: Partial<EntryContent> = {}): EntryContent => ({
	...emptyEntry,
	title: '清风徐来',
	titleEn: 'A clear breeze',
	synopsis: '一个村子里的故事。',
	madeOn: '2026-10-01',
	crew: [{ id: 'a', name: '李青', role: 'director', age: 'adult', guardian: null }],
	contact: { name: '李青', phone: '13800000000', email: 'li@example.cn', address: null },
	answers: {},
	ai: { kinds: [], note: null },
	agreed: ['originality', 'rights', 'ai', 'consent'],
	...over
});

/** What was written of a child: every kind of personal data an entry may hold. */
export const aChilds = (answers: EntryContent['answers'] = {}): EntryContent =>
	content({
		crew: [
			{
				id: 'a',
				name: '小青',
				role: 'director',
				age: 'under-14',
				guardian: { name: '李监护', phone: '0571-88888888', consent: true }
			}
		],
		contact: { name: '李联系', phone: '13812345678', email: 'li@example.cn', address: '苕溪边' },
		answers: { secret: '住在溪边', ...answers }
	});

/** An entry of an edition, as its row; submitted ones have a number. */
export async function anEntry(
	db: Db,
	edition: Pick<AnEdition, 'editionId' | 'plan'>,
	{
		state = 'draft' as (typeof entries.$inferSelect)['state'],
		category = edition.plan.categories[0]!.id,
		channel = 'person' as 'person' | 'unit',
		owner = null as string | null,
		now = NOON,
		...over
	}: {
		state?: (typeof entries.$inferSelect)['state'];
		category?: string;
		channel?: 'person' | 'unit';
		owner?: string | null;
		now?: number;
		content?: EntryContent;
	} & Partial<typeof entries.$inferInsert> = {}
): Promise<typeof entries.$inferSelect> {
	const written = over.content ?? content();
	const code = edition.plan.categories.find(({ id }) => id === category)?.code ?? 'X';
	const numbered = state !== 'draft';
	const rows = await write(db, (tx) =>
		tx
			.insert(entries)
			.values({
				id: newId(now),
				editionId: edition.editionId,
				categoryId: category,
				channel,
				state,
				number: numbered
					? numberOf(
							edition.plan.numbering,
							{ edition: 7, year: yearOf(now), category: code, channel },
							// Far from what the counter gives, so that both may stand beside each other.
							5000 + ++made
						)
					: null,
				submittedAt: numbered ? now : null,
				version: numbered ? 1 : 0,
				title: written.title,
				titleEn: written.titleEn,
				town: written.town,
				unit: written.unit,
				content: written,
				ownerId: owner,
				createdAt: now,
				updatedAt: now,
				...over
			})
			.returning()
	);
	return rows[0]!;
}

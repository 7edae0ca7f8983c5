import { eq } from 'drizzle-orm';
import type { Design } from '$lib/domain/certificates/design';
import type { Award, Facts, Printed } from '$lib/domain/certificates/facts';
import type { Bilingual } from '$lib/domain/text';
import { say } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { contests, editions } from '../db/schema';
import type { certificates } from '../db/schema';
import { site } from '../site';

/** The edition certificates are of. */
export interface Ground {
	editionId: string;
	contest: Bilingual;
	edition: Bilingual;
	contestSlug: string;
	editionSlug: string;
	/** Who runs the portal; empty while the settings do not say. */
	sponsor: string;
}

/** An edition by its id, as its certificates speak of it; null when there is none. */
export async function groundOf(db: Reader, editionId: string): Promise<Ground | null> {
	const [row] = await db
		.select({ contest: contests, edition: editions })
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(eq(editions.id, editionId));
	if (!row) return null;
	const { sponsor } = await site(db);
	return {
		editionId,
		contest: { zh: row.contest.titleZh, en: row.contest.titleEn },
		edition: { zh: row.edition.titleZh, en: row.edition.titleEn },
		contestSlug: row.contest.slug,
		editionSlug: row.edition.slug,
		sponsor: say(sponsor, 'zh')
	};
}

/** Who issues certificates in a design: the sponsor of the portal, or whom the office typed there. */
export function issuerOf({ sponsor }: Ground, { fields }: Design): string {
	const { shown, text } = fields.issuer;
	return shown && !text.includes('{issuer}') && text.trim() ? text.trim() : sponsor;
}

/** What a certificate for an award will say. */
export const printedFor = (ground: Ground, design: Design, award: Award): Printed => ({
	award: award.title,
	contest: ground.contest,
	edition: ground.edition,
	entry: award.entryTitle,
	number: award.number,
	unit: award.unit,
	issuer: issuerOf(ground, design)
});

/** A certificate as it is painted. */
export const factsOf = (
	{
		printed,
		code,
		issuedAt
	}: Pick<typeof certificates.$inferSelect, 'printed' | 'code' | 'issuedAt'>,
	names: readonly string[]
): Facts => ({ ...printed, code, issuedAt, names });

/** Facts nobody could mistake for somebody’s: for a sample, before there are winners. */
export const sampleFacts = (ground: Ground, design: Design, now: number): Facts => ({
	award: { zh: '一等奖', en: 'First Prize' },
	contest: ground.contest,
	edition: ground.edition,
	entry: design.tongue === 'zh' ? '样张' : 'Sample',
	number: '0-S-0000',
	unit: null,
	issuer: issuerOf(ground, design) || (design.tongue === 'zh' ? '（颁发单位）' : '(issuer)'),
	code: '0'.repeat(20),
	names: design.tongue === 'zh' ? ['某某'] : ['Name of the Winner'],
	issuedAt: now
});

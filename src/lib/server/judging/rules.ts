import type { RoundState } from '$lib/domain/judging/state';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { roundsOf } from './rounds';
import { changesOf, sealedOf } from './seal-log';
import type { Sealed } from './seal-log';

/** The rule of a round as the public reads it, with all that its seed is made of. */
export interface PublishedRule {
	roundId: string;
	ordinal: number;
	title: Bilingual;
	state: RoundState;
	/** Canonical JSON as it was hashed; `domain/judging/rule/rule` says what is in it. */
	rule: string;
	/** SHA-256 of it, hexadecimal. */
	hash: string;
	sealed: Sealed;
	opensAt: number | null;
	/** As it stands now; what was sealed stands in the rule. */
	closesAt: number | null;
	/** When the close was moved or the round opened again, and why; oldest first. */
	changes: { act: 'extend' | 'reopen'; at: number; why: string; closesAt: number | null }[];
}

/** The rules of an edition’s rounds that are sealed, in their order; nothing of a draft. */
export async function publishedRules(db: Reader, editionId: string): Promise<PublishedRule[]> {
	const published: PublishedRule[] = [];
	for (const round of await roundsOf(db, editionId)) {
		const sealed = round.rule === null ? null : await sealedOf(db, round.id);
		if (round.rule === null || round.ruleHash === null || !sealed) continue;
		published.push({
			roundId: round.id,
			ordinal: round.ordinal,
			title: round.plan.title,
			state: round.state,
			rule: round.rule,
			hash: round.ruleHash,
			sealed,
			opensAt: round.opensAt,
			closesAt: round.closesAt,
			changes: await changesOf(db, round.id)
		});
	}
	return published;
}

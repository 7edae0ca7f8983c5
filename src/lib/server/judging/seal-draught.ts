import { eq } from 'drizzle-orm';
import { methods } from '$lib/domain/judging/methods';
import { roundTrouble } from '$lib/domain/judging/round-law';
import { sealLacks } from '$lib/domain/judging/round-steps';
import type { Lack } from '$lib/domain/judging/round-steps';
import { ruleOf, ruleText } from '$lib/domain/judging/rule/rule';
import type { Reader } from '../db/open';
import { contests, editions } from '../db/schema';
import { digest } from './results';
import type { RoundRow } from './rounds';
import { fieldOf, panelOf, roundBefore } from './rounds-field';
import type { Coming } from './rounds-field';

/** What a draft would be sealed as, and what stands against it. */
interface Draught {
	field: Coming[];
	panel: { id: string; label: string }[];
	lacks: Lack[];
	/** Canonical JSON and its SHA-256, with the chance that was named. */
	rule: string;
	hash: string;
}

/** The rule of a draft as it stands now. */
export async function draughtOf(
	db: Reader,
	round: RoundRow,
	{ chance, now }: { chance: string | null; now: number }
): Promise<Draught> {
	const [held] = await db
		.select({ contest: contests.slug, edition: editions.slug })
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(eq(editions.id, round.editionId));
	const field = await fieldOf(db, round);
	const panel = await panelOf(db, round.id);
	const before = await roundBefore(db, round);
	const { plan, ordinal } = round;
	const rule = ruleText(
		ruleOf(
			{
				edition: `${held!.contest}/${held!.edition}`,
				...{ ordinal, plan, field, chance },
				jurors: panel.map(({ label }) => label)
			},
			digest
		)
	);
	const lacks = sealLacks({
		field: field.length,
		panel: panel.length,
		perEntry: plan.perEntry,
		ready: !before || before.state === 'released',
		closesAt: plan.dates.closesAt,
		methodRefuses: methods[plan.method].plan(plan).length > 0 || !roundTrouble(plan).next().done,
		now
	});
	return { field, panel, lacks, rule, hash: digest(rule) };
}

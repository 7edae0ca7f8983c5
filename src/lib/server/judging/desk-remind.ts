import { clockStamp } from '$lib/domain/when';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { phaseOf } from '$lib/domain/judging/desk/allow';
import { href } from '$lib/domain/locale';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { say } from '$lib/domain/text';
import { record } from '../audit';
import { editionName } from '../contests/readers';
import type { Db } from '../db/open';
import { contests, editions, jurors, panel, people, rounds, tasks } from '../db/schema';
import { write } from '../db/write';
import { mail } from '../mail';

/**
 * Writes to the jurors of an open round who have not locked everything, each in their own language.
 * @param only one juror; null for all
 * @returns how many mails lie in the outbox
 */
export const remindJurors = (
	db: Db,
	by: By,
	roundId: string,
	only: string | null
): Promise<Ruled<number>> =>
	write(db, async (tx) => {
		if (!mayOrganize(by.who)) return refuse({ field: '', reason: 'not-yours' });
		const [row] = await tx
			.select({ round: rounds, edition: editions, contest: contests })
			.from(rounds)
			.innerJoin(editions, eq(editions.id, rounds.editionId))
			.innerJoin(contests, eq(contests.id, editions.contestId))
			.where(eq(rounds.id, roundId));
		if (!row) return refuse({ field: '', reason: 'gone' });
		const { round } = row;
		if (phaseOf(round, by.now) !== 'open') return refuse({ field: '', reason: 'closed' });
		const open = await tx
			.select({
				jurorId: jurors.id,
				label: jurors.label,
				email: people.email,
				name: people.name,
				locale: people.locale
			})
			.from(tasks)
			.innerJoin(jurors, eq(jurors.id, tasks.jurorId))
			.innerJoin(panel, and(eq(panel.roundId, tasks.roundId), eq(panel.jurorId, jurors.id)))
			.innerJoin(people, eq(people.id, jurors.personId))
			.where(
				and(
					eq(tasks.roundId, roundId),
					inArray(tasks.state, ['open', 'scored']),
					isNull(jurors.leftAt),
					isNull(panel.leftAt),
					isNull(people.disabledAt),
					only === null ? undefined : eq(jurors.id, only)
				)
			);
		const left = new Map<string, number>();
		for (const { jurorId } of open) left.set(jurorId, (left.get(jurorId) ?? 0) + 1);
		for (const [jurorId, count] of left) {
			const { email, name, locale } = open.find((one) => one.jurorId === jurorId)!;
			await mail(tx, {
				to: email,
				template: 'jury-reminder',
				locale,
				values: {
					name,
					contest: editionName(row, locale),
					round: say(round.plan.title, locale),
					left: String(count),
					due: round.closesAt === null ? '—' : clockStamp(round.closesAt),
					link: href(locale, `/jury/${roundId}`)
				},
				now: by.now
			});
		}
		if (!left.size) return refuse({ field: '', reason: 'nobody' });
		await record(tx, by, {
			act: 'remind',
			noun: 'rounds',
			id: roundId,
			title: round.plan.title.zh,
			after: { jurors: [...left.keys()].sort() }
		});
		return accept(left.size);
	});

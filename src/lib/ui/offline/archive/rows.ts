import type { ArchiveEntry } from '$lib/domain/judging/log/archive';
import type { Facts } from '$lib/domain/judging/log/phase';

/** One entry of a round with its scores, as a table shows it. */
interface Row {
	code: string;
	/** Empty for those whose number is not public. */
	number: string;
	title: string;
	place: number | null;
	figure: number | null;
	verdict: string;
	given: { juror: string; total: number | null }[];
}

const counting = ['score', 'objection'];
const standing = ['scored', 'locked'];

/** The entries of a round by place; jurors by their labels. */
export function rowsOf(facts: Facts, winners: readonly ArchiveEntry[]): Row[] {
	const codes = new Map(facts.field.map(([entry, code]) => [entry, code]));
	const labels = new Map(facts.jurors);
	const known = new Map(winners.map((one) => [one.id, one]));
	const given = new Map<string, Row['given']>();
	for (const [, entry, juror, kind, , total, state] of facts.scores) {
		if (!counting.includes(kind) || !standing.includes(state)) continue;
		const list = given.get(entry) ?? given.set(entry, []).get(entry)!;
		list.push({ juror: labels.get(juror) ?? '', total });
	}
	return facts.results
		.map(([entry, verdict, , , place, figure]): Row => {
			const winner = known.get(entry);
			return {
				code: codes.get(entry) ?? '',
				number: winner?.number ?? '',
				title: winner?.title.zh ?? '',
				...{ place, figure, verdict },
				given: (given.get(entry) ?? []).sort((a, b) => (a.juror < b.juror ? -1 : 1))
			};
		})
		.sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || (a.code < b.code ? -1 : 1));
}

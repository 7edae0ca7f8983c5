import { canonical } from '../../audit/canonical';
import type { Sheet } from '../sheet';
import type { TaskState } from '../state';

/** One line of a juror’s sheet of a round. */
export interface PaperLine {
	code: string;
	sample: boolean;
	state: TaskState;
	sheet: Sheet | null;
	/** Ten-thousandths of a point. */
	total: number | null;
}

/**
 * All scores of a juror’s sheet as one text, the same for the same scores in whatever order they stand:
 * what the digest that is signed is taken of. Comments are no scores.
 */
export const paperText = (
	{ round, juror }: { round: string; juror: string },
	lines: readonly PaperLine[]
): string =>
	canonical({
		sheet: 'liantu 1',
		round,
		juror,
		lines: [...lines]
			.sort((a, b) => (a.code < b.code ? -1 : 1))
			.map(({ code, state, sheet, total }) => ({
				code,
				locked: state === 'locked',
				marks: sheet?.marks ?? {},
				verdict: sheet?.verdict ?? null,
				rank: sheet?.rank ?? null,
				total
			}))
	});

/** Why a sheet cannot be signed yet; null when it can. */
export const whyUnsigned = (lines: readonly PaperLine[]): 'unsigned' | null =>
	lines.length > 0 && lines.every(({ state }) => state === 'locked') ? null : 'unsigned';

import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { paperText, whyUnsigned } from '$lib/domain/judging/desk/paper';
import type { PaperLine } from '$lib/domain/judging/desk/paper';
import { hasProved } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { panel } from '../db/schema';
import { write } from '../db/write';
import { queueOf, seatOf } from './desk';
import type { Seat } from './desk';

/** A juror’s sheet of a round, with what a signature is put under. */
export interface Paper {
	lines: PaperLine[];
	/** SHA-256 of {@link paperText}, hexadecimal. */
	digest: string;
	/** Whether it was signed, and still says what it said then. */
	signed: { at: number; stands: boolean } | null;
	whyNot: 'unsigned' | null;
}

export async function paperOf(db: Reader, seat: Seat): Promise<Paper> {
	const queue = await queueOf(db, seat);
	const lines = queue.map(({ task, code }) => ({
		code,
		sample: task.kind === 'sample',
		state: task.state,
		sheet: task.sheet,
		total: task.total
	}));
	const digest = createHash('sha256')
		.update(paperText({ round: seat.round.id, juror: seat.juror.label }, lines))
		.digest('hex');
	const { signed } = seat;
	return {
		lines,
		digest,
		signed: signed && { at: signed.at, stands: signed.hash === digest },
		whyNot: whyUnsigned(lines)
	};
}

/**
 * Puts a juror’s name under their sheet: whoever signs has proved who they are a moment ago, everything
 * is locked, and what is signed is what they saw.
 * @param seen the digest on the page they looked at
 */
export const signPaper = (
	db: Db,
	by: By,
	roundId: string,
	seen: string
): Promise<Ruled<{ at: number }>> =>
	write(db, async (tx) => {
		const seat = await seatOf(tx, by.who, roundId, by.now);
		if (!seat || seat.phase === 'before') return refuse({ field: '', reason: 'gone' });
		if (!hasProved(by.who, by.now)) return refuse({ field: '', reason: 'prove' });
		const { lines, digest, whyNot, signed } = await paperOf(tx, seat);
		if (whyNot) return refuse({ field: '', reason: whyNot });
		if (digest !== seen) return refuse({ field: '', reason: 'changed' });
		if (signed?.stands) return accept({ at: signed.at });
		await tx
			.update(panel)
			.set({ signedAt: by.now, signedHash: digest })
			.where(and(eq(panel.roundId, roundId), eq(panel.jurorId, seat.juror.id)));
		await record(tx, by, {
			act: 'sign',
			noun: 'jurors',
			id: seat.juror.id,
			title: seat.juror.label,
			after: { round: roundId, sheets: lines.length, digest }
		});
		return accept({ at: by.now });
	});

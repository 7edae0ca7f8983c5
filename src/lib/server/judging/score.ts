import { whyNotWrite } from '$lib/domain/judging/desk/allow';
import { seenEnough } from '$lib/domain/judging/desk/coverage';
import { readSheet, sameSheet } from '$lib/domain/judging/desk/sheet-form';
import type { Typed } from '$lib/domain/judging/desk/sheet-form';
import { methods } from '$lib/domain/judging/methods';
import { emptySheet } from '$lib/domain/judging/sheet';
import type { Sheet } from '$lib/domain/judging/sheet';
import type { By } from '$lib/domain/people/who';
import type { Refusal } from '$lib/domain/refusal';
import type { Db, Tx } from '../db/open';
import { write } from '../db/write';
import { lengthOf, ownTask } from './score-row';
import type { Asked, Own } from './score-row';
import { putSheet } from './score-write';

/** A sheet as it was sent. */
export interface Saving {
	/** Reads what was typed once the plan of the round is known. */
	typed: (plan: Own['plan']) => Typed;
	/** The revision it was typed over. */
	revision: number;
	key: string | null;
	typedAt: number | null;
}

/** How a sheet stands after it was written. */
interface Stands {
	revision: number;
	state: Own['task']['state'];
	total: number | null;
	sheet: Sheet;
}

export type Said =
	| { ok: true; value: Stands }
	/** `stands` is what the server has, where something else was typed over an older state. */
	| { ok: false; refusals: Refusal[]; stands?: Stands };

const no = (reason: string, field = ''): Said => ({ ok: false, refusals: [{ field, reason }] });
const standing = ({ task }: Own): Stands => ({
	revision: task.revision,
	state: task.state,
	total: task.total,
	sheet: task.sheet ?? emptySheet
});

/**
 * Saves a sheet as far as it is filled in: in one transaction whether it is theirs, whether the round
 * takes scores at `by.now`, whether its speaker is on stage, whether it is locked, and whether it was typed over what stands. The same
 * save sent twice counts once.
 */
export const saveSheet = (db: Db, by: By, asked: Asked, saving: Saving): Promise<Said> =>
	write(db, async (tx) => {
		const own = await ownTask(tx, by, { ...asked, key: saving.key });
		return own ? save(tx, by, own, saving) : no('gone');
	});

async function save(tx: Tx, by: By, own: Own, saving: Saving): Promise<Said> {
	const read = readAgainst(by, own, saving);
	if (!('sheet' in read)) return read;
	if (sameSheet(own.task.sheet, read.sheet)) return { ok: true, value: standing(own) };
	const [state, total] = worth(own, read.sheet);
	const { key, typedAt } = saving;
	const next = { act: 'save' as const, state, total, sheet: read.sheet, key, typedAt };
	const revision = await putSheet(tx, by, own.task, next);
	return { ok: true, value: { revision, state, total, sheet: read.sheet } };
}

/** The sheet that was sent, or what is to be said instead. */
function readAgainst(by: By, own: Own, { typed, revision }: Saving): { sheet: Sheet } | Said {
	if (own.before) return { ok: true, value: standing(own) };
	const not = whyNotWrite(own.task, own.round, by.now);
	if (not) return { ...no(not), ...(not === 'locked' ? { stands: standing(own) } : {}) } as Said;
	const { sheet, refusals } = readSheet(own.plan, typed(own.plan));
	const more = refusals.length ? [] : methods[own.plan.method].check(own.plan, sheet, false);
	if (refusals.length || more.length) return { ok: false, refusals: [...refusals, ...more] };
	// What stands already may still be locked once scoring on stage is over.
	if (own.offStage && !sameSheet(own.task.sheet, sheet)) return no(own.offStage);
	if (revision !== own.task.revision && !sameSheet(own.task.sheet, sheet))
		return { ...no('clash'), stands: standing(own) } as Said;
	return { sheet };
}

/** Whether a sheet is whole, and what it comes to. */
function worth({ plan }: Own, sheet: Sheet): ['open' | 'scored', number | null] {
	const method = methods[plan.method];
	const whole = method.check(plan, sheet, true).length === 0;
	return [whole ? 'scored' : 'open', method.total(plan, sheet)];
}

/**
 * Locks a sheet as it was sent. Where something is missing, or too little was watched, what was sent is
 * saved all the same, and every reason is told.
 */
export const lockSheet = (db: Db, by: By, asked: Asked, saving: Saving): Promise<Said> =>
	write(db, async (tx) => {
		const own = await ownTask(tx, by, { ...asked, key: saving.key });
		if (!own) return no('gone');
		const read = readAgainst(by, own, saving);
		if (!('sheet' in read)) return read;
		const missing = await unready(tx, own, read.sheet);
		if (missing.length) {
			const saved = await save(tx, by, own, saving);
			return saved.ok ? { ok: false, refusals: missing, stands: saved.value } : saved;
		}
		return { ok: true, value: await lock(tx, by, own, read.sheet, saving) };
	});

/** Every reason against locking a sheet. */
export async function unready(tx: Tx, own: Own, sheet: Sheet): Promise<Refusal[]> {
	const { plan, task } = own;
	const refusals = methods[plan.method].check(plan, sheet, true);
	if (plan.watch > 0) {
		const length = await lengthOf(tx, own);
		if (!seenEnough(task.share, plan.watch, length)) {
			const detail = { share: Math.floor(task.share * 100), least: Math.ceil(plan.watch * 100) };
			refusals.push({ field: 'watch', reason: 'watch', detail });
		}
	}
	return refusals;
}

/** Writes the lock itself; the caller has looked at everything. */
export async function lock(
	tx: Tx,
	by: By,
	own: Own,
	sheet: Sheet,
	{ key, typedAt }: Pick<Saving, 'key' | 'typedAt'>
): Promise<Stands> {
	const [, total] = worth(own, sheet);
	const next = { act: 'lock' as const, state: 'locked' as const, sheet, total, key, typedAt };
	const revision = await putSheet(tx, by, own.task, next);
	return { revision, state: 'locked', total, sheet };
}

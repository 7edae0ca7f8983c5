import { mask } from '$lib/domain/check/mask';
import type { By } from '$lib/domain/people/who';
import { describe } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import { refusedThing } from '../audit/refused';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { contentOf, find } from './items';
import type { Asked, Reviewed } from './review';
import { saveWithin } from './save';

/** Saves the newest version once more with the middle of all personal numbers made of asterisks. */
export const maskNumbers = (
	db: Db,
	by: By,
	noun: Noun,
	id: string,
	{ number }: Asked
): Promise<Reviewed> =>
	write(db, async (tx): Promise<Reviewed> => {
		const item = await find(tx, by.who, noun, id);
		if (!item) await refusedThing(tx, by, noun, id, 'mask');
		const content = item && (await contentOf(tx, item, item.head));
		if (!item || !content) return { ok: false, missing: true };
		if (number !== item.head) return { ok: false, refusals: [{ field: '', reason: 'stale' }] };
		const masked = mask(describe(noun).fields, content);
		if (!masked.masked) return { ok: false, refusals: [{ field: '', reason: 'nothing-to-mask' }] };
		const saved = await saveWithin(tx, by, noun, { id, base: number, content: masked.content });
		if (saved.ok) return { ok: true, state: 'draft', step: 0, live: item.live !== null };
		if ('missing' in saved) return { ok: false, missing: true };
		return 'conflict' in saved
			? { ok: false, refusals: [{ field: '', reason: 'conflict' }] }
			: { ok: false, refusals: saved.refusals };
	});

import type { EntryContent, EntryStep } from '$lib/domain/contests/entry';
import { stepFields } from '$lib/domain/contests/entry';
import { readStep } from '$lib/domain/contests/entry-form';
import type { Sent } from '$lib/domain/contests/entry-form';
import { newId } from '$lib/server/db/schema';
import type { Opened } from '$lib/server/contests/entries';
import type { Typed } from '$lib/server/contests/drafts';

/** Only what a part of the form writes. */
export const partOf = (content: EntryContent, step: EntryStep): Partial<EntryContent> =>
	Object.fromEntries(stepFields[step].map((field) => [field, content[field]]));

/** What somebody saves of one part: what they wrote, and what they saw when they began. */
export function typedOf(sent: Sent, step: EntryStep, { entry, plan }: Opened, now: number): Typed {
	const content = readStep(step, plan, entry.categoryId, sent, () => newId(now));
	let began: unknown = null;
	try {
		began = JSON.parse(sent.get('began') ?? 'null');
	} catch {
		// As if the form had been opened just now.
	}
	const wordings = Object.fromEntries(
		plan.statements.map(({ key }) => [key, Number(sent.get(`wording.${key}`))])
	);
	return { content, began, ...(step === 'statements' ? { wordings } : {}) };
}

import { error } from '@sveltejs/kit';
import { missing } from '$lib/domain/contests/missing';
import type { Missing } from '$lib/domain/contests/missing';
import { entryFor, filesOf } from '$lib/server/contests/entries';
import type { HeldFile, Opened } from '$lib/server/contests/entries';
import { agreedNow } from '$lib/server/contests/entry-statements';
import { self } from '$lib/server/people/self';
import type { Self } from '$lib/server/people/account';
import type { RequestEvent } from '@sveltejs/kit';

type Asking = Pick<RequestEvent, 'locals' | 'params'>;

/** The entry of an address with who asks; 404 for one that is not theirs. */
export async function openedFor({ locals, params }: Asking): Promise<Opened & { me: Self }> {
	const me = self({ locals });
	const opened = await entryFor(locals.db, me.who, params.id ?? '');
	if (!opened) error(404);
	return { ...opened, me };
}

/** What keeps an entry from being submitted at this moment, and its files. */
export async function owedFor(
	{ locals }: Pick<Asking, 'locals'>,
	{ entry, plan }: Opened
): Promise<{ owed: Missing[]; files: HeldFile[]; agreed: string[] }> {
	const { db, now } = locals;
	const files = await filesOf(db, entry, plan);
	const agreed = await agreedNow(db, entry);
	const { categoryId, channel } = entry;
	const owed = missing(
		plan,
		{ categoryId, channel, content: { ...entry.content, agreed } },
		files,
		now
	);
	return { owed, files, agreed };
}

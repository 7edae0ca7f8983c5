import { fail } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { Locale } from '$lib/domain/locale';
import type { By } from '$lib/domain/people/who';
import type { Ruled } from '$lib/domain/refusal';
import type { Db } from '$lib/server/db/open';
import { noSooner } from '$lib/server/people/pace';
import { readForm } from '$lib/server/read-form';

/** Longer than writing a mail into the outbox takes on a busy day. */
const PACE = 400;

/** The action of a form that asks for an address to write to: the answer tells nothing about it. */
export const askByMail =
	(
		ask: (
			db: Db,
			typed: { email: string },
			locale: Locale,
			by: By
		) => Promise<Ruled<{ email: string }>>
	) =>
	async ({ request, locals: { db, by, locale } }: RequestEvent) => {
		const typed = await readForm(request, 'email');
		const ruled = await noSooner(PACE, ask(db, typed, locale, by));
		const often = !ruled.ok && ruled.refusals.some(({ reason }) => reason === 'too-often');
		return ruled.ok
			? { sent: ruled.value.email }
			: fail(often ? 429 : 422, { email: typed.email.slice(0, 254), refusals: ruled.refusals });
	};

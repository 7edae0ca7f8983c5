import { error, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { hasProved } from '$lib/domain/people/may';
import type { By, Who } from '$lib/domain/people/who';
import type { Self } from './account';

interface Asking {
	url: URL;
	locals: { who: Who | null; by: By; locale: Locale; now: number };
}

/**
 * Somebody signed in, acting for themselves.
 * @throws 401 for anybody else: the front door lets no stranger this far, so it is only a second lock
 */
export function self({ locals: { who, by } }: Pick<Asking, 'locals'>): Self {
	if (!who) error(401);
	return { ...by, who };
}

/**
 * The same, for what concerns the safety of an account: sends those who have not proved who they are
 * within ten minutes to do so first, and back to this page afterwards (ASVS 5.0 7.5.1).
 */
export function provedSelf(event: Asking): Self {
	const me = self(event);
	const { locale, now } = event.locals;
	if (!hasProved(me.who, now)) {
		const next = encodeURIComponent(event.url.pathname + event.url.search.replace(/^\?\/.*$/, ''));
		redirect(303, href(locale, `/account/prove?next=${next}`));
	}
	return me;
}

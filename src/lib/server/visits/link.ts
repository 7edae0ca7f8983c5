import { createHash, createHmac } from 'node:crypto';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { keyFor } from '../keys';

/**
 * The secret of a request’s link, 160 bits. It is reckoned from the portal’s key, so that every mail
 * can carry it though the database holds its hash alone.
 */
export const linkOf = (id: string): string =>
	createHmac('sha256', keyFor('visit link')).update(id).digest('hex').slice(0, 40);

/** What of a link lies in the database. */
export const linkHash = (link: string): string => createHash('sha256').update(link).digest('hex');

/** Where a group finds its request. */
export const visitPath = (id: string, locale: Locale): string =>
	href(locale, `/visits/${linkOf(id)}`);

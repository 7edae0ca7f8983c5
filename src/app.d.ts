import type { Locale } from '$lib/domain/locale';
import type { By, Who } from '$lib/domain/people/who';
import type { Mode, Theme } from '$lib/domain/preference';
import type { Refusal } from '$lib/domain/refusal';
import type { Db } from '$lib/server/db/open';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** What was refused, for a page that helps. */
			refusals?: Refusal[];
			/** Id under which a defect was logged. */
			id?: string;
		}
		interface Locals {
			db: Db;
			locale: Locale;
			mode: Mode;
			theme: Theme;
			/** Moment of the request, milliseconds since the epoch. */
			now: number;
			/** Who is signed in; null for everybody else. */
			who: Who | null;
			/** Who acts, from where and when: for everything that writes. */
			by: By;
		}
	}
}

export {};

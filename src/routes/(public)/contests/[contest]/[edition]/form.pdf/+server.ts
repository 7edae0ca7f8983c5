import { attachment } from '$lib/domain/export/attachment';
import { href, localeOf } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import { perDatabase, versioned } from '$lib/server/cache';
import { blankForm } from '$lib/server/contests/blank-form';
import { publicEdition } from '$lib/server/contests/public';
import { contentVersion } from '$lib/server/db/write';
import { problem } from '$lib/server/problem';
import { contests as enCall } from '$lib/words/en/contests';
import { paperForm as en } from '$lib/words/en/paper-form';
import { contests as zhCall } from '$lib/words/zh/contests';
import { paperForm as zh } from '$lib/words/zh/paper-form';
import type { RequestHandler } from './$types';

/** A form takes a moment to be set; it is the same until something of the contest changes. */
const forms = perDatabase(() => versioned<Buffer | null>(20));

export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const found = await publicEdition(locals.db, params.contest, params.edition, locals.now);
	if (!found?.plan) return problem(event, 404, 'path');
	const locale = localeOf(url.pathname);
	const words = locale === 'en' ? { form: en, call: enCall } : { form: zh, call: zhCall };
	const address = url.origin + href(locale, `/contests/${params.contest}/${params.edition}`);
	const bytes = await forms(locals.db).get(
		await contentVersion(locals.db),
		`${locale} ${found.edition.id}`,
		() => blankForm(found, { locale, address, words, now: locals.now })
	);
	const name = words.form.fileName(
		say(found.contest.title, locale),
		say(found.edition.title, locale)
	);
	return new Response(new Uint8Array(bytes!), {
		headers: {
			'content-type': 'application/pdf',
			'content-length': String(bytes!.length),
			'content-disposition': attachment(name, `${params.contest}-${params.edition}-form.pdf`)
		}
	});
};

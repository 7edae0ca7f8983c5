import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import type { Pages } from './archive-pack';
import { archive as en } from '$lib/words/en/archive';
import { verifier as enCheck } from '$lib/words/en/verifier';
import { archive as zh } from '$lib/words/zh/archive';
import { verifier as zhCheck } from '$lib/words/zh/verifier';
import * as archive from 'virtual:offline/archive';
import * as verifier from 'virtual:offline/verifier';

/** The pages an archive holds, in the language of whoever asks for it, and what its file is called. */
export function archivePages(
	locale: Locale,
	{ contest, title }: { contest: Bilingual; title: Bilingual }
): { pages: Pages; name: string } {
	const words = locale === 'en' ? en : zh;
	const check = locale === 'en' ? enCheck : zhCheck;
	const name = words.fileName(say(contest, locale), say(title, locale));
	return {
		name,
		pages: {
			locale,
			archive: { ...archive, title: name, needsScript: words.needsScript },
			verifier: { ...verifier, title: check.title, needsScript: check.needsScript },
			readme: words.readme(name)
		}
	};
}

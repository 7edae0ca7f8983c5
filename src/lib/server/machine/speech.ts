import type { Locale } from '$lib/domain/locale';
import type { Refusal } from '$lib/domain/refusal';
import { errors as errorsEn } from '$lib/words/en/errors';
import { machines as en } from '$lib/words/en/machines';
import { errors as errorsZh } from '$lib/words/zh/errors';
import { machines as zh } from '$lib/words/zh/machines';

/** Who asks what: the part of a request event that answers for machines look at. */
export interface Asking {
	url: URL;
	locals: { locale: Locale };
}

export interface Spoken {
	locale: Locale;
	machines: typeof zh;
	errors: typeof errorsZh;
}

const both: Record<Locale, Spoken> = {
	zh: { locale: 'zh', machines: zh, errors: errorsZh },
	en: { locale: 'en', machines: en, errors: errorsEn }
};

/**
 * The words of the language asked for: `?lang=en|zh`, else the prefix of the address. Never
 * `Accept-Language`, or kept answers would reach readers of another language.
 */
export function spoken({ url, locals }: Asking): Spoken {
	const said = url.searchParams.get('lang');
	if (said === 'en' || said === 'zh') return both[said];
	return both[said === 'zh-CN' ? 'zh' : locals.locale];
}

/** A refusal as a sentence. */
export function sentenceOf({ machines, errors }: Spoken, { reason, detail }: Refusal): string {
	const say = machines.reason[reason] ?? errors.reason[reason];
	return say ? say(detail ?? {}) : errors.wrong;
}

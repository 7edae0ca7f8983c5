/** Why the office may return an entry; each has a sentence in the words of entries. */
export const returnReasons = [
	'film-length',
	'film-picture',
	'film-sound',
	'film-subtitles',
	'film-other',
	'text-unclear',
	'crew-incomplete',
	'contact-wrong',
	'form-missing',
	'form-unstamped',
	'consent-missing',
	'ai-undeclared',
	'label-missing',
	'wrong-category',
	'private-data',
	'rights-unclear',
	'other'
] as const;
type ReturnReason = (typeof returnReasons)[number];

/** Why the office may refuse an entry for good. */
export const refuseReasons = [
	'not-eligible',
	'off-topic',
	'copied',
	'entered-twice',
	'entered-before',
	'rules-broken',
	'not-corrected',
	'not-recommended',
	'other'
] as const;
type RefuseReason = (typeof refuseReasons)[number];

export const isReturnReason = (text: string): text is ReturnReason =>
	returnReasons.includes(text as ReturnReason);
export const isRefuseReason = (text: string): text is RefuseReason =>
	refuseReasons.includes(text as RefuseReason);

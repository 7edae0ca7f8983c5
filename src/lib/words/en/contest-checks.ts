import type { contestChecks as zh } from '../zh/contest-checks';

export const contestChecks = {
	'no-title': () => 'The call has no title yet.',
	'no-text': () => 'The text of the call is missing.',
	'no-english-call': () =>
		'Title or text of the call has no English; English pages show the Chinese.',
	'text-copied': () =>
		'The text of the call is still as it was copied; look for old numbers and dates.',
	'no-category': () => 'There is no category yet.',
	'no-way-in': ({ id }) => `No open channel leads into “${id}”: nobody could enter it.`,
	'no-english-category': ({ id }) => `Name or description of “${id}” has no English.`,
	'quota-too-small': ({ id }) =>
		`What one account may upload is less than one film of “${id}” may have.`,
	'any-length': ({ id }) => `“${id}” sets no longest length.`,
	'nothing-required': ({ id }) => `“${id}” requires no material at all.`,
	'no-channel': () => 'Neither persons nor units can enter.',
	'no-chain': () => 'Entries of units need no recommendation.',
	'no-crew': () => 'There are no crew roles; entrants can name a contact only.',
	'no-consent': () =>
		'The required consent to the use of personal data (key “consent”) is missing.',
	'no-guardian': () =>
		'The guardian’s consent is missing; it is required when somebody under fourteen takes part.',
	'no-originality': () => 'There is no statement of originality.',
	'no-rights': () => 'There is no statement about rights.',
	'no-ai': () => 'The use of AI is asked for, but there is no statement about it.',
	'no-english-statement': () => 'Some statements have no English.',
	'no-open': () => 'The opening date is missing.',
	'no-close': () => 'The closing date is missing.',
	'close-past': () => 'The closing date has passed.',
	'short-call': () => 'The call is open for less than seven days.',
	'no-correction': () =>
		'No end of correction: returned entries can be corrected until the close only.',
	'no-rounds': () => 'The rounds of judging have no dates.',
	'no-notice': () => 'The period of public notice is missing.',
	'short-notice': () =>
		'The public notice lasts less than seven days; five working days or seven days are usual.',
	'no-results': () => 'The date of the results is missing.',
	'same-numbers': () =>
		'The numbers name neither edition nor year: editions will have the same numbers.',
	'no-retention': ({ n }) => `${n} kinds of personal data have no period of keeping.`,
	'no-end': () => 'No date ends the edition, so the periods of keeping have no beginning.',
	'showing-licence': () =>
		'Showing uploaded films to the public may need a licence; make sure first.'
} satisfies typeof zh;

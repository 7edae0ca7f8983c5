import { entryLimits } from './entry';
import type { CrewMember, EntryContent } from './entry';

export const ages = ['adult', 'under-18', 'under-14'] as const;

/** A member nobody has written about yet. */
export const newMember = (id: string, role = ''): CrewMember => ({
	id,
	name: '',
	role,
	age: 'adult',
	guardian: null
});

/** Whether a row of the form says anything at all. */
export const isBlank = ({ name, guardian }: CrewMember): boolean =>
	!name.trim() && !guardian?.name.trim() && !guardian?.phone.trim() && !guardian?.consent;

/** Whether a guardian has to agree (个人信息保护法 §31). */
export const needsGuardian = (content: Pick<EntryContent, 'crew'>): boolean =>
	content.crew.some(({ age }) => age === 'under-14');

/** Whether the office has to know that children took part. */
export const hasMinors = (content: Pick<EntryContent, 'crew'>): boolean =>
	content.crew.some(({ age }) => age !== 'adult');

/** A phone number as people write it: mobile or landline, with country code or extension. */
export const isPhone = (text: string): boolean =>
	/^\+?\d[\d\s()（）-]{5,20}(?:(?:转|x|ext\.?)\s?\d{1,6})?$/i.test(text.trim()) &&
	text.replace(/\D/g, '').length >= 7;

/**
 * Rows the form of a crew shows: those that are there, one for each role still owed, and more asked
 * for. A new row has its id from the beginning, so that saving it twice makes one member.
 */
export function crewRows(
	crew: readonly CrewMember[],
	roles: readonly { id: string; min: number }[],
	more: number,
	newId: () => string
): CrewMember[] {
	const rows = [...crew];
	const add = (role: string) => rows.push(newMember(newId(), role));
	for (const { id, min } of roles)
		for (let n = crew.filter(({ role }) => role === id).length; n < min; n++) add(id);
	const blank = rows.length === 0 ? Math.max(1, more) : more;
	for (let n = 0; n < blank; n++) add(roles[0]?.id ?? '');
	return rows.slice(0, entryLimits.crew);
}
